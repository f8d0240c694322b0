// The schema of the trigger lexicon (src/lexicon/data/triggers/README.md), checked over every line of every file.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NODE_TYPES, isEdgeType } from '../../src/model/vocabulary.ts';

const FOLDER = new URL('../../src/lexicon/data/triggers/', import.meta.url);

const FIELDS = new Set([
  'type', 'pos', 'lemma', 'particle', 'object', 'with', 'modifier', 'source', 'target', 'sourceReach', 'reach',
  'sourceTypes', 'targetTypes', 'notTarget', 'polarity', 'modality', 'confidence', 'example', 'edges',
]);

const PREPOSITIONS = [
  'about', 'above', 'across', 'after', 'against', 'alongside', 'along', 'amid', 'among', 'around', 'as', 'at', 'before',
  'behind', 'below', 'beneath', 'beside', 'between', 'beyond', 'by', 'despite', 'down', 'during', 'for', 'from', 'in', 'inside',
  'into', 'like', 'near', 'of', 'off', 'on', 'onto', 'opposite', 'out', 'outside', 'over', 'past', 'round', 'through',
  'throughout', 'to', 'toward', 'towards', 'under', 'unlike', 'until', 'up', 'upon', 'via', 'with', 'within', 'without',
  'in front of', 'on behalf of', 'out of',
];

/** The slots that each part of speech has, besides the prepositions. */
const SLOTS: Readonly<Record<string, readonly string[]>> = {
  verb: ['subj', 'obj', 'iobj', 'comp', 'inner', 'unless', 'each'],
  noun: ['poss', 'pre', 'subj', 'obj', 'comp', 'head', 'each', 'ground'],
  adj: ['head', 'subj', 'pre', 'post'],
  adv: ['subj', 'obj', 'head'],
  adp: ['subj', 'obj', 'head'],
};

const POLARITIES = ['negated', 'affirmed'];
const MODALITIES = ['asserted', 'intended', 'possible', 'hypothetical'];
const WORD = /^[a-z]+$/u;

type Entry = Readonly<Record<string, unknown>>;

const strings = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : []).filter((item): item is string => typeof item === 'string');

/** What is wrong with one list field: absent is fine, else it must be a list of strings that all pass. */
function listFaults(entry: Entry, field: string, passes: (item: string) => boolean): string[] {
  const value = entry[field];
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length === 0) return [`${field} is no list`];
  if (strings(value).length !== value.length) return [`${field} holds something other than strings`];
  return strings(value).filter((item) => !passes(item)).map((item) => `${field}: "${item}"`);
}

function oneOf(entry: Entry, field: string, allowed: readonly string[]): string[] {
  const value = entry[field];
  return value === undefined || (typeof value === 'string' && allowed.includes(value)) ? [] : [`${field}: ${JSON.stringify(value)}`];
}

function slotFaults(entry: Entry): string[] {
  const legal = [...(SLOTS[String(entry['pos'])] ?? []), ...PREPOSITIONS];
  const faults = (['source', 'target'] as const).flatMap((end) =>
    entry[end] === undefined ? [`${end} is absent`] : listFaults(entry, end, (slot) => legal.includes(slot)));
  if (strings(entry['source']).includes('each')) faults.push('"each" can be a target only');
  return faults;
}

function edgeFaults(entry: Entry): string[] {
  const example = typeof entry['example'] === 'string' ? entry['example'] : '';
  const edges = entry['edges'];
  if (!Array.isArray(edges) || edges.length === 0) return ['no edges'];
  return edges.flatMap((edge: unknown) => {
    const [source, target, polarity, modality] = strings(edge);
    if (source === undefined || target === undefined) return ['an edge without two ends'];
    return [
      ...[source, target].filter((name) => !example.includes(name)).map((name) => `"${name}" is not in the example`),
      ...(source === target ? [`"${source}" stands at both ends`] : []),
      ...(polarity === undefined || POLARITIES.includes(polarity) ? [] : [`edge polarity "${polarity}"`]),
      ...(modality === undefined || MODALITIES.includes(modality) ? [] : [`edge modality "${modality}"`]),
    ];
  });
}

function faultsOf(entry: Entry): string[] {
  const confidence = entry['confidence'];
  const example = entry['example'];
  return [
    ...Object.keys(entry).filter((field) => !FIELDS.has(field)).map((field) => `unknown field ${field}`),
    ...(typeof entry['type'] === 'string' && isEdgeType(entry['type']) ? [] : [`type ${JSON.stringify(entry['type'])}`]),
    ...(typeof entry['pos'] === 'string' && entry['pos'] in SLOTS ? [] : [`pos ${JSON.stringify(entry['pos'])}`]),
    ...(typeof entry['lemma'] === 'string' && entry['lemma'] !== '' ? [] : ['lemma is absent']),
    ...(entry['particle'] === undefined || (typeof entry['particle'] === 'string' && WORD.test(entry['particle'])) ? [] : ['particle']),
    ...listFaults(entry, 'object', (word) => word !== ''),
    ...listFaults(entry, 'modifier', (word) => word !== ''),
    ...listFaults(entry, 'with', (phrase) => /^(?:[a-z]+:[\w-]+|(?:xcomp|that):\*)$/u.test(phrase) && ['xcomp', 'that', ...PREPOSITIONS].includes(phrase.split(':')[0] ?? '')),
    ...listFaults(entry, 'sourceTypes', (type) => Object.hasOwn(NODE_TYPES, type)),
    ...listFaults(entry, 'targetTypes', (type) => Object.hasOwn(NODE_TYPES, type)),
    ...oneOf(entry, 'reach', ['self', 'holder']),
    ...oneOf(entry, 'sourceReach', ['self', 'holder']),
    ...oneOf(entry, 'polarity', POLARITIES),
    ...oneOf(entry, 'modality', MODALITIES),
    ...(confidence === undefined || (typeof confidence === 'number' && confidence > 0 && confidence <= 1) ? [] : ['confidence']),
    ...(typeof example === 'string' && /^["“A-Z0-9].*[.!?]["”]?$/u.test(example) ? [] : ['the example is no sentence']),
    ...slotFaults(entry),
    ...edgeFaults(entry),
  ];
}

/** What makes two entries one: everything but the prior and the example. */
const identity = (entry: Entry): string =>
  JSON.stringify([...FIELDS].filter((field) => !['confidence', 'example', 'edges'].includes(field)).map((field) => entry[field]));

function readLines(file: string): readonly { readonly at: string; readonly entry: Entry }[] {
  return readFileSync(new URL(file, FOLDER), 'utf8').split('\n').flatMap((line, index) =>
    line === '' ? [] : [{ at: `${file}:${String(index + 1)}`, entry: JSON.parse(line) as Entry }]);
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jsonl')).sort();

describe('the trigger lexicon', () => {
  test('has files', () => {
    expect(files).toContain('verbal-cooperation.jsonl');
  });

  test.each(files)('%s keeps the schema on every line', (file) => {
    const faults = readLines(file).flatMap(({ at, entry }) => faultsOf(entry).map((fault) => `${at} ${String(entry['lemma'])}: ${fault}`));
    expect(faults).toEqual([]);
  });

  test.each(files)('%s states nothing twice', (file) => {
    const seen = new Map<string, string>();
    const twice = readLines(file).flatMap(({ at, entry }) => {
      const key = identity(entry);
      const first = seen.get(key);
      seen.set(key, at);
      return first === undefined ? [] : [`${at} repeats ${first}`];
    });
    expect(twice).toEqual([]);
  });
});
