import { z } from 'zod';
import { edgesOf, type GraphData } from '../lookup/graph-data.ts';
import { partnersOf } from '../lookup/partners.ts';
import { nodeAt } from './current-graph.ts';
import { PAGE_INPUT, page, pageOf } from './page.ts';
import { defineRead } from './read.ts';
import { Edge, edgeRecord, NodeRef, nodeRef } from './records.ts';

export const NODE_KEY = z.string().min(1).max(2000).describe('key of a node, as search gives it: person:wang-yi');

const Role = z.object({
  title: z.string(),
  of: NodeRef.describe('the country or organisation'),
  status: z.enum(['current', 'acting', 'former']),
  since: z.string().optional(),
  until: z.string().optional(),
});

const NodeRecord = NodeRef.extend({
  aliases: z.array(z.string()),
  roles: z.array(Role),
  mentions: z.int().describe('how often the stories mention it'),
  stories: z.int().describe('how many stories mention it'),
  country: z.string().optional().describe('ISO 3166-1 alpha-2'),
  wikidata: z.string().optional().describe('QID, where it is known with confidence'),
  official: z.boolean().optional(),
  lat: z.number().optional().describe('degrees'),
  lon: z.number().optional(),
  notes: z.array(z.string()).optional().describe('what a reader has noted about it'),
});

export const Partner = z.object({
  node: NodeRef,
  edges: z.int().describe('edges between the two, in either direction'),
  weight: z.int().describe('sentences that state them'),
});

const isAny = (): boolean => true;

export const node = defineRead({
  name: 'node',
  title: 'One node',
  description: 'One actor or place by its key: names, roles, with whom it has to do, and its edges, those with most sentences first. Partners and edges come in pages of the same limit and offset.',
  input: z.strictObject({ key: NODE_KEY, ...PAGE_INPUT }),
  output: z.object({ node: NodeRecord, partners: pageOf(Partner), edges: pageOf(Edge) }),
  run: ({ data }, { key, ...part }) => {
    const at = nodeAt(data, key);
    return {
      node: nodeRecord(data, at),
      partners: page(partnersOf(data, at, isAny), part, ({ node: other, edges }) => ({ node: nodeRef(data, data.nodes[other]!.key), edges: edges.length, weight: weightOf(data, edges) })),
      edges: page([...edgesOf(data, at)].sort((a, b) => weightOf(data, [b]) - weightOf(data, [a]) || a - b), part, (edge) => edgeRecord(data, edge)),
    };
  },
});

const weightOf = (data: GraphData, edges: readonly number[]): number => edges.reduce((total, edge) => total + data.edges[edge]!.attributes.weight, 0);

function nodeRecord(data: GraphData, at: number): z.infer<typeof NodeRecord> {
  const { key, attributes } = data.nodes[at]!;
  const { aliases, roles = [], mentions, stories, country, wikidata, official, lat, lon, notes } = attributes;
  return {
    ...nodeRef(data, key), aliases, roles: roles.map(({ title, of, status, since, until }) => ({ title, of: nodeRef(data, of), status, since, until })),
    mentions, stories: stories.length, country, wikidata, official, lat, lon, notes,
  };
}
