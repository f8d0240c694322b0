import { describe, expect, it } from 'vitest';
import { SpanDecoder } from '../../src/2-parse/span-viterbi.ts';

const decoder = new SpanDecoder(['O', 'B-ORG', 'I-ORG', 'B-GPE', 'I-GPE']);
const decode = (...rows: readonly (readonly number[])[]) => decoder.decode(rows.flat(), rows.length);

describe('span tags', () => {
  it('become spans', () => {
    expect(decode([0, 5, 0, 0, 0], [0, 0, 5, 0, 0], [5, 0, 0, 0, 0], [0, 0, 0, 5, 0])).toEqual([
      { first: 0, last: 2, label: 'ORG' }, { first: 3, last: 4, label: 'GPE' },
    ]);
  });

  it('part two spans of one type that touch', () => {
    expect(decode([0, 5, 0, 0, 0], [0, 5, 0, 0, 0])).toEqual([
      { first: 0, last: 1, label: 'ORG' }, { first: 1, last: 2, label: 'ORG' },
    ]);
  });

  it('never begin inside: the best allowed path wins, not the best tag', () => {
    expect(decode([1, 3, 0, 0, 4], [0, 0, 5, 0, 4.5])).toEqual([{ first: 0, last: 2, label: 'ORG' }]);
    expect(decode([0, 0, 0, 0, 9])).toEqual([]);
    expect(decode([5, 0, 0, 0, 0], [0, 0, 4, 3, 0])).toEqual([{ first: 1, last: 2, label: 'GPE' }]);
  });

  it('are none without words', () => {
    expect(decode()).toEqual([]);
  });
});
