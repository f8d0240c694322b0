import { MultiDirectedGraph } from 'graphology';
import type { GraphData } from '../state/graph-data.ts';
import { edgeStyle, edgeThickness } from './edge-style.ts';
import { largeGraph } from './limits.ts';

export interface DrawnNode { x: number; y: number; size: number; label: null }
export interface DrawnEdge { size: number; line: number; type: 'straight' | 'curved' | 'hairline'; curvature: number }
export type DrawnGraph = MultiDirectedGraph<DrawnNode, DrawnEdge>;

/** A golden-angle spiral: for a file without a layout. */
function spiral(index: number): { x: number; y: number } {
  const radius = Math.sqrt(index + 1) * 10;
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

/** The graph that sigma draws. Its keys are the indexes of `GraphData`, so that a reducer looks nothing up. */
export function drawnGraph(data: GraphData): DrawnGraph {
  const graph: DrawnGraph = new MultiDirectedGraph<DrawnNode, DrawnEdge>({ allowSelfLoops: true });
  // A large graph is seen from afar: smaller discs keep it readable.
  const scale = largeGraph(data) ? 0.5 : 1;
  data.nodes.forEach(({ attributes }, index) => {
    const fallback = spiral(index);
    graph.addNode(String(index), { x: attributes.x ?? fallback.x, y: attributes.y ?? fallback.y, size: Math.max(3, attributes.size ?? 6) * scale, label: null });
  });
  data.edges.forEach(({ attributes }, index) => {
    const drawn: DrawnEdge = { size: edgeThickness(attributes.weight) * scale, line: edgeStyle(attributes), type: 'straight', curvature: 0 };
    graph.addDirectedEdgeWithKey(String(index), String(data.source[index]), String(data.target[index]), drawn);
  });
  return graph;
}
