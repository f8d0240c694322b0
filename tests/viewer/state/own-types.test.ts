// A graph whose file brings types of its own is read, named and coloured as any other.

import { expect, it } from 'vitest';
import { EDGE_TYPES } from '../../../src/model/vocabulary.ts';
import { GraphFormatError, readGraph } from '../../../viewer/state/read-graph.ts';
import { classOf, colourTypeOf, EDGE_TYPE_LIST, NODE_TYPE_LIST, type EdgeType, type NodeType } from '../../../viewer/state/vocabulary.ts';
import { EDGE_TYPE_NAMES, NODE_TYPE_NAMES } from '../../../viewer/strings.ts';

const LOBBIED_FOR = 'LOBBIED_FOR' as EdgeType;
const VESSEL = 'Vessel' as NodeType;

const document = (vocabulary: unknown): string => JSON.stringify({
  attributes: { format: 1, vocabularyVersion: 1, extractorVersion: '0', stories: [], vocabulary },
  options: { type: 'directed', multi: true, allowSelfLoops: false },
  nodes: ['a', 'b'].map((key) => ({ key, attributes: { label: key, type: VESSEL, aliases: [], mentions: 1, stories: [] } })),
  edges: [{ key: 'a|b', source: 'a', target: 'b', attributes: { type: LOBBIED_FOR, polarity: 'affirmed', modality: 'asserted', weight: 1, confidence: 0.8, status: 'reported', evidence: [] } }],
});

const OWN = {
  nodeTypes: [{ name: 'Vessel', means: 'a ship', like: 'Organisation' }],
  edgeTypes: [{ name: 'LOBBIED_FOR', means: 'sought to sway', kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: null }],
};

it.each([
  ['without its vocabulary', undefined],
  ['with one that redefines a type', { nodeTypes: [], edgeTypes: [{ ...OWN.edgeTypes[0], name: 'MET' }] }],
  ['with a name that is code', { nodeTypes: [{ ...OWN.nodeTypes[0], name: 'X) DETACH DELETE (n' }], edgeTypes: [] }],
])('a graph %s is refused', (_what, vocabulary) => {
  expect(() => readGraph(document(vocabulary))).toThrow(GraphFormatError);
});

it('a graph with its vocabulary is read', () => {
  expect(readGraph(document(OWN)).edges).toHaveLength(1);
  expect(EDGE_TYPE_LIST).toContain('LOBBIED_FOR');
  expect(NODE_TYPE_LIST).toContain('Vessel');
  expect([classOf(LOBBIED_FOR), colourTypeOf(VESSEL), colourTypeOf('Person')]).toEqual(['verbal-cooperation', 'Organisation', 'Person']);
  expect([EDGE_TYPE_NAMES[LOBBIED_FOR], EDGE_TYPE_NAMES.MET, NODE_TYPE_NAMES[VESSEL][1], NODE_TYPE_NAMES.Person[1]]).toEqual(['lobbied for', 'met', 'Vessel', 'People']);
  expect(EDGE_TYPES[LOBBIED_FOR].class).toBe('verbal-cooperation');
});

it('opened twice it stands in the lists once', () => {
  readGraph(document(OWN));
  expect(EDGE_TYPE_LIST.filter((type) => type === LOBBIED_FOR)).toHaveLength(1);
});
