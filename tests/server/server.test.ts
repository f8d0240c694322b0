import { request, type IncomingHttpHeaders } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DragomanError } from '../../src/errors.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';

interface Answer { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }

let folder: string;
let graphPath: string;
let viewerPath: string;
let server: RunningServer;
let port: number;

// fetch() normalises paths and forbids Host: the raw request is what an attacker sends.
function ask(path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {} } = options;
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString('utf8') }));
    }).on('error', reject).end();
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-server-'));
  viewerPath = join(folder, 'viewer');
  graphPath = join(folder, 'graph.json');
  await mkdir(join(viewerPath, 'assets'), { recursive: true });
  await writeFile(join(viewerPath, 'index.html'), '<!doctype html><title>Dragoman</title>');
  await writeFile(join(viewerPath, 'assets', 'main.js'), 'export {};');
  await writeFile(join(viewerPath, 'assets', 'main.css'), 'body{}');
  await writeFile(join(viewerPath, '.secret'), 'secret');
  await writeFile(join(folder, 'outside.txt'), 'secret');
  await writeFile(graphPath, '{"attributes":{"format":1},"nodes":[],"edges":[]}');
  server = await startServer({ graphPath, viewerPath });
  port = Number(new URL(server.url).port);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('startServer', () => {
  it('listens on 127.0.0.1 and serves the page, its files and the graph', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${port}/`);
    const page = await ask('/?view=1');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await ask('/assets/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/assets/main.css')).headers['content-type']).toBe('text/css; charset=utf-8');
    const graph = await ask('/graph.json');
    expect(graph.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(graph.body)).toEqual({ attributes: { format: 1 }, nodes: [], edges: [] });
  });

  it('sends strict headers with every answer', async () => {
    for (const path of ['/', '/graph.json', '/nothing']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it('answers 304 to a known ETag and 200 after the graph has changed', async () => {
    const first = await ask('/graph.json');
    expect(first.headers['cache-control']).toBe('no-cache');
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect(await ask('/graph.json', { headers })).toMatchObject({ status: 304, body: '' });
    await writeFile(graphPath, '{"attributes":{"format":1},"nodes":[],"edges":[] }');
    expect((await ask('/graph.json', { headers })).status).toBe(200);
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    const head = await ask('/graph.json', { method: 'HEAD' });
    expect([head.status, head.body]).toEqual([200, '']);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(0);
    expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each([
    '/nothing', '/assets', '/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/assets/..%5c..%5coutside.txt',
    '/assets/../../outside.txt', '/.secret', '/%00', '/%E0%A4%A', '//etc/passwd', '/graph.json/',
  ])('answers 404 to %s', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  it('answers loopback Host headers with its port only', async () => {
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect((await ask('/', { headers: { host } })).status).toBe(200);
    }
    for (const host of ['example.org', `example.org:${port}`, 'localhost', `127.0.0.1:${port + 1}`, `127.0.0.1.example.org:${port}`]) {
      expect((await ask('/graph.json', { headers: { host } })).status).toBe(403);
    }
  });

  it('gives its data to no other origin', async () => {
    expect((await ask('/graph.json', { headers: { origin: 'https://example.org' } })).status).toBe(403);
    expect((await ask('/graph.json', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect((await ask('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
    expect((await ask('/graph.json', { headers: { origin: `http://localhost:${port}`, 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });

  it('streams a graph larger than the stream buffers whole', async () => {
    const big = join(folder, 'big.jsonl');
    await writeFile(big, '{"node":{"key":"person:x"}}\n'.repeat(100_000));
    const other = await startServer({ graphPath: big, viewerPath });
    try {
      const response = await fetch(new URL('graph.json', other.url));
      expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      expect((await response.text()).length).toBe(2_800_000);
    } finally {
      await other.close();
    }
  });

  it('names what is wrong in one line', async () => {
    const failing = (options: { graphPath?: string; port?: number }) => startServer({ graphPath, viewerPath, ...options }).catch((error: unknown) => error);
    const taken = await failing({ port });
    expect(taken).toBeInstanceOf(DragomanError);
    expect(taken).toMatchObject({ code: 'E_PORT', message: `port ${port} cannot be used: another program uses it` });
    expect(await failing({ port: 70_000 })).toMatchObject({ code: 'E_PORT' });
    expect(await failing({ graphPath: join(folder, 'none.json') })).toMatchObject({ code: 'E_NOT_FOUND' });
  });
});
