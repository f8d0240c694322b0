// Which of a model's statements become relations, and which do not.

import { beforeAll, describe, expect, it } from 'vitest';
import { createMerger } from '../../graph/merge.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { says } from './server.ts';
import { answer, byModel, edge, FUNDED, localExtraction, MET, readerOf, readWith, SPURNED, TEXT } from './setup.ts';

let local: Extraction;
beforeAll(async () => { local = await localExtraction(); });

describe('what a model states', () => {
  it('gets the keys, sentence and date that the story gives it', async () => {
    const found = await readWith(answer(MET), { mode: 'only' });
    expect(found.relations).toHaveLength(1);
    const [met] = found.relations;
    expect(met && edge(met)).toBe('person:anna-berg MET person:daniel-mwangi');
    expect(met?.evidence).toMatchObject({ sentence: 0, start: 0, date: '2025-03-04', dateText: 'Tuesday', rule: 'llm:tiny', trigger: { text: 'met' } });
    expect(met?.evidence.text).toBe(TEXT.slice(met?.evidence.start, met?.evidence.end));
    expect(TEXT.slice(met?.evidence.sourceMention.start, met?.evidence.sourceMention.end)).toBe('Anna Berg');
  });

  it('stands beside what the patterns read, and says nothing twice', async () => {
    const found = await readWith(answer(MET, SPURNED, SPURNED));
    expect(local.relations.map(edge)).toContain('person:anna-berg MET person:daniel-mwangi');
    expect(byModel(found).map(edge)).toEqual(['person:daniel-mwangi REJECTED org:blue-harbour-movement']);
    expect(found.relations.slice(0, local.relations.length)).toEqual(local.relations);
  });

  it('may name by a pronoun whom the story names, and is told whom', async () => {
    const [spurned] = byModel(await readWith(answer(SPURNED)));
    expect(spurned?.evidence.sourceMention).toMatchObject({ text: 'He', resolved: 'Daniel Mwangi' });
  });

  it('stays a claim, with the claimant\'s key', async () => {
    const found = await readWith(answer(FUNDED), { mode: 'only' });
    expect(found.relations.map(edge)).toEqual(['country:NO AIDED group:rival-list@berg']);
    expect(found.relations[0]?.evidence.attributedTo).toEqual(['person:ole-strand']);
  });

  it('fits a graph: every key of a relation is an entity of the story', async () => {
    const merger = createMerger();
    merger.add(await readWith(answer(MET, SPURNED, FUNDED), { mode: 'only' }));
    expect(merger.build().size).toBe(3);
  });

  it('is found in another sentence where the number is wrong', async () => {
    const [spurned] = byModel(await readWith(answer({ ...SPURNED, sentence: 2 })));
    expect(spurned?.evidence.sentence).toBe(1);
  });

  it.each([
    ['a fence', `Here it is:\n\`\`\`json\n${answer(SPURNED)}\n\`\`\``],
    ['thoughts', `<think>{"relations": "hm"}</think>${answer(SPURNED)}`],
    ['an item of another form beside it', answer({ nonsense: true }, null, SPURNED, 7)],
  ])('is read out of %s', async (_what, content) => {
    expect(byModel(await readWith(content))).toHaveLength(1);
  });
});

describe('an invented statement never enters the graph', () => {
  it.each([
    ['a sentence that is not in the story', { ...MET, quote: 'Anna Berg met Daniel Mwangi in secret' }],
    ['a trigger that is not in the sentence', { ...MET, trigger: 'embraced' }],
    ['an actor that is not in the sentence', { ...MET, target: { mention: 'Ole Strand', name: 'Ole Strand', type: 'Person' } }],
    ['part of a word', { ...MET, target: { mention: 'Norwegia', name: 'Norway', type: 'Country' } }],
    ['a name that the story does not know', { ...SPURNED, target: { mention: 'list', name: 'List of Shame', type: 'Organisation' }, quote: 'rival list', trigger: 'rival' }],
    ['a claimant that the story does not know', { ...FUNDED, attributedTo: ['Vera Nobody'] }],
    ['a type of edge that there is not', { ...MET, type: 'MARRIED' }],
    ['the prototype as a type', { ...MET, type: 'constructor' }],
    ['an office that is not in the sentence', { ...MET, type: 'HOLDS_ROLE_IN', title: 'Emperor', target: { mention: 'Kenyan', name: 'Kenya', type: 'Country' } }],
    ['an end that the type cannot have', { ...MET, type: 'BORDERS' }],
    ['the same actor at both ends', { ...MET, target: MET.source }],
    ['a sentence number out of reach', { ...MET, sentence: -1 }],
  ])('%s', async (_what, item) => {
    const reader = await readerOf((response) => { says(response, answer(item)); }, { mode: 'only' });
    expect((await reader.read(local)).relations).toEqual([]);
    expect(reader.usage).toMatchObject({ statements: 0, turnedDown: 1 });
  });

  it('nor anything of an answer that is hostile as a whole', async () => {
    const hostile = `{"relations":[{"__proto__":{"type":"MET"},"constructor":{"prototype":{}}},${JSON.stringify({ ...MET, quote: '('.repeat(900) })},${JSON.stringify({ ...MET, trigger: 'x'.repeat(5000) })}]}`;
    expect((await readWith(hostile, { mode: 'only' })).relations).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'type')).toBe(false);
  });
});
