// Servers that fail, stall, lie or attack.

import { beforeAll, describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { chatServer, json, says, type Reply } from './server.ts';
import { answer, asked, byModel, failure, localExtraction, readerOf, SPURNED, stillClock, stopServer } from './setup.ts';

let local: Extraction;
beforeAll(async () => { local = await localExtraction(); });

describe('a server in trouble', () => {
  it('is asked again, later each time, and as late as it says', async () => {
    const clock = stillClock();
    const reader = await readerOf((response, _request, number) => {
      if (number === 0) json(response, 503, {});
      else if (number === 1) json(response, 429, { error: { message: 'slow down' } }, { 'retry-after': '7' });
      else if (number === 2) response.destroy();
      else says(response, answer(SPURNED));
    }, { clock });
    expect(byModel(await reader.read(local))).toHaveLength(1);
    expect(clock.pauses).toEqual([1000, 7000, 4000]);
    expect(reader.usage).toMatchObject({ requests: 4, retries: 3, promptTokens: 100, completionTokens: 20 });
  });

  it('is given up after five tries, and not asked again when it is gone for good', async () => {
    const reader = await readerOf((response) => { json(response, 500, {}); });
    expect((await failure(reader.read(local))).message).toMatch(/status 500, 5 times$/);
    await failure(reader.read(local));
    const gone = await failure(reader.read(local));
    expect(await failure(reader.read(local))).toBe(gone);
    expect(asked()).toHaveLength(15);
  });

  it('that is not there is asked five times and no more', async () => {
    const reader = await readerOf(() => undefined);
    await stopServer();
    expect((await failure(reader.read(local))).message).toMatch(/nothing answers there, 5 times$/);
    await failure(reader.read(local));
    expect(reader.usage.requests).toBe(5);
  });

  it('that does not answer is left after a while', async () => {
    const reader = await readerOf(() => undefined, { timeoutMs: 50, attempts: 2 });
    expect((await failure(reader.read(local))).message).toMatch(/no answer in 0.05 seconds, 2 times$/);
  });

  it.each([401, 403, 404])('that says %i is not asked again', async (status) => {
    const reader = await readerOf((response) => { json(response, status, { error: { message: 'no model "tiny" for\u001b[31m secret-key' } }); }, { key: 'secret-key' });
    const error = await failure(reader.read(local));
    expect(error.code).toBe('E_LLM');
    expect(error.message).toContain(`status ${status} (no model`);
    expect(error.message).not.toContain('secret-key');
    expect(error.message).not.toContain('\u001b');
    await failure(reader.read(local));
    expect(asked()).toHaveLength(1);
  });
});

describe('a server that means ill', () => {
  it('cannot send the key elsewhere', async () => {
    const other = await chatServer((response) => { says(response, answer()); });
    const reader = await readerOf((response) => { response.writeHead(307, { location: `${other.url}/chat/completions` }).end(); }, { key: 'secret-key' });
    expect((await failure(reader.read(local))).message).toMatch(/sends the request elsewhere/);
    expect(other.asked).toHaveLength(0);
    await other.close();
  });

  it.each([
    ['a page', (response) => { response.end('<html>Sign in</html>'); }],
    ['another JSON', (response) => { json(response, 200, { choices: [] }); }],
    ['numbers for words', (response) => { json(response, 200, { choices: [{ message: { content: 7 } }] }); }],
  ] satisfies [string, Reply][])('or answers with %s is named', async (_what, reply) => {
    expect((await failure((await readerOf(reply)).read(local))).message).toMatch(/no chat completion$/);
  });

  it('or answers without end is cut off', async () => {
    const reader = await readerOf((response) => { response.end('x'.repeat(5_000_000)); });
    expect((await failure(reader.read(local))).message).toMatch(/more than 4 MB/);
  });

  it('may count tokens as it likes', async () => {
    const reader = await readerOf((response) => { json(response, 200, { choices: [{ message: { content: answer() } }], usage: { prompt_tokens: -5, completion_tokens: 'many' } }); });
    await reader.read(local);
    expect(reader.usage).toMatchObject({ promptTokens: 0, completionTokens: 0 });
  });
});
