import { describe, expect, it } from 'vitest';
import { segment } from '../../../viewer/state/segments.ts';

describe('segment', () => {
  it('cuts at every border of overlapping marks and loses no letter', () => {
    const text = 'Kabul’s foreign minister met him.';
    const pieces = segment(text, [{ start: 0, end: 24, value: 'source' }, { start: 8, end: 24, value: 'trigger' }, { start: 29, end: 32, value: 'target' }]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces).toEqual([
      { text: 'Kabul’s ', start: 0, marks: ['source'] },
      { text: 'foreign minister', start: 8, marks: ['source', 'trigger'] },
      { text: ' met ', start: 24, marks: [] },
      { text: 'him', start: 29, marks: ['target'] },
      { text: '.', start: 32, marks: [] },
    ]);
  });

  it('takes a part of the text, cuts marks that reach over it and leaves out empty ones', () => {
    expect(segment('abcdefgh', [{ start: 0, end: 4, value: 1 }, { start: 5, end: 5, value: 2 }, { start: 7, end: 99, value: 3 }], 2, 8)).toEqual([
      { text: 'cd', start: 2, marks: [1] },
      { text: 'efg', start: 4, marks: [] },
      { text: 'h', start: 7, marks: [3] },
    ]);
    expect(segment('', [])).toEqual([]);
  });
});
