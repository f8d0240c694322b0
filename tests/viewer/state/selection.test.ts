import { describe, expect, it } from 'vitest';
import { largestComponent } from '../../../viewer/state/components.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { partnersOf } from '../../../viewer/state/partners.ts';
import { focusOf, NO_SELECTION, readSelection, writeSelection, type Selection } from '../../../viewer/state/selection.ts';
import { markStory } from '../../../viewer/state/story-marks.ts';
import { summarise } from '../../../viewer/state/summary.ts';
import { smallGraph } from './fixture.ts';

const data = indexGraph(smallGraph());
const all = (): boolean => true;
const labels = (nodes: Iterable<number>): string[] => [...nodes].map((node) => data.nodes[node]!.key).toSorted();

describe('selection in the address', () => {
  it.each<[string, Selection]>([
    ['a node', { kind: 'node', node: 'organisation:in/ministry-of-external-affairs' }],
    ['an edge', { kind: 'edge', edge: 'country:IN|AIDED|country:AF|affirmed|intended' }],
    ['a node and what lies two steps around', { kind: 'node', node: 'country:IR', depth: 2 }],
    ['a pair', { kind: 'pair', a: 'country:IN', b: 'country:PK' }],
    ['a place in a story', { kind: 'story', story: 'sample-dubai-talks', at: 107 }],
    ['nothing', NO_SELECTION],
  ])('reads back %s', (_, selection) => {
    expect(readSelection(data, new URLSearchParams(writeSelection(selection).toString()))).toEqual(selection);
  });

  it('takes what the graph lacks for nothing', () => {
    expect(readSelection(data, new URLSearchParams('node=person:nobody'))).toEqual(NO_SELECTION);
    expect(readSelection(data, new URLSearchParams('edge=x&story=y'))).toEqual(NO_SELECTION);
  });
});

describe('focusOf', () => {
  it('keeps a node, its shown edges and its neighbours', () => {
    const focus = focusOf(data, { kind: 'node', node: 'place:ae/dubai' }, all)!;
    expect(labels(focus.nodes)).toEqual(['country:AE', 'organisation:bobby-tables', 'place:ae/dubai']);
    expect(focus.edges.size).toBe(2);
    expect(focusOf(data, { kind: 'node', node: 'place:ae/dubai' }, () => false)!.nodes.size).toBe(1);
    expect(labels(focusOf(data, { kind: 'node', node: 'place:ae/dubai', depth: 2 }, all)!.nodes)).toContain('person:gul-agha-noori');
  });

  it('keeps both ends of an edge, both of a pair and all that a story states', () => {
    expect(labels(focusOf(data, { kind: 'pair', a: 'country:IL', b: 'country:IR' }, all)!.nodes)).toEqual(['country:IL', 'country:IR']);
    expect(focusOf(data, { kind: 'pair', a: 'country:IL', b: 'country:IR' }, all)!.edges.size).toBe(2);
    expect(focusOf(data, { kind: 'edge', edge: data.edges[0]!.key }, all)!.nodes.size).toBe(2);
    expect(labels(focusOf(data, { kind: 'story', story: 'sample-tehran-letters' }, all)!.nodes)).toContain('event:gaza-war');
    expect(focusOf(data, NO_SELECTION, all)).toBeUndefined();
  });
});

describe('what a graph holds', () => {
  it('is one connected part here, and the largest of several after edges are left out', () => {
    expect(largestComponent(data, all).length).toBe(15);
    const withoutOwner = (edge: number): boolean => data.edges[edge]!.attributes.type !== 'OWNS';
    expect(labels(largestComponent(data, withoutOwner))).not.toContain('place:ae/dubai');
  });

  it('is summed up in one line', () => {
    expect(summarise(data)).toEqual({ stories: 2, nodes: 15, edges: 25, from: '2024-01-01', to: '2025-02-28' });
  });

  it('lists partners, those with most evidence first', () => {
    const partners = partnersOf(data, data.nodeAt.get('country:IR')!, all);
    expect(labels(partners.slice(0, 2).map((partner) => partner.node))).toEqual(['country:IL', 'country:PK']);
    expect(partners.reduce((sum, partner) => sum + partner.edges.length, 0)).toBe(7);
  });
});

describe('markStory', () => {
  const story = data.stories[0]!;

  it('marks every mention and each trigger once, at its place in the text', () => {
    const marks = markStory(data, story);
    expect(marks.filter((mark) => mark.value.kind === 'mention').length).toBe(story.mentions!.length);
    const met = marks.find((mark) => mark.value.kind === 'trigger' && mark.value.edge.includes('|MET|'))!;
    expect(story.text.slice(met.start, met.end)).toBe('met');
  });

  it('makes do with the ends of the edges where the file lists no mentions', () => {
    const { mentions: _, ...bare } = story;
    const marked = markStory(data, bare).filter((mark) => mark.value.kind === 'mention').map((mark) => story.text.slice(mark.start, mark.end));
    expect(marked).toContain('Rohan Mehta');
  });
});
