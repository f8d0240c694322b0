import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../../graph/lookup/graph-data.ts';
import { createSentenceSearch } from '../../../graph/lookup/sentence-search.ts';
import { smallGraph } from '../../viewer/state/fixture.ts';

const data = indexGraph(smallGraph());
const find = createSentenceSearch(data);
const texts = (query: string, limit?: number): string[] => find(query, limit).map(({ edge, place }) => data.edges[edge]!.attributes.evidence[place]!.text);

describe('sentence search', () => {
  it('finds sentences with all words, in any order and case', () => {
    expect(texts('WINTER wheat')).toEqual(['He promised that New Delhi would send wheat to Afghanistan before winter.']);
  });

  it('gives a sentence once though it states several edges, and no more than asked for', () => {
    const all = texts('noori', 100);
    expect(new Set(all).size).toBe(all.length);
    expect(texts('noori', 1).length).toBe(1);
  });

  it('finds nothing for a letter or two', () => {
    expect(texts('we')).toEqual([]);
    expect(texts('no such words anywhere')).toEqual([]);
  });
});
