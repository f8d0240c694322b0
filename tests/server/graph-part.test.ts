import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';

let folder: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-server-part-'));
  await mkdir(join(folder, 'viewer'));
  await writeFile(join(folder, 'viewer', 'index.html'), '<!doctype html>');
  server = await startServer({ graphPath: fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url)), viewerPath: join(folder, 'viewer') });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const ask = (parameters: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${server.url}graph.json?corrections=none${parameters}`, { headers });
const edgesOf = async (parameters: string): Promise<number> => ((await (await ask(parameters)).json()) as GraphFile).edges.length;

describe('a part of the graph', () => {
  it('is sent of a graph above the size, with the size of the whole', async () => {
    const part = (await (await ask('&edges=8&above=20')).json()) as GraphFile;
    expect(part.edges.length).toBeGreaterThan(0);
    expect(part.edges.length).toBeLessThanOrEqual(8);
    expect(part.attributes).toMatchObject({ format: 1, part: { order: 15, size: 25 } });
  });

  it.each(['', '&edges=8&above=25', '&edges=8&above=1000000', '&edges=none', '&edges=-3', '&edges=25'])('is the whole for "%s"', async (parameters) => {
    expect(await edgesOf(parameters)).toBe(25);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await ask('&edges=8')).headers.get('etag')!;
    expect((await ask('&edges=8', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('&edges=9', { 'if-none-match': etag })).status).toBe(200);
  });
});
