import type { Positions } from './layouts.ts';
import { edgesOf, otherEnd, type GraphData } from './graph-data.ts';

const NEAREST = 12;

/** A node and its neighbours that lie nearest in the layout: what to show when one flies to it. */
export function surroundings(data: GraphData, node: number, positions: Positions): number[] {
  const distance = (other: number): number => Math.hypot(positions[2 * other]! - positions[2 * node]!, positions[2 * other + 1]! - positions[2 * node + 1]!);
  const neighbours = new Set([...edgesOf(data, node)].map((edge) => otherEnd(data, edge, node)));
  return [node, ...[...neighbours].toSorted((a, b) => distance(a) - distance(b) || a - b).slice(0, NEAREST)];
}
