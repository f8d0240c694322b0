import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CorrectionsFile } from '../../graph/corrections.ts';
import type { GraphFile } from '../../graph/schema.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';

const NOTE = { do: 'note', node: 'country:IR', text: 'checked' } as const;
const FILE = { format: 1, corrections: [NOTE] };
const JSON_TYPE = { 'content-type': 'application/json' };

let folder: string;
let graphPath: string;
let viewerPath: string;
let server: RunningServer;

const at = (path: string): string => server.url + path;
const put = (body: unknown, headers: Record<string, string> = JSON_TYPE): Promise<Response> =>
  fetch(at('corrections.json'), { method: 'PUT', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const corrections = async (): Promise<CorrectionsFile> => (await fetch(at('corrections.json'))).json() as Promise<CorrectionsFile>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-server-corrections-'));
  viewerPath = join(folder, 'viewer');
  graphPath = join(folder, 'graph.json');
  await mkdir(viewerPath);
  await writeFile(join(viewerPath, 'index.html'), '<!doctype html>');
  await copyFile(new URL('../fixtures/small-graph.json', import.meta.url), graphPath);
  server = await startServer({ graphPath, viewerPath });
});

beforeEach(() => rm(join(folder, 'corrections.json'), { force: true }));

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('corrections.json of the server', () => {
  it('is empty at first, keeps what is put, and is applied to graph.json', async () => {
    expect(await corrections()).toEqual({ format: 1, corrections: [] });
    const built = await (await fetch(at('graph.json'))).text();
    expect((await put({ ...FILE, corrections: [{ do: 'merge', node: 'country:IL', into: 'country:PK' }] })).status).toBe(204);
    const corrected = await (await fetch(at('graph.json'))).json() as GraphFile;
    expect(corrected.nodes.map((node) => node.key)).not.toContain('country:IL');
    expect(corrected.attributes.corrections).toHaveLength(1);
    expect(await (await fetch(at('graph.json?corrections=none'))).text()).toBe(built);
    expect(await readFile(graphPath, 'utf8')).toBe(built);
    expect(JSON.parse(await readFile(join(folder, 'corrections.json'), 'utf8'))).toMatchObject({ format: 1 });
  });

  it('gives a corrected graph a tag of its own', async () => {
    await put(FILE);
    const { headers } = await fetch(at('graph.json'));
    const again = { 'if-none-match': headers.get('etag')! };
    expect((await fetch(at('graph.json'), { headers: again })).status).toBe(304);
    await put({ ...FILE, corrections: [] });
    expect((await fetch(at('graph.json'), { headers: again })).status).toBe(200);
  });

  it('refuses what is no list of corrections, in one line, and keeps the old one', async () => {
    await put(FILE);
    const answer = await put({ format: 1, corrections: [{ do: 'rename', node: 'country:IR' }] });
    expect([answer.status, await answer.text()]).toEqual([400, 'what was sent: no usable corrections: correction 1: "rename" needs node and label\n']);
    expect((await put('{')).status).toBe(400);
    expect((await put(' '.repeat(5_000_000)).catch(() => ({ status: 413 }))).status).toBe(413);
    expect(await corrections()).toEqual(FILE);
  });

  it('does not let one page overwrite what another has saved', async () => {
    const tag = (await fetch(at('corrections.json'))).headers.get('etag')!;
    const first = await put(FILE, { ...JSON_TYPE, 'if-match': tag });
    expect(first.status).toBe(204);
    expect((await put({ ...FILE, corrections: [] }, { ...JSON_TYPE, 'if-match': tag })).status).toBe(412);
    expect((await put({ ...FILE, corrections: [] }, { ...JSON_TYPE, 'if-match': first.headers.get('etag')! })).status).toBe(204);
  });

  it('is written by this page only', async () => {
    expect((await put(FILE, { ...JSON_TYPE, origin: 'https://example.org' })).status).toBe(403);
    expect((await put(FILE, { ...JSON_TYPE, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await put(FILE, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(at('corrections.json'), { method: 'POST', headers: JSON_TYPE, body: '{}' })).status).toBe(405);
    expect((await fetch(at('graph.json'), { method: 'PUT', headers: JSON_TYPE, body: '{}' })).status).toBe(405);
    expect(await corrections()).toEqual({ format: 1, corrections: [] });
  });

  it('says at the start what is wrong with a file made by hand', async () => {
    await writeFile(join(folder, 'corrections.json'), '{"format":1,"corrections":[{"do":"burn"}]}');
    await expect(startServer({ graphPath, viewerPath })).rejects.toMatchObject({ code: 'E_CORRECTIONS' });
    const answer = await fetch(at('graph.json'));
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('correction 1: "do" is not one of')]);
  });
});
