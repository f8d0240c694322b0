// The scorer on a graph of one small story whose numbers can be counted by hand.

import { describe, expect, it } from 'vitest';
import type { EdgeRecord, GraphFile, NodeRecord } from '../../graph/schema.ts';
import { scoreGraph, strictTally, fullTally } from '../../scripts/eval/score.ts';
import type { GoldEdge, GoldStory } from '../../scripts/eval/gold.ts';
import { ratesOf } from '../../scripts/eval/measure.ts';
import type { Evidence } from '../../src/model/evidence.ts';
import type { EdgeType, NodeType } from '../../src/model/vocabulary.ts';

const TEXT = 'Norway praised Kenya. Kenya met Norway, officials said.';

function node(key: string, label: string, type: NodeType, more: Partial<NodeRecord['attributes']> = {}): NodeRecord {
  return { key, attributes: { label, type, aliases: [], mentions: 1, stories: ['s'], ...more } };
}

function edge(source: string, type: EdgeType, target: string, more: Partial<EdgeRecord['attributes']> & { attributedTo?: string[]; start?: number } = {}): EdgeRecord {
  const { attributedTo = [], start = 0, ...attributes } = more;
  const end = start + 21;
  const span = { text: '', start: 0, end: 0 };
  const evidence: Evidence = { story: 's', sentence: 0, start, end, text: TEXT.slice(0, 21), trigger: span, sourceMention: span, targetMention: span, attributedTo, rule: 'test', confidence: 0.8 };
  const key = `${source}|${type}|${target}|${attributes.polarity ?? ''}|${attributes.modality ?? ''}`;
  return { key, source, target, attributes: { type, polarity: 'affirmed', modality: 'asserted', weight: 1, confidence: 0.8, status: 'reported', evidence: [evidence], ...attributes } };
}

function graph(edges: readonly EdgeRecord[], nodes: readonly NodeRecord[] = NODES): GraphFile {
  return {
    attributes: { format: 1, vocabularyVersion: 1, extractorVersion: '0', stories: [{ id: 's', title: 'Sample', text: TEXT, source: 'test', sha256: '0' }] },
    options: { type: 'directed', multi: true, allowSelfLoops: false }, nodes: [...nodes], edges: [...edges],
  };
}

const NODES = [node('country:KE', 'Kenya', 'Country', { wikidata: 'Q114' }), node('country:NO', 'Kingdom of Norway', 'Country', { aliases: ['the Norway'] }), node('group:officials', 'officials', 'Group')];

function gold(edges: readonly GoldEdge[], more: Partial<GoldStory> = {}): GoldStory {
  return {
    id: 's', edges,
    entities: [
      { id: 'norway', names: ['Norway'], type: 'Country', wikidata: 'Q20' }, { id: 'kenya', names: ['Nairobi'], type: 'Country', wikidata: 'Q114' },
      { id: 'officials', names: ['Officials'], type: 'Organisation', optional: true },
    ],
    ...more,
  };
}

const PRAISE: GoldEdge = { source: 'norway', type: 'PRAISED', target: 'kenya', modality: 'asserted', attributedTo: [] };

describe('entities', () => {
  it('meet by QID, then by folded label or alias', () => {
    const score = scoreGraph(graph([]), [gold([])]);
    expect(score.entities).toEqual({ right: 2, wrong: 0, missed: 0 });
    expect(score.types).toEqual({ right: 2, of: 2 });
    expect(score.links).toEqual({ right: 1, of: 2 });
    expect(score.errors.map(({ phase }) => phase)).toEqual(['link']);
  });

  it('count once: a second node of the same is split, an unknown one is wrong, an absent one missed', () => {
    const nodes = [node('country:KE', 'Nairobi', 'Place'), node('place:nairobi', 'Nairobi', 'Place'), node('org:x', 'Acme', 'Organisation')];
    const score = scoreGraph(graph([], nodes), [gold([])]);
    expect(score.entities).toEqual({ right: 1, wrong: 2, missed: 1 });
    expect(score.errors.map(({ phase, text }) => `${phase}: ${text}`)).toEqual([
      'type: kenya: Place, gold Country', 'link: kenya: no QID, gold Q114', 'coreference: split in two: kenya: Nairobi', 'mention: not in gold: Acme (Organisation)', 'mention: missed: Norway',
    ]);
  });
});

describe('edges', () => {
  it('are right by ends, type and polarity; a symmetric one either way round', () => {
    const score = scoreGraph(graph([edge('country:NO', 'PRAISED', 'country:KE'), edge('country:KE', 'MET', 'country:NO')]), [gold([PRAISE, { source: 'norway', type: 'MET', target: 'kenya' }])]);
    expect(strictTally(score)).toEqual({ right: 2, wrong: 0, missed: 0 });
    expect(fullTally(score)).toEqual({ right: 2, wrong: 0, missed: 0 });
    expect(score.judgements.map(({ right }) => right)).toEqual([true, true]);
  });

  it('of another type of the class are right in the coarse count alone', () => {
    const score = scoreGraph(graph([edge('country:NO', 'SUPPORTED', 'country:KE')]), [gold([PRAISE])]);
    expect(strictTally(score)).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(score.byType.get('SUPPORTED')).toEqual({ right: 0, wrong: 1, missed: 0 });
    expect(score.byType.get('PRAISED')).toEqual({ right: 0, wrong: 0, missed: 1 });
    expect(score.coarse).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(score.misses).toEqual({ withoutEnd: 0, otherwise: 1, unjoined: 0 });
  });

  it('of the other polarity are both wrong and missed', () => {
    const score = scoreGraph(graph([edge('country:NO', 'PRAISED', 'country:KE', { polarity: 'negated' })]), [gold([PRAISE])]);
    expect(strictTally(score)).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect(score.polarity).toEqual({ right: 0, of: 1 });
    expect(score.judgements.map(({ right }) => right)).toEqual([false]);
  });

  it('need modality and a claimant of the gold to be full', () => {
    const given = edge('country:NO', 'PRAISED', 'country:KE', { modality: 'possible', attributedTo: ['country:KE'] });
    const score = scoreGraph(graph([given]), [gold([PRAISE])]);
    expect(strictTally(score).right).toBe(1);
    expect(fullTally(score)).toEqual({ right: 0, wrong: 1, missed: 1 });
    expect([score.modality, score.attribution]).toEqual([{ right: 0, of: 1 }, { right: 0, of: 1 }]);
    const claimed = scoreGraph(graph([given]), [gold([{ ...PRAISE, modality: 'possible', attributedTo: ['officials', 'kenya'] }])]);
    expect(fullTally(claimed)).toEqual({ right: 1, wrong: 0, missed: 0 });
  });

  it('may take an alternative reading; optional ones count neither way; a second modality is no error', () => {
    const given = [edge('country:NO', 'PRAISED', 'country:KE'), edge('country:NO', 'PRAISED', 'country:KE', { modality: 'intended' }), edge('country:KE', 'VISITED', 'group:officials')];
    const score = scoreGraph(graph(given), [gold([{ source: 'officials', type: 'AIDED', target: 'kenya', or: [{ source: 'norway', type: 'PRAISED' }] }, { source: 'kenya', type: 'VISITED', target: 'officials', optional: true }])]);
    expect(strictTally(score)).toEqual({ right: 1, wrong: 0, missed: 0 });
    expect(score.judgements.map(({ right }) => right)).toEqual([true, true, true]);
  });

  it('whose sentence is not in the text are unfounded and do not count', () => {
    const score = scoreGraph(graph([edge('country:NO', 'PRAISED', 'country:KE', { start: 3 })]), [gold([PRAISE])]);
    expect(score.unfounded).toBe(1);
    expect(strictTally(score)).toEqual({ right: 0, wrong: 0, missed: 1 });
  });

  it('that the text contradicts are counted where they stand as fact', () => {
    const claim = gold([], { forbidden: [{ source: 'norway', type: 'PRAISED', target: 'kenya' }] });
    expect(scoreGraph(graph([edge('country:NO', 'PRAISED', 'country:KE')]), [claim]).forbidden).toBe(1);
    expect(scoreGraph(graph([edge('country:NO', 'PRAISED', 'country:KE', { attributedTo: ['country:KE'] })]), [claim]).forbidden).toBe(0);
  });
});

it('finds a story of another id by its text, and misses all of one that is absent', () => {
  const elsewhere = { ...gold([PRAISE]), id: 'other' };
  expect(scoreGraph(graph([edge('country:NO', 'PRAISED', 'country:KE')]), [{ ...elsewhere, match: { text: 'norway PRAISED Kenya' } }]).missingStories).toBe(0);
  const score = scoreGraph(graph([]), [elsewhere]);
  expect([score.missingStories, strictTally(score).missed, score.entities.missed]).toEqual([1, 1, 2]);
});

it('computes precision, recall and F1', () => {
  expect(ratesOf({ right: 6, wrong: 2, missed: 4 })).toEqual({ precision: 0.75, recall: 0.6, f1: (2 * 0.75 * 0.6) / 1.35 });
  expect(ratesOf({ right: 0, wrong: 0, missed: 0 })).toEqual({ precision: 0, recall: 0, f1: 0 });
});
