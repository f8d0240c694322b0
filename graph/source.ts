import { byCodeUnit } from './keys.ts';
import type { DragomanGraph, EdgeRecord, GraphAttributes, NodeRecord } from './schema.ts';

/**
 * What a writer needs of a graph: to walk it, as often as it likes, in an order that does not change.
 * A graph in memory is one, and so is a file of lines too large to hold.
 */
export interface GraphSource {
  readonly attributes: GraphAttributes;
  /** Number of nodes. */
  readonly order: number;
  /** Number of edges. */
  readonly size: number;
  nodes(): Iterable<NodeRecord>;
  edges(): Iterable<EdgeRecord>;
}

/** A graph in memory as a source, nodes and edges by key: the same graph is always written the same. */
export function sourceOf(graph: DragomanGraph | GraphSource): GraphSource {
  if (!('forEachNode' in graph)) return graph;
  return {
    attributes: graph.getAttributes(),
    order: graph.order,
    size: graph.size,
    *nodes() {
      for (const key of graph.nodes().sort(byCodeUnit)) yield { key, attributes: graph.getNodeAttributes(key) };
    },
    *edges() {
      for (const key of graph.edges().sort(byCodeUnit)) {
        yield { key, source: graph.source(key), target: graph.target(key), attributes: graph.getEdgeAttributes(key) };
      }
    },
  };
}
