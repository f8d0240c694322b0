import { expect, it } from 'vitest';
import { RelationHead, type HeadFile } from '../../src/2-parse/relation-head.ts';
import type { Token } from '../../src/model/sentence.ts';

const TOKENS = [['Norway', 1, 'nsubj'], ['thanked', -1, 'root'], ['Chad', 1, 'obj']].map(([text, head, deprel], index) => ({ index, text, head, deprel }) as Token);
const NONE = [[0, 0], [0, 0]];

/** One number to ask with and one to read with; a pair is praised by the answer of the word that answers loudest. */
const HEAD: HeadFile = {
  types: ['PRAISED', 'MET'], nodeTypes: ['Country'], forms: ['name'], relations: ['nsubj', 'obj', 'root'], cases: ['of'], query: 1, hidden: 1,
  features: { sourceType: NONE, targetType: NONE, sourceForm: NONE, targetForm: NONE, distance: Array.from({ length: 11 }, (_, row) => [row > 5 ? 3 : -3, 0]), sourceCase: NONE, targetCase: NONE, length: NONE, step: NONE },
  weight: [[2], [-2]], bias: [0, 0],
};
/** Asked as source and target, asked, answering for source and target, answer: of each word. */
const WORDS = Float32Array.from([0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 2, 0, 0, 0, 0, 0, 0]);
const [NORWAY, CHAD] = [{ token: 0, type: 'Country', form: 'name' }, { token: 2, type: 'Country', form: 'name' }] as const;

const ALL = new Set(HEAD.types);

it('reads a relation from the word that answers, and names that word', () => {
  const [reading, ...others] = new RelationHead(HEAD).scorer(WORDS, TOKENS).read(NORWAY, CHAD, { least: 0.5, types: ALL });
  // Its answer is 2 but for the two others' shares of e^-8: gelu(2) is 1.9545, and 1 / (1 + e^-3.909) is 0.980.
  expect(reading).toMatchObject({ type: 'PRAISED', trigger: 1 });
  expect(reading?.probability).toBeCloseTo(0.98, 2);
  expect(others).toEqual([]);
});

it('reads the pair the other way round as another question', () => {
  const readings = new RelationHead(HEAD).scorer(WORDS, TOKENS).read(CHAD, NORWAY, { least: 0, types: ALL });
  // Asked with the opposite sign the verb keeps silent: nothing is read, which is one half for either type.
  expect(readings.map(({ type, probability }) => [type, Math.round(probability * 100) / 100])).toEqual([['PRAISED', 0.5], ['MET', 0.5]]);
});

it('tells only of the types that are asked for', () => {
  const readings = new RelationHead(HEAD).scorer(WORDS, TOKENS).read(CHAD, NORWAY, { least: 0, types: new Set(['MET'] as const) });
  expect(readings.map(({ type }) => type)).toEqual(['MET']);
});
