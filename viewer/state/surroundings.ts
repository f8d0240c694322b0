import { edgesOf, otherEnd, type GraphData } from './graph-data.ts';

const NEAREST = 12;

/** A node and its neighbours that lie nearest in the layout: what to show when one flies to it. */
export function surroundings(data: GraphData, node: number): number[] {
  const { x = 0, y = 0 } = data.nodes[node]!.attributes;
  const distance = (other: number): number => {
    const { attributes } = data.nodes[other]!;
    return Math.hypot((attributes.x ?? 0) - x, (attributes.y ?? 0) - y);
  };
  const neighbours = new Set([...edgesOf(data, node)].map((edge) => otherEnd(data, edge, node)));
  return [node, ...[...neighbours].toSorted((a, b) => distance(a) - distance(b) || a - b).slice(0, NEAREST)];
}
