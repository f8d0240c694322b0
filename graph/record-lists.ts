import { byCodeUnit } from './keys.ts';
import type { EdgeAttributes, EdgeRecord, GraphAttributes, NodeAttributes, NodeRecord } from './schema.ts';
import type { GraphSource } from './source.ts';

/** What a reader of a graph file fills, node by node and edge by edge: a graph of graphology is one. */
export interface Fillable {
  readonly order: number;
  readonly size: number;
  hasNode(key: string): boolean;
  hasEdge(key: string): boolean;
  replaceAttributes(attributes: GraphAttributes): unknown;
  addNode(key: string, attributes: NodeAttributes): unknown;
  addDirectedEdgeWithKey(key: string, source: string, target: string, attributes: EdgeAttributes): unknown;
}

/** A graph file's records by key, for those who only walk them: made in a fraction of the time of a graph that knows who neighbours whom. */
export class RecordLists implements Fillable, GraphSource {
  #attributes: GraphAttributes | undefined;
  readonly #nodes = new Map<string, NodeRecord>();
  readonly #edges = new Map<string, EdgeRecord>();

  get attributes(): GraphAttributes {
    if (!this.#attributes) throw new Error('the graph has no attributes yet');
    return this.#attributes;
  }

  get order(): number { return this.#nodes.size; }
  get size(): number { return this.#edges.size; }

  hasNode(key: string): boolean { return this.#nodes.has(key); }
  hasEdge(key: string): boolean { return this.#edges.has(key); }
  replaceAttributes(attributes: GraphAttributes): void { this.#attributes = attributes; }
  addNode(key: string, attributes: NodeAttributes): void { this.#nodes.set(key, { key, attributes }); }

  addDirectedEdgeWithKey(key: string, source: string, target: string, attributes: EdgeAttributes): void {
    this.#edges.set(key, { key, source, target, attributes });
  }

  nodes(): NodeRecord[] { return sorted(this.#nodes); }
  edges(): EdgeRecord[] { return sorted(this.#edges); }
}

/** The sort of a list that is in order, as a file of ours is, takes one walk. */
function sorted<Record extends { readonly key: string }>(records: ReadonlyMap<string, Record>): Record[] {
  return [...records.values()].sort((a, b) => byCodeUnit(a.key, b.key));
}
