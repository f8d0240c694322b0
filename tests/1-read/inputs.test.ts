import { createServer } from 'node:http';
import { mkdirSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

import { readStories } from '../../src/1-read/index.ts';
import { collectStories, folderOf, inPieces } from './collect.ts';

const story = (name: string): string => `${name} met Oman on Sunday.\n`;

describe('paths', { timeout: 60_000 }, () => {
  it('a folder is read all the way down, in order, without hidden files and without going round a link', async () => {
    const root = folderOf({ 'b.txt': story('Mali'), 'a/z.txt': story('Chad'), 'a/.git/x.txt': story('Peru'), 'B.txt': story('Cuba'), '.x.txt': story('Laos') });
    mkdirSync(`${root}c`);
    symlinkSync(root, `${root}c/up`);
    const { stories, told } = await collectStories([root], { sourceName: (name) => name.replace(root, '') });
    expect(stories.map(({ source }) => source)).toEqual(['B.txt', 'a/z.txt', 'b.txt']);
    expect(told).toEqual([]);
  });

  it('globs, addresses of files, and file names that look like globs', async () => {
    const root = folderOf({ 'x/1.txt': story('Mali'), 'x/2.txt': story('Chad'), 'x/3.md': story('Peru'), 'y[1].txt': story('Cuba'), 'w w.txt': story('Laos') });
    const { stories } = await collectStories([`${root}**/[12].txt`, `${root}y[1].txt`, pathToFileURL(`${root}w w.txt`).href], { sourceName: (name) => name.replace(root, '') });
    expect(stories.map(({ source }) => source)).toEqual(['x/1.txt', 'x/2.txt', 'y[1].txt', 'w w.txt']);
  });

  it('the same text counts once, wherever it comes from', async () => {
    const root = folderOf({ 'a.txt': 'Title of the story\n\nMali met Oman on\u00a0Sunday.\r\nChad did not.\n', 'b.json': '{"id": 1, "text": "Mali met  Oman on Sunday.\\n\\nChad did not."}' });
    const { stories, told, notices } = await collectStories([root, `${root}a.txt`], {}, root);
    expect(stories).toHaveLength(1);
    expect(told).toEqual(['skip E_DUPLICATE b.json', 'skip E_DUPLICATE a.txt']);
    expect(notices[0]?.error.message).toBe(`${root}b.json: the same text as ${root}a.txt`);
  });

  it('stories get the date that is given unless they have their own', async () => {
    const root = folderOf({ 'a.txt': story('Mali'), 'b.json': '{"text": "Chad met Oman.", "date": "2020-01-02"}', 'c.json': '{"text": "Peru met Oman.", "date": "05/06/2020"}' });
    const { stories } = await collectStories([root], { published: '9 January 2025' });
    expect(stories.map((found) => found.published)).toEqual(['2025-01-09', '2020-01-02', '2025-01-09']);
  });
});

describe('standard input', { timeout: 60_000 }, () => {
  const forms: readonly [string, string | Uint8Array][] = [
    ['text', 'Mali met Oman on Sunday.'],
    ['JSON', ' {"text": "Mali met Oman on Sunday."}'],
    ['JSON on several lines', '[\n  {\n    "text": "Mali met Oman on Sunday."\n  }\n]\n'],
    ['JSON Lines', '{"text": "Mali met Oman on Sunday."}\n\n{"text": ""}\n'],
    ['HTML', '<!-- saved --><!DOCTYPE html><html><body><p>Mali met Oman on Sunday.</p></body></html>'],
    ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><item><title>y</title><description>Mali met Oman on Sunday.</description></item></channel></rss>'],
    ['Markdown', '---\ntitle: Talks\n---\n**Mali** met Oman on Sunday.\n'],
    ['gzip', gzipSync('Mali met Oman on Sunday.\n')],
  ];
  it.each(forms)('%s', async (_, content) => {
    const { stories } = await collectStories(['-'], { stdin: () => inPieces(content) });
    expect(stories.map(({ text, source }) => ({ text, source }))).toEqual([{ text: 'Mali met Oman on Sunday.', source: '-' }]);
  });

  it('JSON Lines come out while they still come in', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield new TextEncoder().encode(`{"text": "Mali met Oman for the ${++given}th time on Sunday, ${'and they talked and talked '.repeat(20)}."}\n`);
    }
    const stories = readStories(['-'], { stdin: endless, onNotice: () => undefined });
    const first = await stories.next();
    expect(first.value).toMatchObject({ source: '-' });
    await stories.return(undefined);
    const stopped = given;
    expect(stopped).toBeLessThan(2000);
  });
});

describe('addresses', { timeout: 60_000 }, () => {
  async function serve(answers: Readonly<Record<string, { status?: number; headers?: Record<string, string>; body?: string | Uint8Array }>>): Promise<string> {
    const server = createServer((request, response) => {
      const answer = answers[request.url ?? ''] ?? { status: 404 };
      response.writeHead(answer.status ?? 200, answer.headers ?? {});
      response.end(answer.body ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('follows redirects, and believes the header', async () => {
    const site = await serve({
      '/old': { status: 302, headers: { location: '/new?id=1' } },
      '/new?id=1': { headers: { 'content-type': 'text/html; charset=windows-1252' }, body: Buffer.concat([Buffer.from('<html><body><p>Mali'), Uint8Array.of(0x92), Buffer.from('s envoy met Oman on Sunday.</p></body></html>')]) },
      '/lines': { headers: { 'content-type': 'application/x-ndjson' }, body: '{"text": "Chad met Oman on Sunday."}\n' },
      '/raw/story.md': { headers: { 'content-type': 'text/plain' }, body: '# Talks\n\n*Peru* met Oman on Sunday.\n' },
      '/data.jsonl.gz': { headers: { 'content-type': 'application/octet-stream' }, body: gzipSync('{"text": "Cuba met Oman on Sunday."}\n') },
    });
    const { stories, told } = await collectStories([`${site}/old`, `${site}/lines`, `${site}/raw/story.md`, `${site}/data.jsonl.gz`]);
    expect(told).toEqual([]);
    expect(stories.map((found) => found.text)).toEqual(['Mali’s envoy met Oman on Sunday.', 'Chad met Oman on Sunday.', 'Peru met Oman on Sunday.', 'Cuba met Oman on Sunday.']);
    expect(stories[0]).toMatchObject({ source: `${site}/old`, url: `${site}/new?id=1` });
  });

  it('names what cannot be had, and goes on', async () => {
    const site = await serve({ '/picture': { headers: { 'content-type': 'image/png' }, body: 'x' }, '/good': { headers: { 'content-type': 'text/plain' }, body: story('Mali') }, '/large': { headers: { 'content-type': 'text/html' }, body: `<p>${'x'.repeat(9_000_000)}` } });
    const { stories, notices } = await collectStories([`${site}/none`, `${site}/picture`, `${site}/large`, 'http://127.0.0.1:1/', `${site}/good`]);
    expect(stories).toHaveLength(1);
    expect(notices.map(({ level, error }) => `${level} ${error.code} ${error.message.replace(site, '')}`)).toEqual([
      'fail E_FETCH /none: could not be fetched: HTTP 404 Not Found',
      'fail E_FETCH /picture: could not be fetched: it holds image/png, not text',
      'fail E_TOO_LARGE /large: too large a file; at most 8 MB is read',
      expect.stringMatching(/^fail E_FETCH http:\/\/127\.0\.0\.1:1\/: could not be fetched: \S/),
    ]);
  });

  it('says what stopped it', async () => {
    const failing = (cause: Error): typeof fetch => () => Promise.reject(cause);
    const why = async (cause: Error): Promise<string | undefined> => (await collectStories(['https://wire.example/'], { fetch: failing(cause) })).notices[0]?.error.message;
    expect(await why(new DOMException('x', 'TimeoutError'))).toMatch(/no answer within 30 s$/);
    expect(await why(new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }) }))).toMatch(/no such host$/);
  });
});
