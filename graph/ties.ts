import { UndirectedGraph } from 'graphology';
import { byCodeUnit } from './keys.ts';
import type { DragomanGraph } from './schema.ts';

/** How strongly two nodes belong together in the picture: grows with the number of sentences, ever more slowly. */
export interface Tie {
  weight: number;
}

/** Places and radii in the layout's own unit. */
export interface Spot {
  x: number;
  y: number;
  size: number;
}

export type TieGraph = UndirectedGraph<Spot, Tie>;

/**
 * The graph as layout and communities see it: one tie for a pair of nodes, whatever the types and directions between
 * them. Nodes and ties come by key, since both algorithms depend on the order.
 */
export function tiesOf(graph: DragomanGraph): TieGraph {
  const ties: TieGraph = new UndirectedGraph<Spot, Tie>();
  for (const key of graph.nodes().sort(byCodeUnit)) ties.addNode(key, { x: 0, y: 0, size: 1 });
  for (const key of graph.edges().sort(byCodeUnit)) {
    const [source, target] = graph.extremities(key);
    const { weight } = graph.getEdgeAttributes(key);
    ties.updateEdge(source, target, (tie) => ({ weight: (tie.weight ?? 0) + weight }));
  }
  ties.updateEachEdgeAttributes((_, tie) => ({ weight: 1 + Math.log2(tie.weight) }));
  return ties;
}

/** Connected parts, the largest first, equals by their first key. */
export function partsOf(ties: TieGraph): string[][] {
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const start of ties.nodes()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part = [start];
    for (const node of part) {
      for (const neighbour of ties.neighbors(node)) {
        if (!seen.has(neighbour)) part.push(neighbour);
        seen.add(neighbour);
      }
    }
    parts.push(part.sort(byCodeUnit));
  }
  return parts.sort((a, b) => b.length - a.length || byCodeUnit(a[0] ?? '', b[0] ?? ''));
}
