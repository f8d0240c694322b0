import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi } from '../../src/api/index.ts';
import { cypher, SAMPLES_GRAPH, serveSamples, type Serving } from './serving.ts';

let api: Serving;
beforeAll(async () => { api = await serveSamples(); });
afterAll(async () => { await api.end(); });

describe('who is answered', () => {
  it('this machine only, by the Host header', async () => {
    for (const host of [`localhost:${api.port}`, `[::1]:${api.port}`]) expect((await api.ask('/v1/nodes/country:IR', { headers: { host } })).status).toBe(200);
    for (const host of ['example.org', `example.org:${api.port}`, `127.0.0.1:${api.port + 1}`]) {
      for (const path of ['/', '/openapi.json', '/v1/nodes/country:IR']) expect((await api.ask(path, { headers: { host } })).status).toBe(403);
    }
  });

  it('programs, and no page of another origin', async () => {
    for (const headers of [{ origin: 'https://example.org' }, { origin: 'null' }, { origin: `http://127.0.0.1:${api.port + 1}` }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
      const answer = await api.ask('/v1/nodes/country:IR', { headers });
      expect([answer.status, (answer.json() as { code: string }).code]).toEqual([403, 'E_REQUEST']);
      const posting = cypher('RETURN 1');
      expect((await api.ask('/v1/cypher', { ...posting, headers: { ...posting.headers, ...headers } })).status).toBe(403);
    }
    expect((await api.ask('/', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
  });

  it('with strict headers, errors too, and no leave for other origins', async () => {
    for (const path of ['/', '/openapi.json', '/v1/nodes/country:IR', '/v1/nodes/nobody', '/v1/export/html', '/nothing']) {
      const { headers } = await api.ask(path);
      expect(headers).toMatchObject({ 'content-security-policy': expect.stringContaining("default-src 'none'") as unknown, 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin', 'cache-control': 'no-store' });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });
});

describe('the graph as it is now', () => {
  it('is answered from after the file has changed, and a damaged one is named', async () => {
    const own = await serveSamples();
    const labels = async (): Promise<unknown[]> => {
      const node = (await own.ask('/v1/nodes/country:IR')).json() as { node: { label: string } };
      const table = (await own.ask('/v1/cypher', cypher("MATCH (n {key: 'country:IR'}) RETURN n.name"))).json() as { rows: unknown[][] };
      return [node.node.label, table.rows[0]?.[0]];
    };
    expect(await labels()).toEqual(['Iran', 'Iran']);
    writeFileSync(own.graphPath, readFileSync(SAMPLES_GRAPH, 'utf8').replaceAll('"label":"Iran"', '"label":"Persia"').replaceAll('"label": "Iran"', '"label": "Persia"'));
    // Those that come while it is read wait for it.
    expect(await Promise.all([labels(), labels(), labels()])).toEqual(Array(3).fill(['Persia', 'Persia']));
    writeFileSync(own.graphPath, '{"attributes":');
    expect((await own.ask('/v1/nodes/country:IR')).json()).toMatchObject({ status: 500, code: 'E_GRAPH_FILE' });
    writeFileSync(own.graphPath, readFileSync(SAMPLES_GRAPH, 'utf8'));
    expect(await labels()).toEqual(['Iran', 'Iran']);
    await own.end();
  });

  it('has the corrections beside it, in every read', async () => {
    const own = await serveSamples();
    const MET = 'country:IL|DENIED|country:IR|affirmed|asserted';
    const corrections = [{ do: 'rename', node: 'country:IR', label: 'Persia' }, { do: 'reject', edge: MET }];
    const count = async (): Promise<unknown> => ((await own.ask('/v1/cypher', cypher("MATCH ({key: 'country:IL'})-[r:DENIED]->({name: 'Persia'}) RETURN count(*) AS n"))).json() as { rows: unknown[][] }).rows[0]?.[0];
    expect((await own.ask(`/v1/edges/${encodeURIComponent(MET)}/evidence`)).status).toBe(200);
    writeFileSync(join(own.folder, 'corrections.json'), JSON.stringify({ format: 1, corrections: corrections.slice(0, 1) }));
    expect(await count()).toBe(1);
    expect((await own.ask('/v1/nodes/country:IR')).json()).toMatchObject({ node: { label: 'Persia' } });
    writeFileSync(join(own.folder, 'corrections.json'), JSON.stringify({ format: 1, corrections }));
    expect(await count()).toBe(0);
    expect((await own.ask(`/v1/edges/${encodeURIComponent(MET)}/evidence`)).status).toBe(404);
    expect((await own.ask('/v1/export/csv')).body).toContain('Persia');
    await own.end();
  });

  it('must be there at the start', async () => {
    await expect(startApi({ graphPath: join(api.folder, 'none.json'), version: '1' })).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
    await expect(startApi({ graphPath: api.graphPath, port: api.port, version: '1' })).rejects.toMatchObject({ code: 'E_PORT' });
  });
});
