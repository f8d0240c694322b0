import { MultiDirectedGraph } from 'graphology';
import { correctSource } from './corrected-source.ts';
import type { Correction } from './corrections.ts';
import { sourceOf } from './source.ts';
import type { DragomanGraph, EdgeAttributes, GraphAttributes, NodeAttributes } from './schema.ts';

/** A graph in memory as corrected, and what named nothing in it. Without corrections it is the graph that was given. */
export function correctGraph(graph: DragomanGraph, corrections: readonly Correction[]): { readonly graph: DragomanGraph; readonly unused: readonly Correction[] } {
  if (corrections.length === 0) return { graph, unused: [] };
  const { source, unused } = correctSource(sourceOf(graph), corrections);
  const corrected = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
  corrected.replaceAttributes(source.attributes);
  for (const { key, attributes } of source.nodes()) corrected.addNode(key, attributes);
  for (const { key, source: from, target, attributes } of source.edges()) corrected.addDirectedEdgeWithKey(key, from, target, attributes);
  return { graph: corrected, unused };
}
