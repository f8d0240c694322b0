// What a model is asked, how often, and what is kept of its answers.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LlmReader } from '../../src/llm/index.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import { json, says } from './server.ts';
import { answer, asked, byModel, edge, failure, localExtraction, MET, readerOf, serverUrl, SPURNED, stillClock } from './setup.ts';

let local: Extraction;
beforeAll(async () => { local = await localExtraction(); });
const folder = mkdtempSync(join(tmpdir(), 'dragoman-llm-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

describe('the request', () => {
  it('holds the vocabulary, the sentences and a schema, and the key only in its header', async () => {
    const reader = await readerOf((response) => { says(response, answer()); }, { key: 'secret-key' });
    await reader.read(local);
    const [request] = asked() ?? [];
    expect(request?.path).toBe('/v1/chat/completions');
    expect(request?.headers.authorization).toBe('Bearer secret-key');
    expect(JSON.stringify(request?.body)).not.toContain('secret-key');
    expect(request?.body).toMatchObject({ model: 'tiny', temperature: 0, response_format: { type: 'json_schema', json_schema: { strict: true } } });
    expect(request?.body.messages[0]?.content).toContain('- MOBILISED_AGAINST (event): deployed');
    expect(request?.body.messages[1]?.content).toContain('[0] Norwegian Foreign Minister Anna Berg met');
  });

  it('asks for less where the server cannot hold an answer to a schema, once and for all', async () => {
    const reader = await readerOf((response, { body }) => {
      if (body.temperature !== undefined) json(response, 400, { error: { message: 'Unsupported value: temperature' } });
      else if (body.response_format) json(response, 400, { error: { message: `response_format ${body.response_format.type} is not supported` } });
      else says(response, answer(MET));
    });
    await reader.read(local);
    await reader.read(local);
    expect(asked().map(({ body }) => body.response_format?.type ?? 'none')).toEqual(['json_schema', 'json_schema', 'json_object', 'none', 'none']);
  });

  it('keeps to a rate', async () => {
    const clock = stillClock();
    const reader = await readerOf((response) => { says(response, answer()); }, { clock, requestsPerMinute: 30 });
    for (let i = 0; i < 3; i++) await reader.read(local);
    expect(clock.pauses).toEqual([2000, 4000]);
  });
});

describe('an answer that cannot be read', () => {
  it('is asked for once more, with what was wrong', async () => {
    const reader = await readerOf((response, _request, number) => { says(response, number ? answer(SPURNED) : 'Sorry, here are the relations: none'); });
    expect(byModel(await reader.read(local))).toHaveLength(1);
    expect(asked()[1]?.body.messages.at(-1)?.content).toMatch(/not the JSON asked for/);
  });

  it('twice over fails the story', async () => {
    const reader = await readerOf((response) => { says(response, '{"relations": ['); });
    expect((await failure(reader.read(local))).message).toBe('text, story berg: the model\'s answer was not the JSON asked for');
  });

  it('even for one sentence is named as cut short', async () => {
    const reader = await readerOf((response) => { says(response, '{"relations": [{"sent', 'length'); });
    expect((await failure(reader.read(local))).message).toMatch(/answer was cut short$/);
    const passages = asked().map(({ body }) => body.messages[1]?.content.split('Sentences:\n')[1]?.match(/^\[\d\]/gm)?.length);
    expect(passages).toEqual([3, 2, 1, 1]);
  });

  it('because it was cut short is asked for in halves', async () => {
    const reader = await readerOf((response, { body }) => {
      const text = body.messages[1]?.content ?? '';
      const sentences = text.slice(text.indexOf('Sentences:'));
      const both = sentences.includes('[0]') && sentences.includes('[1]');
      if (both) says(response, '{"relations": [{"sent', 'length');
      else says(response, sentences.includes('[0]') ? answer(MET) : answer(SPURNED));
    }, { mode: 'only' });
    expect((await reader.read(local)).relations.map(edge)).toHaveLength(2);
  });
});

describe('the cache', () => {
  it('answers the second time, and for that model alone', async () => {
    const cacheFolder = join(folder, 'twice');
    const first = await readerOf((response) => { says(response, answer(SPURNED)); }, { cacheFolder });
    await first.read(local);
    const options = { url: serverUrl(), clock: stillClock(), cacheFolder };
    const second = new LlmReader({ ...options, model: 'tiny' });
    expect(byModel(await second.read(local))).toHaveLength(1);
    expect(second.usage).toMatchObject({ requests: 0, cached: 1, promptTokens: 0 });
    await new LlmReader({ ...options, model: 'large' }).read(local);
    expect(asked()).toHaveLength(2);
  });

  it('keeps no answer that cannot be read, and reads none that was spoilt', async () => {
    const cacheFolder = join(folder, 'spoilt');
    const reader = await readerOf((response, _request, number) => { says(response, number === 0 ? answer(SPURNED) : answer()); }, { cacheFolder });
    await reader.read(local);
    const [file = ''] = readdirSync(cacheFolder);
    writeFileSync(join(cacheFolder, file), '{"content": 7}');
    expect(byModel(await reader.read(local))).toHaveLength(0);
    expect(asked()).toHaveLength(2);
  });
});
