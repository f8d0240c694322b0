import { edgesOf, otherEnd, type GraphData } from './graph-data.ts';

/** One neighbour of a node and the edges to it. */
export interface Partner {
  readonly node: number;
  readonly edges: readonly number[];
}

const weightOf = (data: GraphData, edges: readonly number[]): number => edges.reduce((total, edge) => total + data.edges[edge]!.attributes.weight, 0);

/** The neighbours of a node, those with most evidence first; the edges of each by weight. */
export function partnersOf(data: GraphData, node: number, isShown: (edge: number) => boolean): Partner[] {
  const byNode = new Map<number, number[]>();
  for (const edge of edgesOf(data, node)) {
    if (!isShown(edge)) continue;
    const other = otherEnd(data, edge, node);
    const edges = byNode.get(other);
    if (edges === undefined) byNode.set(other, [edge]);
    else edges.push(edge);
  }
  return [...byNode]
    .map(([other, edges]) => ({ node: other, edges: edges.toSorted((a, b) => data.edges[b]!.attributes.weight - data.edges[a]!.attributes.weight || a - b) }))
    .toSorted((a, b) => weightOf(data, b.edges) - weightOf(data, a.edges) || a.node - b.node);
}
