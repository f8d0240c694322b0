// Operators, words of saying and support verbs: every row is well formed, and names a word once for each of its uses.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { operatorsOf, speechWord, supportVerb } from '../../src/lexicon/clause-words.ts';
import { isEdgeType } from '../../src/model/vocabulary.ts';

type Row = Readonly<Record<string, unknown>>;

function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(new URL(`../../src/lexicon/data/${file}`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

const isSentence = (value: unknown): boolean => typeof value === 'string' && /^["“A-Z].*[.!?]$/u.test(value);
const oneOf = (value: unknown, allowed: readonly string[]): boolean => typeof value === 'string' && allowed.includes(value);

function repeated(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) !== index);
}

describe('operators', () => {
  const rows = rowsOf('operators.jsonl');

  function faultsOf(row: Row): boolean {
    const effect = row['modality'] !== undefined || row['polarity'] !== undefined;
    return !(
      oneOf(row['pos'], ['verb', 'noun', 'adj', 'adv', 'aux', 'sconj'])
      && (row['modality'] === undefined || oneOf(row['modality'], ['intended', 'possible', 'hypothetical']))
      && (row['polarity'] === undefined || row['polarity'] === 'negated')
      && (row['edge'] === undefined || (typeof row['edge'] === 'string' && isEdgeType(row['edge'])))
      && oneOf(row['scope'], ['comp', 'clause']) && effect && isSentence(row['example'])
    );
  }

  test('every row is well formed', () => {
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter(faultsOf)).toEqual([]);
  });

  test('a word has one row for each preposition', () => {
    expect(repeated(rows.map((row) => [row['pos'], row['lemma'], row['with'] ?? ''].join(' ')))).toEqual([]);
  });

  test('a refusal negates what it embeds and is an act of its own', () => {
    expect(operatorsOf('verb', 'refuse')[0]).toMatchObject({ polarity: 'negated', rejects: true });
    expect(operatorsOf('verb', 'deny')[0]).toMatchObject({ polarity: 'negated', denies: true });
    expect(operatorsOf('adj', 'alleged')[0]).toMatchObject({ modality: 'possible' });
    expect(operatorsOf('verb', 'bake')).toEqual([]);
  });
});

describe('words of saying', () => {
  const rows = rowsOf('speech.jsonl');

  test('every row is well formed and stands once', () => {
    expect(rows.length).toBeGreaterThan(150);
    expect(rows.filter((row) => !(oneOf(row['pos'], ['verb', 'noun', 'adp'])
      && oneOf(row['stance'], ['neutral', 'claim', 'deny', 'doubt'])
      && oneOf(row['speaker'], ['subj', 'obj', 'poss']) && isSentence(row['example'])))).toEqual([]);
    expect(repeated(rows.map((row) => [row['pos'], row['lemma']].join(' ')))).toEqual([]);
  });

  test('tell a claim from a report and a denial', () => {
    expect(speechWord('verb', 'say')?.stance).toBe('neutral');
    expect(speechWord('verb', 'claim')?.stance).toBe('claim');
    expect(speechWord('noun', 'denial')?.stance).toBe('deny');
    expect(speechWord('verb', 'bake')).toBeUndefined();
  });
});

test('a support verb lends its subject as who acts or as who suffers', () => {
  const { plain, reversed } = JSON.parse(readFileSync(new URL('../../src/lexicon/data/support-verbs.json', import.meta.url), 'utf8')) as Record<'plain' | 'reversed', string[]>;
  expect(plain.filter((verb) => reversed.includes(verb))).toEqual([]);
  expect(repeated([...plain, ...reversed])).toEqual([]);
  expect(supportVerb('hold')).toBe('plain');
  expect(supportVerb('face')).toBe('reversed');
  expect(supportVerb('bake')).toBeUndefined();
});
