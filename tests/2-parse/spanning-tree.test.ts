import { describe, expect, it } from 'vitest';
import { arcLogProbabilities, spanningTree } from '../../src/2-parse/spanning-tree.ts';

/** All trees with one root over a few words, by trying every choice of heads. */
function bestByTrial(scores: Float64Array, words: number): number {
  const size = words + 1;
  let best = -Infinity;
  const heads = Array.from({ length: words }, () => 0);
  const visit = (word: number, sum: number): void => {
    if (word === words) {
      if (isTree(heads)) best = Math.max(best, sum);
      return;
    }
    for (let head = 0; head < size; head++) {
      if (head === word + 1) continue;
      heads[word] = head;
      visit(word + 1, sum + (scores[word * size + head] ?? 0));
    }
  };
  visit(0, 0);
  return best;
}

function isTree(heads: ArrayLike<number>): boolean {
  let roots = 0;
  for (let word = 1; word <= heads.length; word++) {
    if (heads[word - 1] === 0) roots++;
    let at = word;
    for (let steps = 0; at !== 0; steps++) {
      if (steps > heads.length) return false;
      at = heads[at - 1] ?? 0;
    }
  }
  return roots === 1;
}

/** A fixed sequence of numbers without pattern (Park & Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

describe('spanning tree', () => {
  it('is the best of all trees with one root', () => {
    const next = numbers(7);
    for (let round = 0; round < 300; round++) {
      const words = 1 + (round % 5);
      const scores = Float64Array.from({ length: words * (words + 1) }, () => Math.log(next() ** 3 + 1e-6));
      const heads = spanningTree(scores, words);
      expect(isTree(heads)).toBe(true);
      let sum = 0;
      heads.forEach((head, word) => { sum += scores[word * (words + 1) + head] ?? 0; });
      // Four roots are tried: with five words one could be missed, but not in this sequence.
      expect(sum).toBeCloseTo(bestByTrial(scores, words), 9);
    }
  });

  it('breaks a cycle and keeps one root', () => {
    // Each of the two would head the other; the cheaper end is the second as root.
    expect([...spanningTree(Float64Array.from([-9, -99, -0.1, -3, -0.1, -99]), 2)]).toEqual([2, 0]);
    // Both would be the root; the second gives way.
    expect([...spanningTree(Float64Array.from([0, -99, -2, 0, -1, -99]), 2)]).toEqual([0, 1]);
  });

  it('makes a tree of a long sentence', () => {
    const next = numbers(11);
    const words = 250;
    const scores = Float64Array.from({ length: words * (words + 1) }, () => Math.log(next() + 1e-9));
    expect(isTree(spanningTree(scores, words))).toBe(true);
  });

  it('has no words without words', () => {
    expect([...spanningTree(new Float64Array(0), 0)]).toEqual([]);
  });
});

describe('arc log probabilities', () => {
  it('sum to one in each row and leave out the word itself', () => {
    const rows = arcLogProbabilities([1, 50, 3, 2, 0, -1], 2);
    expect(Math.exp(rows[0] ?? 0) + Math.exp(rows[2] ?? 0)).toBeCloseTo(1, 9);
    expect(Math.exp(rows[1] ?? 0)).toBe(0);
    expect(Math.exp(rows[3] ?? 0) + Math.exp(rows[4] ?? 0)).toBeCloseTo(1, 9);
  });
});
