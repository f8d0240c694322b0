import { describe, expect, it } from 'vitest';
import type { GraphFile } from '../../../graph/schema.ts';
import { coresOf, largestComponent, mostConnected } from '../../../viewer/state/components.ts';
import { indexGraph, type GraphData } from '../../../viewer/state/graph-data.ts';

/** A graph of so many nodes with the given edges, parallel ones among them. */
function graphOf(count: number, pairs: readonly (readonly [number, number])[]): GraphData {
  const nodes = Array.from({ length: count }, (_, index) => ({ key: `n${index}`, attributes: { label: '', type: 'Country', aliases: [], mentions: 1, stories: [] } }));
  const edges = pairs.map(([from, to], index) => ({ key: `e${index}`, source: `n${from}`, target: `n${to}`, attributes: { evidence: [] } }));
  return indexGraph({ attributes: { stories: [] }, nodes, edges } as unknown as GraphFile);
}

const all = (): boolean => true;

describe('where to begin', () => {
  it('takes a small part whole', () => {
    const data = graphOf(5, [[0, 1], [1, 2], [3, 4]]);
    expect(mostConnected(data, all)).toEqual([0, 1, 2]);
    expect(largestComponent(data, (edge) => edge === 2)).toEqual([3, 4]);
  });

  it('finds the core of each node, parallel edges counted once', () => {
    // A triangle with a tail; the tail is tied twice.
    const data = graphOf(5, [[0, 1], [1, 2], [2, 0], [2, 3], [3, 2], [3, 2]]);
    expect([...coresOf(data, all)]).toEqual([2, 2, 2, 1, 0]);
    expect([...coresOf(data, (edge) => edge !== 2)]).toEqual([1, 1, 1, 1, 0]);
  });

  it('takes of a large part the densest core that is no mere handful', () => {
    // Everyone of the first forty is tied to the five next of a ring; each of 200 others hangs on one of them.
    const ring = Array.from({ length: 40 }, (_, node) => [1, 2, 3, 4, 5].map((step) => [node, (node + step) % 40] as const)).flat();
    const leaves = Array.from({ length: 200 }, (_, leaf) => [40 + leaf, leaf % 40] as const);
    const clique = [240, 241, 242].flatMap((a) => [240, 241, 242].filter((b) => b > a).map((b) => [a, b] as const));
    const data = graphOf(243, [...ring, ...leaves, ...clique, [240, 0]]);
    expect(mostConnected(data, all)).toEqual(Array.from({ length: 40 }, (_, node) => node));
  });
});
