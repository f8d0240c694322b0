import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMerger } from '../../../graph/merge.ts';
import { pushGraph, SharedGraph } from '../../../graph/neo4j/index.ts';
import type { DragomanGraph } from '../../../graph/schema.ts';
import { createParser, extract, readStories } from '../../../src/index.ts';
import type { Extraction } from '../../../src/model/extraction.ts';
import type { TestNeo4j } from '../../neo4j.ts';
import { entity, evidence, extraction, relation, story } from '../stories.ts';
import { smallGraph } from './graphs.ts';
import { graphContents, pushedContents } from './graph-contents.ts';

function merged(extractions: readonly Extraction[]): DragomanGraph {
  const merger = createMerger();
  for (const one of extractions) merger.add(one);
  return merger.build();
}

async function sampleExtractions(): Promise<Extraction[]> {
  const parser = await createParser();
  const extractions: Extraction[] = [];
  for await (const one of readStories(['samples'], { onNotice: ({ error }) => { throw error; } })) extractions.push(await extract(one, { parser }));
  await parser.dispose();
  return extractions;
}

const IRAN_ACCUSED = 'country:IR|ATTACKED|country:PK|affirmed|asserted';
const person = (mentions: number, label: string): ReturnType<typeof entity> => entity('person:b', { type: 'Person', label, aliases: [label, 'B'], mentions, roles: [{ title: 'Minister', of: 'country:IR', status: 'current' }] });

/** Stories whose statements meet: the same edge, its opposite, a denial, offices, one text in two outlets, two texts under one id. */
function meeting(): Extraction[] {
  const attack = (id: string, more: object = {}): ReturnType<typeof relation> => relation('country:IR', 'ATTACKED', 'country:PK', evidence(id, more));
  const inOutlet = (id: string, outlet: string, text: string): ReturnType<typeof story> => ({ ...story(id, text), outlet });
  return [
    extraction(story('a'), [person(2, 'Bea Bell')], [attack('a', { date: '2025-01' }), attack('a', { sentence: 1, start: 9, confidence: 0.6 })]),
    extraction(story('b'), [person(1, 'B. Bell')], [attack('b', { attributedTo: ['country:PK'], date: '2025-02-03' })]),
    extraction(story('c'), [], [relation('country:IR', 'ATTACKED', 'country:PK', evidence('c'), { polarity: 'negated' })]),
    extraction(story('d'), [], [relation('country:IR', 'DENIED', 'country:PK', evidence('d', { answers: IRAN_ACCUSED })), relation('country:PK', 'MET', 'country:IR', evidence('d', { sentence: 2, start: 30 }))]),
    extraction(inOutlet('e', 'Morning Post', 'The same words.'), [person(3, 'Bea Bell')], [relation('person:b', 'HOLDS_ROLE_IN', 'country:IR', evidence('e'), { titles: ['minister'] })]),
    extraction(inOutlet('f', 'Evening Post', 'The same words.'), [person(3, 'Bea Bell')], [relation('person:b', 'HOLDS_ROLE_IN', 'country:IR', evidence('f'), { titles: ['minister'] })]),
    extraction(story('g', 'First words.'), [entity('country:TV')], [relation('country:TV', 'MET', 'country:PK', evidence('g'))]),
    extraction(story('g', 'Other words under that id.'), [entity('country:TV')], [relation('country:TV', 'MET', 'country:PK', evidence('g'))]),
  ];
}

/** In another order for each seed. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  return items.map((item, index) => ({ item, rank: (index * 7 + seed * 5 + 3) * 2_654_435_761 % 1009 })).sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** Opens the graph as one worker after another does. */
function sharedGraphs(neo4j: TestNeo4j): { shared: () => Promise<SharedGraph>; closeAll: () => Promise<void> } {
  const open: SharedGraph[] = [];
  return {
    shared: async () => {
      const graph = await SharedGraph.open(neo4j.target);
      open.push(graph);
      return graph;
    },
    closeAll: async () => { for (const graph of open) await graph.close(); },
  };
}

export function contributeCases(neo4j: TestNeo4j): void {
  describe('a shared graph', () => {
    const { shared, closeAll } = sharedGraphs(neo4j);
    let samples: Extraction[] = [];
    beforeAll(async () => { samples = await sampleExtractions(); });
    beforeEach(() => neo4j.wipe());
    afterAll(closeAll);

    it('story by story, is what build and push make of all samples', async () => {
      const wanted = await pushedContents(neo4j, merged(samples));
      const graph = await shared();
      for (const one of samples.toReversed()) expect(await graph.write([one])).toBe(1);
      expect(await graphContents(neo4j)).toEqual(wanted);
      expect(await graph.write(samples), 'the same again').toBe(0);
      expect(await graphContents(neo4j)).toEqual(wanted);
      expect(await neo4j.query('MATCH (n:Entity) WHERE n.storyCount <> size(n.stories) RETURN n.key')).toEqual([]);
    });

    it.each([1, 2, 3, 4, 5])('is the same in any order of stories that meet (order %i)', async (seed) => {
      const wanted = await pushedContents(neo4j, merged(meeting()));
      const graph = await shared();
      for (const one of shuffled([...meeting(), ...meeting().slice(2, 6)], seed)) await graph.write([one]);
      expect(await graphContents(neo4j)).toEqual(wanted);
    });

    it('is the same with several stories a transaction and several writers at once', async () => {
      const wanted = await pushedContents(neo4j, merged([...meeting(), ...samples]));
      const writers = await Promise.all([1, 2, 3].map(async (seed) => ({ graph: await shared(), stories: shuffled([...meeting(), ...samples], seed) })));
      await Promise.all(writers.map(async ({ graph, stories }) => {
        for (let first = 0; first < stories.length; first += 2) await graph.write(stories.slice(first, first + 2));
      }));
      expect(await graphContents(neo4j)).toEqual(wanted);
    });

    it('a story that is read otherwise the next time leaves nothing of the first reading', async () => {
      const graph = await shared();
      const all = meeting();
      for (const one of all) await graph.write([one]);
      const changed = all.map((one) => (one.story.id === 'a' || one.story.id === 'd' ? extraction(one.story, [entity('org:new', { type: 'Organisation' })]) : one));
      for (const one of changed) await graph.write([one]);
      const left = await graphContents(neo4j);
      expect(left).toEqual(await pushedContents(neo4j, merged(changed)));
    });

    limits(neo4j, shared);
  });
}

function limits(neo4j: TestNeo4j, shared: () => Promise<SharedGraph>): void {
  it('lists the stories of an entity up to a thousand, and counts them all', async () => {
    const graph = await shared();
    const many = Array.from({ length: 1001 }, (_, index) => extraction(story(`s${index}`), [entity('country:TV')]));
    const listed = (): Promise<unknown> => neo4j.query("MATCH (n:Entity {key: 'country:TV'}) RETURN n.storyCount AS count, size(n.stories) AS listed, n.mentions AS mentions");
    for (let first = 0; first < 1000; first += 250) await graph.write(many.slice(first, first + 250));
    expect(await listed()).toEqual([{ count: 1000, listed: 1000, mentions: 1000 }]);
    await graph.write(many.slice(1000));
    expect(await listed()).toEqual([{ count: 1001, listed: null, mentions: 1001 }]);
  });

  it('refuses a database that a push has filled, and goes on after a push of its own stories', async () => {
    await pushGraph(smallGraph(), neo4j.target);
    await expect(SharedGraph.open(neo4j.target)).rejects.toThrow(/dragoman push loaded story sample-/);
    await neo4j.wipe();
    const graph = await shared();
    const [last, ...others] = meeting();
    for (const one of others) await graph.write([one]);
    await pushGraph(merged(others), neo4j.target);
    for (const one of [last, ...others]) if (one) await (await shared()).write([one]);
    expect(await graphContents(neo4j)).toEqual(await pushedContents(neo4j, merged(meeting())));
  });
}
