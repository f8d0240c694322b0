// One wire story in several outlets, through the whole extraction: one witness, all outlets named.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMerger } from '../../../graph/merge.ts';
import type { DragomanGraph } from '../../../graph/schema.ts';
import { createParser, extract, type Extraction, type Parser, type StoryInput } from '../../../src/index.ts';
import { makeStory } from '../../../src/1-read/index.ts';
import type { Story } from '../../../src/model/story.ts';

const BODY = [
  'Norwegian Foreign Minister Anna Berg met Kenyan President Daniel Mwangi in Nairobi on Tuesday.',
  'Berg praised Kenya for its patience in the talks about fishing rights, which had lasted for almost two years.',
  'The two sides also spoke about harbour fees, a new laboratory for sea research and the price of tuna in European shops.',
];
const WIRE: StoryInput = { id: 'wire', outlet: 'Northern Wire', published: '2025-03-05', text: BODY.join('\n') };
const EDITED: StoryInput = {
  id: 'edited', outlet: 'Coast Courier', published: '2025-03-06',
  text: [BODY[0], BODY[1]?.replace('almost two years', 'nearly two years'), BODY[2], 'Uganda criticised Kenya over the talks.'].join('\n'),
};
const OWN: StoryInput = { id: 'own', outlet: 'Lake Post', published: '2025-03-06', text: 'Norway praised Kenya. Officials in Oslo were pleased with the week, a diplomat wrote on Wednesday.' };
const REPRINT: Story = makeStory({ ...WIRE, id: 'reprint', outlet: 'Hill Herald', where: 'reprint' }, 'reprint.txt', undefined);

let parser: Parser;
let extractions: Extraction[];
beforeAll(async () => {
  parser = await createParser();
  extractions = [];
  for (const input of [WIRE, EDITED, OWN]) extractions.push(await extract(input, { parser }));
});
afterAll(() => parser.dispose());

function merge(order: readonly Extraction[], ...copies: readonly Story[]): DragomanGraph {
  const merger = createMerger();
  for (const one of order) merger.add(one);
  for (const copy of copies) merger.addCopy(copy);
  return merger.build();
}

describe('several printings of one text', () => {
  it('are one piece of evidence with all outlets', () => {
    const graph = merge(extractions);
    const met = graph.getEdgeAttributes('person:anna-berg|MET|person:daniel-mwangi|affirmed|asserted');
    expect(met.weight).toBe(1);
    expect(met.evidence).toMatchObject([{ story: 'wire', outlets: ['Coast Courier', 'Northern Wire'] }]);
    // The second sentence was edited by a word.
    const praised = graph.getEdgeAttributes('person:anna-berg|PRAISED|country:KE|affirmed|asserted');
    expect(praised.evidence).toMatchObject([{ story: 'wire', outlets: ['Coast Courier', 'Northern Wire'] }]);
  });

  it('keep what only one of them says, and leave other stories alone', () => {
    const graph = merge(extractions);
    const added = graph.getEdgeAttributes('country:UG|CRITICISED|country:KE|affirmed|asserted');
    expect(added.evidence).toMatchObject([{ story: 'edited' }]);
    expect(added.evidence[0]).not.toHaveProperty('outlets');
    expect(graph.getEdgeAttributes('country:NO|PRAISED|country:KE|affirmed|asserted').evidence).toMatchObject([{ story: 'own' }]);
  });

  it('are listed with the first of them', () => {
    const records = new Map(merge(extractions).getAttribute('stories').map((record) => [record.id, record]));
    expect(records.get('wire')?.duplicates).toEqual([{ id: 'edited', outlet: 'Coast Courier', published: '2025-03-06', source: 'text' }]);
    expect(records.get('edited')?.duplicateOf).toBe('wire');
    expect(records.get('own')).not.toHaveProperty('duplicates');
    expect(records.get('own')).not.toHaveProperty('duplicateOf');
  });

  it('do not raise the mentions of what they name', () => {
    const alone = merge(extractions.slice(0, 1)).getNodeAttribute('person:anna-berg', 'mentions');
    const node = merge(extractions).getNodeAttributes('person:anna-berg');
    expect(node).toMatchObject({ mentions: alone, stories: ['edited', 'wire'] });
  });

  it('give the same graph in any order', () => {
    const [wire, edited, own] = extractions as [Extraction, Extraction, Extraction];
    const reference = JSON.stringify(merge([wire, edited, own], REPRINT).export());
    for (const order of [[own, edited, wire], [edited, wire, own], [edited, own, wire]]) expect(JSON.stringify(merge(order, REPRINT).export())).toBe(reference);
  });

  it('name the outlet of a copy that is the same word for word', () => {
    const graph = merge(extractions.slice(0, 1), REPRINT, REPRINT);
    const [met] = graph.getEdgeAttributes('person:anna-berg|MET|person:daniel-mwangi|affirmed|asserted').evidence;
    expect(met).toMatchObject({ story: 'wire', outlets: ['Hill Herald', 'Northern Wire'] });
    expect(graph.getAttribute('stories')).toMatchObject([{ id: 'wire', duplicates: [{ id: 'reprint', outlet: 'Hill Herald', source: 'reprint.txt' }] }]);
  });
});
