import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DragomanError } from '../../src/errors.ts';
import { writeError } from '../../src/system-error.ts';
import { correctGraph } from '../correct-graph.ts';
import { correctionsPath, readCorrections } from '../corrections-file.ts';
import { readGraph, writeGraph } from '../file.ts';
import { indexGraph, type GraphData } from '../lookup/graph-data.ts';
import { indexNames, type SearchIndex } from '../lookup/search.ts';
import { createSentenceSearch, type SentenceSearch } from '../lookup/sentence-search.ts';
import { CurrentDatabase, QueryDatabase, type ChangingGraph } from '../query/index.ts';
import { sourceOf, type GraphSource } from '../source.ts';

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
    this.#database = new CurrentDatabase({ age: () => this.#age(), open: () => this.#openDatabase() });
  }

  /** @throws DragomanError as `readGraph` and `readCorrections` */
  now(): OpenGraph {
    const age = this.#age();
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
    const source = sourceOf(correctGraph(readGraph(this.#path), readCorrections(this.#path)).graph);
    const options = { type: 'directed', multi: true, allowSelfLoops: false } as const;
    const data = indexGraph({ attributes: source.attributes, options, nodes: [...source.nodes()], edges: [...source.edges()] });
    const { attributes, nodes, edges } = data;
    return {
      data, names: indexNames(data), sentences: createSentenceSearch(data), database: this.#database, viewerPage: this.#viewerPage,
      source: { attributes, order: nodes.length, size: edges.length, nodes: () => nodes, edges: () => edges },
    };
  }

  /** The engine reads files only: a corrected graph is written to one of its own, which goes when it is closed. */
  async #openDatabase(): ReturnType<ChangingGraph['open']> {
    if (readCorrections(this.#path).length === 0) return { database: await QueryDatabase.open(this.#path) };
    const folder = temporaryFolder();
    const release = (): void => rmSync(folder, { recursive: true, force: true });
    try {
      const path = join(folder, 'graph.json');
      writeGraph(this.now().source, path);
      return { database: await QueryDatabase.open(path), release };
    } catch (cause) {
      release();
      throw cause;
    }
  }

  #age(): string {
    return [this.#path, correctionsPath(this.#path)].map(ageOf).join(' ');
  }
}

function ageOf(path: string): string {
  const info = statSync(path, { throwIfNoEntry: false });
  return info === undefined ? 'none' : `${info.ino}-${info.size}-${info.mtimeMs}`;
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'dragoman-corrected-'));
  } catch (cause) {
    throw writeError(tmpdir(), cause);
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
