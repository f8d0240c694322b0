import { describe, expect, it } from 'vitest';
import type { EdgeRecord, GraphFile } from '../../../graph/schema.ts';
import { betweenness, measure, pageRank } from '../../../viewer/state/centrality.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { smallGraph } from './fixture.ts';

/** Nodes 0, 1, 2, … joined by directed edges. */
function graphOf(nodes: number, pairs: readonly (readonly [number, number])[]) {
  const file = smallGraph();
  const edge = file.edges.find(({ attributes }) => attributes.symmetric !== true)!;
  const edges: EdgeRecord[] = pairs.map(([source, target]) => ({ ...edge, key: `${source}-${target}`, source: String(source), target: String(target) }));
  const made: GraphFile = { ...file, nodes: Array.from({ length: nodes }, (_, key) => ({ ...file.nodes[0]!, key: String(key) })), edges };
  return indexGraph(made);
}

describe('centrality', () => {
  it('gives the betweenness of a path and a star', () => {
    expect([...betweenness(graphOf(4, [[0, 1], [1, 2], [2, 3]]))]).toEqual([0, 4, 4, 0]);
    expect([...betweenness(graphOf(4, [[0, 1], [0, 2], [0, 3]]))]).toEqual([6, 0, 0, 0]);
    expect([...betweenness(graphOf(4, [[0, 1], [1, 3], [0, 2], [2, 3]]))]).toEqual([1, 1, 1, 1]);
  });

  it('gives PageRank that sums to 1 and prefers whom many point to', () => {
    const rank = pageRank(graphOf(4, [[0, 3], [1, 3], [2, 3], [3, 0]]));
    expect(rank.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(rank[3]).toBeGreaterThan(rank[0]!);
    expect(rank[0]).toBeGreaterThan(rank[1]!);
    expect(rank[1]).toBeCloseTo(0.15 / 4, 9);
  });

  it('counts mentions and degree', () => {
    const data = indexGraph(smallGraph());
    expect(measure(data, 'mentions')[data.nodeAt.get('country:IR')!]).toBe(6);
    expect(measure(data, 'degree')[data.nodeAt.get('country:IR')!]).toBe(7);
  });
});
