import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../src/errors.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { createMerger } from '../../graph/merge.ts';
import type { DragomanGraph } from '../../graph/schema.ts';
import { entity, evidence, extraction, relation, story } from './stories.ts';

function merge(...extractions: Extraction[]): DragomanGraph {
  const merger = createMerger();
  for (const one of extractions) merger.add(one);
  return merger.build();
}

const IN = 'country:IN';
const PK = 'country:PK';

describe('the merger', () => {
  it('gives the same graph for any order of the stories', () => {
    const stories = [
      extraction(story('a'), [entity('person:x', { type: 'Person', label: 'A. Noori', aliases: ['Noori'] })],
        [relation(IN, 'MET', PK, evidence('a', { date: '2024' }))]),
      extraction(story('b'), [entity('person:x', { type: 'Group', label: 'Ali Noori', aliases: ['Noori', 'Ali Noori'] })],
        [relation(PK, 'MET', IN, evidence('b', { date: '2024-03-01', confidence: 0.5 }))]),
      extraction(story('c'), [entity('person:x', { type: 'Person', label: 'Ali Noori', aliases: ['Ali Noori'] })],
        [relation(IN, 'MET', PK, evidence('c', { sentence: 3, start: 9 }))]),
    ];
    const [a, b, c] = stories as [Extraction, Extraction, Extraction];
    const reference = JSON.stringify(merge(a, b, c).export());
    for (const order of [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]]) {
      expect(JSON.stringify(merge(...order).export())).toBe(reference);
    }
    const graph = merge(c, b, a);
    expect(graph.size).toBe(1);
    expect(graph.getNodeAttributes('person:x')).toMatchObject({
      label: 'Ali Noori', type: 'Person', aliases: ['Ali Noori', 'Noori'], mentions: 3, stories: ['a', 'b', 'c'],
    });
  });

  it('counts the same text once, whichever copy came first', () => {
    const text = 'The same words.';
    const first = extraction(story('1', text), [], [relation(IN, 'AIDED', PK, evidence('1'))]);
    const second = extraction(story('2', text), [], [relation(IN, 'AIDED', PK, evidence('2'))]);
    const graph = merge(first, second);
    expect(graph.getAttribute('stories').map(({ id }) => id)).toEqual(['1']);
    expect(graph.getEdgeAttribute(graph.edges()[0], 'weight')).toBe(1);
    expect(merge(second, first).export()).toEqual(graph.export());
  });

  it('keeps two texts apart that carry one id', () => {
    const graph = merge(extraction(story('7', 'One.'), [entity(IN)]), extraction(story('7', 'Two.'), [entity(IN)]));
    const ids = graph.getAttribute('stories').map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(graph.getNodeAttribute(IN, 'stories')).toEqual(ids);
  });
});

describe('a merged edge', () => {
  it('of a symmetric type runs from the smaller key to the larger, mentions included', () => {
    const graph = merge(extraction(story('a'), [], [relation(PK, 'MET', IN, evidence('a'))]));
    const [key] = graph.edges();
    expect(key).toBe('country:IN|MET|country:PK|affirmed|asserted');
    expect(graph.getEdgeAttributes(key)).toMatchObject({ symmetric: true });
    expect(graph.getEdgeAttributes(key).evidence[0]).toMatchObject({ sourceMention: { text: 'T' }, targetMention: { text: 'S' } });
  });

  it('drops self loops and keeps one item for a sentence and its claimants', () => {
    const graph = merge(extraction(story('a'), [], [
      relation(IN, 'CRITICISED', IN, evidence('a')),
      relation(IN, 'CRITICISED', PK, evidence('a', { confidence: 0.6 })),
      relation(IN, 'CRITICISED', PK, evidence('a', { confidence: 0.9, rule: 'better' })),
      relation(IN, 'CRITICISED', PK, evidence('a', { attributedTo: ['country:AF'] })),
    ]));
    expect(graph.size).toBe(1);
    const { weight, evidence: items, confidence, status } = graph.getEdgeAttributes(graph.edges()[0]);
    expect(weight).toBe(2);
    expect(items.map(({ rule }) => rule).sort()).toEqual(['better', 'test']);
    expect(confidence).toBeCloseTo(1 - 0.1 * 0.2 ** 0.2, 6);
    expect(status).toBe('reported');
  });

  it('counts a further sentence of the same story less than another story', () => {
    const twice = [0, 1].map((sentence) => relation(IN, 'AIDED', PK, evidence('a', { sentence, confidence: 0.8 })));
    const confidenceOf = (graph: ReturnType<typeof merge>): number => graph.getEdgeAttribute(graph.edges()[0], 'confidence');
    expect(confidenceOf(merge(extraction(story('a'), [], twice)))).toBeCloseTo(1 - 0.2 * 0.2 ** 0.2, 6);
    const apart = ['a', 'b'].map((id) => extraction(story(id), [], [relation(IN, 'AIDED', PK, evidence(id, { confidence: 0.8 }))]));
    expect(confidenceOf(merge(...apart))).toBeCloseTo(0.96, 6);
  });

  it('caps the confidence and never rounds it to certainty', () => {
    const many = Array.from({ length: 9 }, (_, n) => relation(IN, 'AIDED', PK, evidence('a', { sentence: n, confidence: 0.9 })));
    const graph = merge(extraction(story('a'), [], many));
    expect(graph.getEdgeAttribute(graph.edges()[0], 'confidence')).toBe(0.99);
  });

  it('spans the dates of the evidence, as precise as given', () => {
    const dates = ['2024-12-05', '2024', '2024-12-01/2025-01-31', '2023-13', '2025-01'];
    const relations = dates.map((date, sentence) => relation(IN, 'AIDED', PK, evidence('a', { sentence, date })));
    const graph = merge(extraction(story('a'), [], relations));
    expect(graph.getEdgeAttributes(graph.edges()[0])).toMatchObject({ firstSeen: '2024', lastSeen: '2025-01-31' });
  });
});

describe('a merged node', () => {
  it('merges roles, the current ones first', () => {
    const role = (title: string, status: 'current' | 'former', more = {}): object => ({ title, of: IN, status, ...more });
    const person = (roles: object[]): ReturnType<typeof entity> => entity('person:x', { type: 'Person', roles: roles as never });
    const graph = merge(
      extraction(story('a'), [person([role('envoy', 'former', { until: '2020' }), role('Foreign Minister', 'current')])]),
      extraction(story('b'), [person([role('foreign minister', 'current', { since: '2021-02' }), role('envoy', 'former', { until: '2021' })])]),
      extraction(story('c'), [person([role('foreign minister', 'current', { since: '2021' })])]),
    );
    expect(graph.getNodeAttribute('person:x', 'roles')).toEqual([
      { title: 'foreign minister', of: IN, status: 'current', since: '2021' },
      { title: 'envoy', of: IN, status: 'former', until: '2021' },
    ]);
  });
});

describe('a faulty story', () => {
  it('is refused where a relation names a node that it lacks, and keeps the others', () => {
    const merger = createMerger();
    merger.add(extraction(story('good'), [entity(IN)]));
    const bad = { ...extraction(story('bad'), [entity(IN)]), relations: [relation(IN, 'AIDED', PK, evidence('bad'))] };
    expect(() => merger.add(bad)).toThrow(DragomanError);
    expect(merger.build().getAttribute('stories').map(({ id }) => id)).toEqual(['good']);
  });
});

describe('the status of an edge', () => {
  const attack = 'country:PK|ATTACKED|country:IN|affirmed|asserted';
  const claim = relation(PK, 'ATTACKED', IN, evidence('a', { attributedTo: [IN] }));
  const status = (...relations: Extraction['relations']): unknown =>
    merge(extraction(story('a'), [], relations)).getEdgeAttribute(attack, 'status');

  it('is claimed where nobody reports it', () => expect(status(claim)).toBe('claimed'));

  it('is disputed where a denial answers it', () => {
    expect(status(claim, relation(PK, 'DENIED', IN, evidence('a', { sentence: 1, answers: attack })))).toBe('disputed');
  });

  it('is not disputed by a denial that was not made', () => {
    expect(status(claim, relation(PK, 'DENIED', IN, evidence('a', { sentence: 1, answers: attack }), { polarity: 'negated' }))).toBe('claimed');
  });

  it('is disputed by the same statement negated, but not by a plan', () => {
    expect(status(claim, relation(PK, 'ATTACKED', IN, evidence('a', { sentence: 1 }), { polarity: 'negated' }))).toBe('disputed');
    expect(status(claim, relation(PK, 'ATTACKED', IN, evidence('a', { sentence: 1 }), { polarity: 'negated', modality: 'intended' }))).toBe('claimed');
  });
});
