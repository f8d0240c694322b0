import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { caseShape } from '../../src/2-parse/case-shape.ts';
import { WordPiece } from '../../src/2-parse/wordpiece.ts';

const vocabulary = readFileSync(new URL('../../model/vocab.txt', import.meta.url), 'utf8');
const names = vocabulary.split('\n');
const pieces = new WordPiece(vocabulary);
const shown = (...words: readonly string[]): readonly string[] => pieces.encode(words).ids.map((id) => names[id] ?? '');

describe('word pieces', () => {
  it('are the longest that fit, uncased and without accents', () => {
    expect(shown('Élysée')).toEqual(['[CLS]', 'ely', '##see', '[SEP]']);
    expect(shown('unaffable')).toEqual(['[CLS]', 'una', '##ffa', '##ble', '[SEP]']);
  });

  it('part at punctuation', () => {
    expect(shown('U.S.')).toEqual(['[CLS]', 'u', '.', 's', '.', '[SEP]']);
    expect(shown('a$b')).toEqual(['[CLS]', 'a', '$', 'b', '[SEP]']);
    expect(shown('n’t')).toEqual(['[CLS]', 'n', '’', 't', '[SEP]']);
  });

  it('know first and last piece and case shape of each word', () => {
    const encoding = pieces.encode(['Élysée', 'said']);
    expect(encoding.first).toEqual([1, 3]);
    expect(encoding.last).toEqual([2, 3]);
    expect(encoding.shapes).toEqual([0, 7, 7, 4, 0]);
  });

  it('are the unknown one for what the vocabulary lacks', () => {
    expect(shown('☃')).toEqual(['[CLS]', '[UNK]', '[SEP]']);
    expect(shown('\u200d')).toEqual(['[CLS]', '[UNK]', '[SEP]']);
    expect(shown('a'.repeat(101))).toEqual(['[CLS]', '[UNK]', '[SEP]']);
  });

  it('are twelve at most, however long the word', () => {
    expect(pieces.pieceCount('a.'.repeat(5000))).toBe(12);
  });

  it('need the special pieces', () => {
    expect(() => new WordPiece('a\nb')).toThrow('[CLS]');
  });
});

describe('case shapes', () => {
  it.each([['2021', 1], ['--', 2], ['G8', 3], ['said', 4], ['NATO', 5], ['I', 6], ['Kabul', 7], ['iPhone', 8], ['U.S.', 5], ['Élysée', 7], ['中', 8]])(
    '%s is of class %i', (word, shape) => {
      expect(caseShape(word)).toBe(shape);
    });
});
