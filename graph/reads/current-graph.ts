import { DragomanError } from '../../src/errors.ts';
import { ageOfGraph, correctedSource } from '../corrected-source.ts';
import { indexGraph, type GraphData } from '../lookup/graph-data.ts';
import { indexNames, type SearchIndex } from '../lookup/search.ts';
import { createSentenceSearch, type SentenceSearch } from '../lookup/sentence-search.ts';
import { CurrentDatabase, QueryDatabase } from '../query/index.ts';
import type { GraphSource } from '../source.ts';

/** What a read may use. */
export interface OpenGraph {
  /** The graph as corrected, indexed. */
  readonly data: GraphData;
  readonly names: SearchIndex;
  readonly sentences: SentenceSearch;
  readonly source: GraphSource;
  readonly database: Pick<CurrentDatabase, 'run'>;
  /** The viewer in one page, with a place for the graph. @throws DragomanError E_VIEWER */
  readonly viewerPage: () => string;
}

/** A graph file with the corrections beside it, as both are now: read anew at the first question after one of them has changed. */
export class CurrentGraph {
  readonly #path: string;
  readonly #viewerPage: () => string;
  readonly #database: CurrentDatabase;
  #read: { readonly age: string; readonly graph: OpenGraph } | undefined;

  constructor(path: string, viewerPage: () => string) {
    this.#path = path;
    this.#viewerPage = viewerPage;
    this.#database = new CurrentDatabase({ age: () => ageOfGraph(path), open: () => QueryDatabase.open(path) });
  }

  /** @throws DragomanError as `readGraph` and `readCorrections` */
  now(): OpenGraph {
    const age = ageOfGraph(this.#path);
    if (this.#read?.age !== age) {
      // Of two graphs the old one is let go before the new one is made.
      this.#read = undefined;
      this.#read = { age, graph: this.#open() };
    }
    return this.#read.graph;
  }

  /** When all queries have ended. */
  async close(): Promise<void> {
    await this.#database.close();
  }

  #open(): OpenGraph {
    const { source } = correctedSource(this.#path);
    const options = { type: 'directed', multi: true, allowSelfLoops: false } as const;
    const data = indexGraph({ attributes: source.attributes, options, nodes: [...source.nodes()], edges: [...source.edges()] });
    const { attributes, nodes, edges } = data;
    return {
      data, names: indexNames(data), sentences: createSentenceSearch(data), database: this.#database, viewerPage: this.#viewerPage,
      source: { attributes, order: nodes.length, size: edges.length, nodes: () => nodes, edges: () => edges },
    };
  }
}

/** The place of a node in the data. @throws DragomanError E_NODE */
export function nodeAt(data: GraphData, key: string): number {
  const node = data.nodeAt.get(key);
  if (node === undefined) throw new DragomanError('E_NODE', { what: key });
  return node;
}

/** The place of an edge in the data. @throws DragomanError E_EDGE */
export function edgeAt(data: GraphData, key: string): number {
  const edge = data.edgeAt.get(key);
  if (edge === undefined) throw new DragomanError('E_EDGE', { what: key });
  return edge;
}
