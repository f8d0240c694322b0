import type { GraphData } from '../state/graph-data.ts';

const STEP = 0.17;
const WIDEST = 1.1;

/** Edges of the same two nodes, in either direction; only groups of two and more. */
export function groupParallel(data: GraphData): number[][] {
  const groups = new Map<number, number[]>();
  for (let edge = 0; edge < data.edges.length; edge += 1) {
    const [a, b] = [data.source[edge]!, data.target[edge]!];
    const pair = Math.min(a, b) * data.nodes.length + Math.max(a, b);
    const group = groups.get(pair);
    if (group === undefined) groups.set(pair, [edge]);
    else group.push(edge);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Spreads the shown edges of each group like a fan; an edge alone stays straight. Curvature by edge. */
export function fanOut(data: GraphData, groups: readonly (readonly number[])[], edgeShown: Uint8Array): Float32Array {
  const curvature = new Float32Array(data.edges.length);
  for (const group of groups) {
    const shown = group.filter((edge) => edgeShown[edge] === 1);
    const step = Math.min(STEP, WIDEST / shown.length);
    shown.forEach((edge, place) => {
      // Seen from its own source an edge bends to the same hand: those that run back are turned.
      const hand = data.source[edge]! < data.target[edge]! ? 1 : -1;
      curvature[edge] = hand * step * (place - (shown.length - 1) / 2);
    });
  }
  return curvature;
}
