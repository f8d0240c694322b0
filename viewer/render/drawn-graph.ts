import { MultiDirectedGraph } from 'graphology';
import type { GraphData } from '../state/graph-data.ts';
import type { Positions } from '../state/layouts.ts';
import { edgeStyle, edgeThickness } from './edge-style.ts';
import { largeGraph } from './limits.ts';

export interface DrawnNode { x: number; y: number; size: number; label: null }
export interface DrawnEdge { size: number; line: number; type: 'straight' | 'curved' | 'hairline'; curvature: number }
export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

/** The graph that sigma draws. Its keys are the indexes of `GraphData`, so that a reducer looks nothing up. */
export function drawnGraph(data: GraphData, positions: Positions): DrawnGraph {
  const graph: DrawnGraph = new MultiDirectedGraph<DrawnNode, DrawnEdge>({ allowSelfLoops: true });
  // A large graph is seen from afar: smaller discs keep it readable.
  const scale = largeGraph(data) ? 0.5 : 1;
  data.nodes.forEach(({ attributes }, index) => {
    graph.addNode(String(index), { x: positions[2 * index]!, y: positions[2 * index + 1]!, size: Math.max(3, attributes.size ?? 6) * scale, label: null });
  });
  data.edges.forEach(({ attributes }, index) => {
    const drawn: DrawnEdge = { size: edgeThickness(attributes.weight) * scale, line: edgeStyle(attributes), type: 'straight', curvature: 0 };
    graph.addDirectedEdgeWithKey(String(index), String(data.source[index]), String(data.target[index]), drawn);
  });
  return graph;
}

/** Moves every node. */
export function moveNodes(graph: DrawnGraph, positions: Positions): void {
  graph.updateEachNodeAttributes((key, attributes) => {
    attributes.x = positions[2 * Number(key)]!;
    attributes.y = positions[2 * Number(key) + 1]!;
    return attributes;
  }, { attributes: ['x', 'y'] });
}
