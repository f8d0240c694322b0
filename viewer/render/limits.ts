import type { GraphData } from '../state/graph-data.ts';

const MANY_EDGES = 20_000;

/** True where the picture must save work: edges hide while the camera moves, hovering an edge is off. */
export function largeGraph(data: GraphData): boolean {
  return data.edges.length > MANY_EDGES;
}
