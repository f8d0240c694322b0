import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { readGraph } from '../../graph/file.ts';
import { layout } from '../../graph/layout.ts';
import type { DragomanGraph, EdgeAttributes, GraphAttributes, NodeAttributes } from '../../graph/schema.ts';
import { sourceOf } from '../../graph/source.ts';
import { syntheticGraph } from '../../scripts/bench/synthetic-graph.ts';

const SMALL = new URL('../fixtures/small-graph.json', import.meta.url).pathname;

function laidOut(graph: DragomanGraph): DragomanGraph {
  layout(graph);
  return graph;
}

function backwards(graph: DragomanGraph): DragomanGraph {
  const copy = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>({ allowSelfLoops: false });
  copy.replaceAttributes(graph.getAttributes());
  for (const { key, attributes } of [...sourceOf(graph).nodes()].toReversed()) copy.addNode(key, { ...attributes });
  for (const { key, source, target, attributes } of [...sourceOf(graph).edges()].toReversed()) copy.addDirectedEdgeWithKey(key, source, target, attributes);
  return copy;
}

const places = (graph: DragomanGraph): unknown[] =>
  [...sourceOf(graph).nodes()].map(({ key, attributes: { x, y, size, community } }) => [key, x, y, size, community]);

const spots = (graph: DragomanGraph): { x: number; y: number; size: number }[] =>
  graph.mapNodes((_, { x = NaN, y = NaN, size = NaN }) => ({ x, y, size }));

describe('the layout', () => {
  it('is the same for the same graph, in whatever order it was built, and when done again', () => {
    const graph = laidOut(syntheticGraph({ nodes: 300, edges: 500 }));
    const other = laidOut(backwards(syntheticGraph({ nodes: 300, edges: 500 })));
    expect(places(other)).toEqual(places(graph));
    expect(places(laidOut(other))).toEqual(places(graph));
  });

  it('of a graph too large lays out the best connected nodes, and puts the others beside those they have most to do with', () => {
    const [graph, other] = [syntheticGraph({ nodes: 300, edges: 900 }), backwards(syntheticGraph({ nodes: 300, edges: 900 }))];
    const { beside } = layout(graph, 100);
    const joined = graph.filterNodes((key) => graph.degree(key) > 0).length;
    expect(beside).toBeGreaterThan(0);
    expect(beside).toBeLessThanOrEqual(joined - 100);
    expect(spots(graph).every(({ x, y, size }) => [x, y, size].every(Number.isFinite))).toBe(true);
    layout(other, 100);
    expect(places(other)).toEqual(places(graph));
  });

  it('lets no two nodes of a small graph overlap', () => {
    const nodes = spots(laidOut(readGraph(SMALL)));
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.size + b.size);
    }
  });

  it('keeps parts without a link to the rest near, and in the free places', () => {
    const graph = laidOut(syntheticGraph({ nodes: 300, edges: 500 }));
    const alone = graph.filterNodes((key) => graph.degree(key) === 0);
    expect(alone.length).toBeGreaterThan(10);
    const reach = (keys: string[]): number => Math.max(...keys.map((key) => Math.hypot(graph.getNodeAttribute(key, 'x') ?? 0, graph.getNodeAttribute(key, 'y') ?? 0)));
    expect(reach(alone)).toBeLessThan(1.3 * reach(graph.filterNodes((key) => graph.degree(key) > 0)));
    expect(alone.every((key) => graph.getNodeAttribute(key, 'community') === undefined)).toBe(true);
  });

  it('gives numbers of two decimals to every node, and larger ones to those mentioned more', () => {
    const graph = laidOut(readGraph(SMALL));
    for (const { x, y, size } of spots(graph)) for (const value of [x, y, size]) expect(value).toBe(Math.round(value * 100) / 100);
    expect(graph.getNodeAttribute('country:IR', 'size')).toBeGreaterThan(graph.getNodeAttribute('country:AE', 'size') ?? Infinity);
  });

  it('manages an empty graph, one node and one pair', () => {
    const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes, GraphAttributes>();
    layout(graph);
    const node = (label: string): NodeAttributes => ({ label, type: 'Place', aliases: [], mentions: 0, stories: [] });
    graph.addNode('a', node('a'));
    layout(graph);
    expect(graph.getNodeAttributes('a')).toMatchObject({ x: 0, y: 0 });
    graph.addNode('b', node('b'));
    graph.addDirectedEdge('a', 'b', { weight: 1 } as EdgeAttributes);
    layout(graph);
    expect(spots(graph).every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});
