import { copyFile, mkdir, mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/index.ts';

let folder: string;
let graphPath: string;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dragoman-server-queries-'));
  graphPath = join(folder, 'graph.json');
  await mkdir(join(folder, 'viewer'));
  await writeFile(join(folder, 'viewer', 'index.html'), '<!doctype html>');
  await copyFile(new URL('../fixtures/small-graph.json', import.meta.url), graphPath);
  server = await startServer({ graphPath, viewerPath: join(folder, 'viewer') });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }): Promise<Response> => fetch(`${server.url}query`, { method: 'POST', headers, body });
const ask = (query: string): Promise<Response> => post(JSON.stringify({ query }));

describe('the query endpoint', () => {
  it('answers Cypher with columns and rows', async () => {
    const answer = await ask('MATCH (a)-[r:MET]->(b) RETURN a.name, b.name');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual({ columns: ['a.name', 'b.name'], rows: [['Gul Agha Noori', 'Rohan Mehta']], total: 1 });
  });

  it('gives a part of very many rows and says how many there are', async () => {
    const { rows, total } = await (await ask('UNWIND range(1, 2500) AS n RETURN n')).json() as { rows: unknown[]; total: number };
    expect([rows.length, total]).toEqual([1000, 2500]);
  });

  it('says what is wrong with a query, and writes nothing', async () => {
    const wrong = await ask('MATCH (a RETURN a');
    expect([wrong.status, (await wrong.text()).split('\n').length]).toEqual([400, 2]);
    expect((await ask('CREATE (a:Entity {key: "x"})')).status).toBe(400);
    expect((await ask("COPY Entity TO '/tmp/entities.csv'")).status).toBe(400);
    expect((await post('{}')).status).toBe(400);
    expect((await post('[')).status).toBe(400);
  });

  it('answers its own page only', async () => {
    const body = JSON.stringify({ query: 'RETURN 1' });
    expect((await post(body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post(body, { 'content-type': 'application/json', origin: 'https://example.org' })).status).toBe(403);
    expect((await fetch(`${server.url}query`)).status).toBe(404);
    expect((await post('x'.repeat(200_000)).catch(() => ({ status: 413 }))).status).toBe(413);
  });

  it('answers about the graph as a reader has corrected it', async () => {
    const name = async (): Promise<unknown> => ((await (await ask("MATCH (n {key: 'country:IN'}) RETURN n.name")).json()) as { rows: unknown[][] }).rows;
    const correct = (...corrections: object[]): Promise<Response> => fetch(`${server.url}corrections.json`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ format: 1, corrections }) });
    expect(await name()).toEqual([['India']]);
    expect((await correct({ do: 'rename', node: 'country:IN', label: 'Bharat' })).status).toBe(204);
    expect(await name()).toEqual([['Bharat']]);
    await correct();
    expect(await name()).toEqual([['India']]);
  });

  it('answers about the graph as it is now', async () => {
    const name = async (): Promise<unknown> => ((await (await ask("MATCH (n {key: 'country:IR'}) RETURN n.name")).json()) as { rows: unknown[][] }).rows;
    expect(await name()).toEqual([['Iran']]);
    await writeFile(graphPath, (await readFile(graphPath, 'utf8')).replaceAll('"label":"Iran"', '"label":"Persia"'));
    expect(await name()).toEqual([['Persia']]);
  });
});
