// The whole way to a model and back, against a server on this machine that behaves well or badly.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMerger } from '../../graph/merge.ts';
import { DragomanError } from '../../src/errors.ts';
import { extract } from '../../src/index.ts';
import { LlmReader, type Clock, type LlmOptions } from '../../src/llm/index.ts';
import type { Extraction, Relation } from '../../src/model/extraction.ts';
import { chatServer, json, says, type ChatServer, type Reply } from './server.ts';

const TEXT = 'Norwegian Foreign Minister Anna Berg met Kenyan President Daniel Mwangi in Nairobi on Tuesday.\n'
  + 'He later cold-shouldered the Blue Harbour Movement, whose leader, Ole Strand, says that Norway funded a rival list.\n'
  + 'The weather was fine.';

const MET = {
  sentence: 0, quote: 'Anna Berg met Kenyan President Daniel Mwangi', trigger: 'met', type: 'MET', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'Anna Berg', name: 'Anna Berg', type: 'Person' }, target: { mention: 'Daniel Mwangi', name: 'Daniel Mwangi', type: 'Person' },
  attributedTo: [], title: null, when: 'Tuesday',
};
const SPURNED = {
  sentence: 1, quote: 'He later cold-shouldered the Blue Harbour Movement', trigger: 'cold-shouldered', type: 'REJECTED', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'He', name: 'Daniel Mwangi', type: 'Person' }, target: { mention: 'Blue Harbour Movement', name: 'Blue Harbour Movement', type: 'Organisation' },
  attributedTo: [], title: null, when: null,
};
const FUNDED = {
  sentence: 1, quote: 'Norway funded a rival list', trigger: 'funded', type: 'AIDED', polarity: 'affirmed', modality: 'asserted',
  source: { mention: 'Norway', name: 'Norway', type: 'Country' }, target: { mention: 'rival list', name: 'rival list', type: 'Group' },
  attributedTo: ['Ole Strand'], title: null, when: null,
};

const answer = (...relations: readonly unknown[]): string => JSON.stringify({ relations });

/** A clock that does not wait, and remembers how long it was asked to. */
function stillClock(): Clock & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return { pauses, now: () => 0, sleep: (ms) => { pauses.push(ms); return Promise.resolve(); } };
}

let local: Extraction;
let server: ChatServer | undefined;
const folder = mkdtempSync(join(tmpdir(), 'dragoman-llm-'));

beforeAll(async () => { local = await extract({ id: 'berg', text: TEXT, published: '2025-03-05' }); });
afterEach(async () => { await server?.close(); server = undefined; });
afterAll(() => { rmSync(folder, { recursive: true }); });

async function reader(reply: Reply, options: Partial<LlmOptions> = {}): Promise<LlmReader> {
  server = await chatServer(reply);
  return new LlmReader({ url: server.url, model: 'tiny', clock: stillClock(), ...options });
}

async function readWith(content: string, options: Partial<LlmOptions> = {}): Promise<Extraction> {
  return (await reader((response) => { says(response, content); }, options)).read(local);
}

const edge = ({ source, type, target }: Relation): string => `${source} ${type} ${target}`;
const byModel = ({ relations }: Extraction): readonly Relation[] => relations.filter(({ evidence }) => evidence.rule === 'llm:tiny');

async function failure(act: Promise<unknown>): Promise<DragomanError> {
  const error = await act.then(() => undefined, (cause: unknown) => cause);
  if (error instanceof DragomanError) return error;
  throw new Error('nothing failed');
}

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
    const asked = await reader((response) => { says(response, answer(item)); }, { mode: 'only' });
    expect((await asked.read(local)).relations).toEqual([]);
    expect(asked.usage).toMatchObject({ statements: 0, turnedDown: 1 });
  });

  it('nor anything of an answer that is hostile as a whole', async () => {
    const hostile = `{"relations":[{"__proto__":{"type":"MET"},"constructor":{"prototype":{}}},${JSON.stringify({ ...MET, quote: '('.repeat(900) })},${JSON.stringify({ ...MET, trigger: 'x'.repeat(5000) })}]}`;
    expect((await readWith(hostile, { mode: 'only' })).relations).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'type')).toBe(false);
  });
});

describe('the request', () => {
  it('holds the vocabulary, the sentences and a schema, and the key only in its header', async () => {
    const asked = await reader((response) => { says(response, answer()); }, { key: 'secret-key' });
    await asked.read(local);
    const [request] = server?.asked ?? [];
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer secret-key');
    expect(JSON.stringify(request?.body)).not.toContain('secret-key');
    expect(request?.body).toMatchObject({ model: 'tiny', temperature: 0, response_format: { type: 'json_schema', json_schema: { strict: true } } });
    expect(request?.body.messages[0]?.content).toContain('- MOBILISED_AGAINST (event): deployed');
    expect(request?.body.messages[1]?.content).toContain('[0] Norwegian Foreign Minister Anna Berg met');
  });

  it('asks for less where the server cannot hold an answer to a schema, once and for all', async () => {
    const asked = await reader((response, { body }) => {
      if (body.temperature !== undefined) json(response, 400, { error: { message: 'Unsupported value: temperature' } });
      else if (body.response_format) json(response, 400, { error: { message: `response_format ${body.response_format.type} is not supported` } });
      else says(response, answer(MET));
    });
    await asked.read(local);
    await asked.read(local);
    expect(server?.asked.map(({ body }) => body.response_format?.type ?? 'none')).toEqual(['json_schema', 'json_schema', 'json_object', 'none', 'none']);
  });

  it('keeps to a rate', async () => {
    const clock = stillClock();
    const asked = await reader((response) => { says(response, answer()); }, { clock, requestsPerMinute: 30 });
    for (let i = 0; i < 3; i++) await asked.read(local);
    expect(clock.pauses).toEqual([2000, 4000]);
  });
});

describe('a server in trouble', () => {
  it('is asked again, later each time, and as late as it says', async () => {
    const clock = stillClock();
    const asked = await reader((response, _request, number) => {
      if (number === 0) json(response, 503, {});
      else if (number === 1) json(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '7' });
      else if (number === 2) response.destroy();
      else says(response, answer(SPURNED));
    }, { clock });
    expect(byModel(await asked.read(local))).toHaveLength(1);
    expect(clock.pauses).toEqual([1000, 7000, 4000]);
    expect(asked.usage).toMatchObject({ requests: 4, retries: 3, promptTokens: 100, completionTokens: 20 });
  });

  it('is given up after five tries, and not asked again when it is gone for good', async () => {
    const asked = await reader((response) => { json(response, 500, {}); });
    expect((await failure(asked.read(local))).message).toMatch(/status 500, 5 times$/);
    await failure(asked.read(local));
    const gone = await failure(asked.read(local));
    expect(await failure(asked.read(local))).toBe(gone);
    expect(server?.asked).toHaveLength(15);
  });

  it('that is not there is asked five times and no more', async () => {
    const asked = await reader(() => undefined);
    await server?.close();
    expect((await failure(asked.read(local))).message).toMatch(/nothing answers there, 5 times$/);
    await failure(asked.read(local));
    expect(asked.usage.requests).toBe(5);
  });

  it('that does not answer is left after a while', async () => {
    const asked = await reader(() => undefined, { timeoutMs: 50, attempts: 2 });
    expect((await failure(asked.read(local))).message).toMatch(/no answer in 0.05 seconds, 2 times$/);
  });

  it.each([401, 403, 404])('that says %i is not asked again', async (status) => {
    const asked = await reader((response) => { json(response, status, { error: { message: 'no model "tiny" for\u001b[31m secret-key' } }); }, { key: 'secret-key' });
    const error = await failure(asked.read(local));
    expect(error.code).toBe('E_LLM');
    expect(error.message).toContain(`status ${status} (no model`);
    expect(error.message).not.toContain('secret-key');
    expect(error.message).not.toContain('\u001b');
    await failure(asked.read(local));
    expect(server?.asked).toHaveLength(1);
  });

  it('cannot send the key elsewhere', async () => {
    const other = await chatServer((response) => { says(response, answer()); });
    const asked = await reader((response) => { response.writeHead(307, { location: `${other.url}/chat/completions` }).end(); }, { key: 'secret-key' });
    expect((await failure(asked.read(local))).message).toMatch(/sends the request elsewhere/);
    expect(other.asked).toHaveLength(0);
    await other.close();
  });

  it.each([
    ['a page', (response) => { response.end('<html>Sign in</html>'); }],
    ['another JSON', (response) => { json(response, 200, { choices: [] }); }],
    ['numbers for words', (response) => { json(response, 200, { choices: [{ message: { content: 7 } }] }); }],
  ] satisfies [string, Reply][])('that answers with %s is named', async (_what, reply) => {
    expect((await failure((await reader(reply)).read(local))).message).toMatch(/no chat completion$/);
  });

  it('that answers without end is cut off', async () => {
    const asked = await reader((response) => { response.end('x'.repeat(5_000_000)); });
    expect((await failure(asked.read(local))).message).toMatch(/more than 4 MB/);
  });

  it('may count tokens as it likes', async () => {
    const asked = await reader((response) => { json(response, 200, { choices: [{ message: { content: answer() } }], usage: { prompt_tokens: -5, completion_tokens: 'many' } }); });
    await asked.read(local);
    expect(asked.usage).toMatchObject({ promptTokens: 0, completionTokens: 0 });
  });
});

describe('an answer that cannot be read', () => {
  it('is asked for once more, with what was wrong', async () => {
    const asked = await reader((response, _request, number) => { says(response, number ? answer(SPURNED) : 'Sorry, here are the relations: none'); });
    expect(byModel(await asked.read(local))).toHaveLength(1);
    expect(server?.asked[1]?.body.messages.at(-1)?.content).toMatch(/not the JSON asked for/);
  });

  it('twice over fails the story', async () => {
    const asked = await reader((response) => { says(response, '{"relations": ['); });
    expect((await failure(asked.read(local))).message).toBe('text, story berg: the model\'s answer was not the JSON asked for');
  });

  it('even for one sentence is named as cut short', async () => {
    const asked = await reader((response) => { says(response, '{"relations": [{"sent', 'length'); });
    expect((await failure(asked.read(local))).message).toMatch(/answer was cut short$/);
    const passages = server?.asked.map(({ body }) => body.messages[1]?.content.split('Sentences:\n')[1]?.match(/^\[\d\]/gm)?.length);
    expect(passages).toEqual([3, 2, 1, 1]);
  });

  it('because it was cut short is asked for in halves', async () => {
    const asked = await reader((response, { body }) => {
      const text = body.messages[1]?.content ?? '';
      const sentences = text.slice(text.indexOf('Sentences:'));
      const both = sentences.includes('[0]') && sentences.includes('[1]');
      if (both) says(response, '{"relations": [{"sent', 'length');
      else says(response, sentences.includes('[0]') ? answer(MET) : answer(SPURNED));
    }, { mode: 'only' });
    expect((await asked.read(local)).relations.map(edge)).toHaveLength(2);
  });
});

describe('the cache', () => {
  it('answers the second time, and for that model alone', async () => {
    const cacheFolder = join(folder, 'twice');
    const first = await reader((response) => { says(response, answer(SPURNED)); }, { cacheFolder });
    await first.read(local);
    const options = { url: server?.url ?? '', clock: stillClock(), cacheFolder };
    const second = new LlmReader({ ...options, model: 'tiny' });
    expect(byModel(await second.read(local))).toHaveLength(1);
    expect(second.usage).toMatchObject({ requests: 0, cached: 1, promptTokens: 0 });
    await new LlmReader({ ...options, model: 'large' }).read(local);
    expect(server?.asked).toHaveLength(2);
  });

  it('keeps no answer that cannot be read, and reads none that was spoilt', async () => {
    const cacheFolder = join(folder, 'spoilt');
    const asked = await reader((response, _request, number) => { says(response, number === 0 ? answer(SPURNED) : answer()); }, { cacheFolder });
    await asked.read(local);
    const [file = ''] = readdirSync(cacheFolder);
    writeFileSync(join(cacheFolder, file), '{"content": 7}');
    expect(byModel(await asked.read(local))).toHaveLength(0);
    expect(server?.asked).toHaveLength(2);
  });
});
