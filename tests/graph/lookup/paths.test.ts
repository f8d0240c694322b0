import { describe, expect, it } from 'vitest';
import { balanceOf } from '../../../viewer/state/balance.ts';
import { edgesBetween, indexGraph } from '../../../graph/lookup/graph-data.ts';
import { commonNeighbours, neighbourhood, shortestPaths } from '../../../graph/lookup/paths.ts';
import { smallGraph } from '../../viewer/state/fixture.ts';

const data = indexGraph(smallGraph());
const all = (): boolean => true;
const at = (key: string): number => data.nodeAt.get(key)!;
const keysOf = (nodes: Iterable<number>): string[] => [...nodes].map((node) => data.nodes[node]!.key);

describe('shortestPaths', () => {
  it('finds every shortest path between two who never met', () => {
    const { paths, hasMore } = shortestPaths(data, at('person:rohan-mehta'), at('person:leila-farahani'), all);
    expect(paths.map(keysOf)).toEqual([['person:rohan-mehta', 'person:gul-agha-noori', 'country:IR', 'person:leila-farahani']]);
    expect(hasMore).toBe(false);
  });

  it('finds several of one length and says when it lists only some', () => {
    const between = shortestPaths(data, at('country:IN'), at('country:PK'), all);
    expect(between.paths.map((path) => keysOf(path)[1])).toEqual(['country:AF', 'militia:taliban', 'organisation:in/ministry-of-external-affairs']);
    expect(shortestPaths(data, at('country:IN'), at('country:PK'), all, 2)).toMatchObject({ hasMore: true });
  });

  it('gives up where all are longer than they may be', () => {
    const atMost = (longest: number) => shortestPaths(data, at('person:rohan-mehta'), at('person:leila-farahani'), all, 20, longest).paths.length;
    expect([atMost(2), atMost(3)]).toEqual([0, 1]);
  });

  it('heeds the filters and knows when there is no path', () => {
    expect(shortestPaths(data, at('country:IN'), at('country:PK'), () => false).paths).toEqual([]);
    expect(shortestPaths(data, at('country:IN'), at('country:IN'), all).paths).toEqual([[at('country:IN')]]);
  });
});

it('finds common neighbours and neighbourhoods', () => {
  expect(keysOf(commonNeighbours(data, at('country:IN'), at('country:PK'), all))).toEqual(['country:AF', 'militia:taliban', 'organisation:in/ministry-of-external-affairs']);
  expect(neighbourhood(data, at('place:ae/dubai'), 0, all).size).toBe(1);
  expect(keysOf(neighbourhood(data, at('place:ae/dubai'), 1, all)).length).toBe(3);
  expect(neighbourhood(data, at('place:ae/dubai'), 99, all).size).toBe(15);
});

it('balances cooperation and conflict, CALLED_ON being neither', () => {
  const between = (a: string, b: string) => balanceOf(data, edgesBetween(data, at(a), at(b), all));
  expect(between('country:PK', 'militia:taliban')).toEqual({ cooperation: 0, conflict: 0 });
  expect(between('country:IL', 'country:IR')).toEqual({ cooperation: 0, conflict: 1 });
  expect(between('person:gul-agha-noori', 'person:rohan-mehta')).toEqual({ cooperation: 2, conflict: 0 });
  expect(between('country:IN', 'militia:taliban')).toEqual({ cooperation: 0, conflict: 0 });
});
