import { z } from 'zod';
import { edgeAt } from './current-graph.ts';
import { PAGE_INPUT, page, pageOf } from './page.ts';
import { defineRead } from './read.ts';
import { EdgeFacts, edgeFacts, Sentence, sentenceRecord } from './records.ts';

export const EDGE_KEY = z.string().min(1).max(5000).describe('key of an edge, as the other reads give it: country:IN|MET|person:wang-yi|affirmed|asserted');

export const evidence = defineRead({
  name: 'evidence',
  title: 'The sentences of an edge',
  description: 'Every sentence that states an edge, with who claims it and with title, outlet, date and address of its story. Read them before relying on the edge: it is machine-read.',
  input: z.strictObject({ key: EDGE_KEY, ...PAGE_INPUT }),
  output: z.object({ edge: EdgeFacts, sentences: pageOf(Sentence) }),
  run: ({ data }, { key, ...part }) => {
    const at = edgeAt(data, key);
    return { edge: edgeFacts(data, at), sentences: page(data.edges[at]!.attributes.evidence, part, (item) => sentenceRecord(data, item)) };
  },
});
