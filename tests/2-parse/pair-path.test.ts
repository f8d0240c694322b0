import { expect, it } from 'vitest';
import { hangingOf, pairPath } from '../../src/2-parse/pair-path.ts';
import type { Token } from '../../src/model/sentence.ts';

/** "Norway met envoys from Chad's neighbour": index, word, head, relation. */
const TOKENS = [
  ['Norway', 1, 'nsubj'], ['met', -1, 'root'], ['envoys', 1, 'obj'], ['From', 6, 'case'], ['Chad', 6, 'nmod:poss'], ["'s", 4, 'case'], ['neighbour', 2, 'nmod'],
].map(([text, head, deprel], index) => ({ index, text, head, deprel }) as Token);

it('goes up from a word to the root', () => {
  expect(hangingOf(TOKENS, 4).path).toEqual([4, 6, 2, 1]);
  expect(hangingOf(TOKENS, 1).path).toEqual([1]);
});

it('tells the preposition, and takes no possessive mark for one', () => {
  expect(hangingOf(TOKENS, 6).preposition).toBe('from');
  expect(hangingOf(TOKENS, 4).preposition).toBeUndefined();
});

it('gives the words between two, without the one where their paths meet', () => {
  expect(pairPath(hangingOf(TOKENS, 0), hangingOf(TOKENS, 4))).toEqual({ up: [0], down: [4, 6, 2] });
  expect(pairPath(hangingOf(TOKENS, 4), hangingOf(TOKENS, 6))).toEqual({ up: [4], down: [] });
});
