import { z } from 'zod';
import { search as searchNames } from '../lookup/search.ts';
import { defineRead } from './read.ts';
import { EdgeFacts, edgeFacts, NodeRef, nodeRef, Sentence, sentenceRecord } from './records.ts';

const LONGEST_QUERY = 500;

const FoundNode = NodeRef.extend({
  mentions: z.int().describe('how often the stories mention it'),
  matched: z.string().optional().describe('the alias or role that matched, where it was not the label'),
});

export const search = defineRead({
  name: 'search',
  title: 'Search names and sentences',
  description: 'Finds nodes by name, alias or role ("foreign minister Iran"), with slips of the pen forgiven, and edges whose sentences hold all the words. '
    + 'Begin here: the other reads want the keys that this one gives.',
  input: z.strictObject({
    q: z.string().trim().min(1).max(LONGEST_QUERY).describe('a name, an alias, a role, or words of a sentence'),
    limit: z.int().min(1).max(100).default(10).describe('how many nodes, and how many sentences, at most'),
  }),
  output: z.object({
    nodes: z.array(FoundNode).describe('the best first'),
    sentences: z.array(z.object({ edge: EdgeFacts, sentence: Sentence })),
  }),
  run: ({ data, names, sentences }, { q, limit }) => ({
    nodes: searchNames(data, names, q, limit).map(({ node, matched }) => {
      const { key, attributes } = data.nodes[node]!;
      return { ...nodeRef(data, key), mentions: attributes.mentions, matched };
    }),
    sentences: sentences(q, limit).map(({ edge, place }) => ({ edge: edgeFacts(data, edge), sentence: sentenceRecord(data, data.edges[edge]!.attributes.evidence[place]!) })),
  }),
});
