// The library as a program uses it.

import { describe, expect, it } from 'vitest';
import { buildGraph, DragomanError, extract, readStories } from '../src/index.ts';

const MEETING = { id: 'meeting', title: 'Sample: a meeting', published: '2025-03-05', text: 'Norwegian Foreign Minister Anna Berg met Kenyan President Daniel Mwangi in Nairobi on Tuesday.' };
const LETTER = 'Photo: Sample Wire\n\nKenyan President Daniel Mwangi praised Norway.';

describe('extract', () => {
  it('gives the statements of a story with their sentence, date and place', async () => {
    const { story, relations, entities } = await extract(MEETING);
    expect(story.id).toBe('meeting');
    const met = relations.find((relation) => relation.type === 'MET');
    expect(met).toMatchObject({ source: 'person:anna-berg', target: 'person:daniel-mwangi', polarity: 'affirmed', modality: 'asserted' });
    expect(met?.evidence).toMatchObject({ story: 'meeting', date: '2025-03-04', trigger: { text: 'met' } });
    expect(story.text.slice(met?.evidence.start, met?.evidence.end)).toBe(met?.evidence.text);
    expect(entities.find((entity) => entity.key === 'person:anna-berg')).toMatchObject({ official: true, type: 'Person', label: 'Anna Berg' });
  });

  it('cleans a bare text', async () => {
    const { story, relations } = await extract(LETTER);
    expect(story.text).toBe('Kenyan President Daniel Mwangi praised Norway.');
    expect(relations.map(({ type, target }) => [type, target])).toContainEqual(['PRAISED', 'country:NO']);
  });

  it('says of a text without words that it is empty', async () => {
    await expect(extract(' \n ')).rejects.toSatisfy((error) => error instanceof DragomanError && error.code === 'E_EMPTY');
  });
});

describe('buildGraph', () => {
  it('folds stories in any order into the same graph', async () => {
    const one = await buildGraph([MEETING, LETTER]);
    const other = await buildGraph([await extract(LETTER), MEETING, LETTER]);
    expect(JSON.stringify(other.export())).toBe(JSON.stringify(one.export()));
    expect(one.getNodeAttribute('person:daniel-mwangi', 'stories')).toHaveLength(2);
    expect(one.getNodeAttribute('person:daniel-mwangi', 'x')).toBeTypeOf('number');
  });

  it('takes the stream of readStories', async () => {
    const graph = await buildGraph(readStories(['samples'], { onNotice: () => undefined }));
    expect(graph.getAttribute('stories').length).toBeGreaterThanOrEqual(8);
  });
});
