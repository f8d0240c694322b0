import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { cypher, SAMPLES_GRAPH, serveSamples, type Serving } from './serving.ts';

let api: Serving;
beforeAll(async () => { api = await serveSamples(); });
afterAll(async () => { await api.end(); });

const get = async (path: string): Promise<unknown> => {
  const answer = await api.ask(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  return answer.json();
};

/** The edges of the graph that is served: how many there are changes with each better reading of the samples. */
const { edges } = JSON.parse(readFileSync(SAMPLES_GRAPH, 'utf8')) as GraphFile;
const ofIran = edges.filter(({ source, target }) => source === 'country:IR' || target === 'country:IR');
const partnersOfIran = new Set(ofIran.flatMap(({ source, target }) => [source, target]).filter((key) => key !== 'country:IR'));

const EDGE = 'armed:hamas|ATTACKED|place:IL:ashkelon|affirmed|asserted';

it('search finds names with slips, roles and sentences', async () => {
  expect(await get('/v1/search?q=Mutaqi')).toMatchObject({ nodes: [{ key: 'person:amir-khan-muttaqi', label: 'Amir Khan Muttaqi' }], sentences: [] });
  expect(await get(`/v1/search?q=${encodeURIComponent('interior minister')}`)).toMatchObject({ nodes: [{ key: 'person:mohsin-naqvi', matched: 'Interior Minister, Pakistan' }] });
  expect(await get('/v1/search?q=fired+rockets+at+Ashkelon')).toMatchObject({ nodes: [], sentences: [{ edge: { key: EDGE }, sentence: { text: 'The Israeli military said Hamas had fired rockets at Ashkelon.' } }] });
});

it('a node has its names, roles, partners and edges, in pages', async () => {
  const whole = await get('/v1/nodes/country:IR?limit=200') as { partners: { items: unknown[] }; edges: { total: number; items: { weight: number }[] } };
  expect(whole).toMatchObject({ node: { label: 'Iran', type: 'Country', aliases: ['Iranian', 'Tehran'], country: 'IR' }, partners: { total: partnersOfIran.size }, edges: { total: ofIran.length } });
  expect([whole.partners.items.length, whole.edges.items.length]).toEqual([partnersOfIran.size, ofIran.length]);
  expect(ofIran.length).toBeGreaterThan(20);
  expect(whole.edges.items.map(({ weight }) => weight)).toEqual(whole.edges.items.map(({ weight }) => weight).toSorted((a, b) => b - a));
  const part = await get(`/v1/nodes/country:IR?limit=4&offset=${ofIran.length - 2}`) as typeof whole;
  expect(part.edges).toEqual({ total: ofIran.length, items: whole.edges.items.slice(-2) });
  expect(await get('/v1/nodes/person:wang-yi')).toMatchObject({ node: { roles: [{ title: 'Foreign Minister', of: { key: 'country:CN', label: 'China' }, status: 'current' }] } });
});

it('a pair has its edges in both directions by date, the undated last', async () => {
  const { edges } = await get('/v1/pairs/armed:taliban/country:PK') as { edges: { items: { key: string; firstSeen?: string }[] } };
  expect(edges.items.map(({ key, firstSeen }) => [key, firstSeen])).toEqual([
    ['armed:taliban|REJECTED|country:PK|affirmed|asserted', undefined], ['country:PK|CALLED_ON|armed:taliban|affirmed|asserted', undefined],
  ]);
  expect(await get('/v1/pairs/country:PK/armed:taliban')).toMatchObject({ edges });
  expect(await get('/v1/pairs/country:IR/country:BR')).toMatchObject({ edges: { total: 0, items: [] } });
});

it('evidence has the sentence, its story and who claims it', async () => {
  expect(await get(`/v1/edges/${encodeURIComponent(EDGE)}/evidence`)).toMatchObject({
    edge: { key: EDGE, status: 'claimed', source: { label: 'Hamas' }, target: { label: 'Ashkelon' } },
    sentences: { total: 1, items: [{
      text: 'The Israeli military said Hamas had fired rockets at Ashkelon.', trigger: 'fired rockets', claimedBy: [{ key: 'org:israel-defense-forces' }],
      story: { title: expect.stringMatching(/^Sample: Iran's president/) as unknown, outlet: 'Sample Gazette', published: '2025-01-20' },
      citation: expect.stringMatching(/^“The Israeli military said.*” — Sample: .*, Sample Gazette, 2025-01-20$/) as unknown,
    }] },
  });
});

it('a path is a chain of edges, each with a sentence', async () => {
  type Chains = { length: number; hasMore: boolean; paths: { nodes: { key: string }[]; steps: { edge: { source: { key: string }; target: { key: string }; sentence: { text: string } } }[] }[] };
  const { length, hasMore, paths } = await get('/v1/paths?from=person:wang-yi&to=armed:hamas') as Chains;
  expect([length, hasMore, paths.length > 0]).toEqual([3, false, true]);
  for (const { nodes, steps } of paths) {
    expect([nodes.at(0)?.key, nodes.at(-1)?.key, nodes.length]).toEqual(['person:wang-yi', 'armed:hamas', length + 1]);
    steps.forEach(({ edge }, place) => {
      expect([edge.source.key, edge.target.key].sort()).toEqual([nodes[place]!.key, nodes[place + 1]!.key].sort());
      expect(edge.sentence.text).not.toBe('');
    });
  }
  const noLonger = await get('/v1/paths?from=person:wang-yi&to=armed:hamas&longest=2');
  expect(noLonger).toMatchObject({ hasMore: false, paths: [] });
  expect(noLonger).not.toHaveProperty('length');
  expect(await get('/v1/paths?from=country:IN&to=country:IL&limit=1')).toMatchObject({ hasMore: true, paths: [{}] });
});

it('Cypher answers with columns and rows, as many as are asked for', async () => {
  const rows = await api.ask('/v1/cypher', cypher("MATCH (n:Country {key: 'country:IR'}) RETURN n.name AS name"));
  expect(rows.json()).toEqual({ columns: ['name'], rows: [['Iran']], total: 1 });
  expect((await api.ask('/v1/cypher', cypher('UNWIND range(1, 2500) AS n RETURN n', { limit: 2 }))).json()).toEqual({ columns: ['n'], rows: [[1], [2]], total: 2500 });
});

it('exports every format as a file that is kept, not shown', async () => {
  for (const [path, type, name, begins] of [
    ['graphml', 'application/graphml+xml', 'graph.graphml', '<?xml'], ['gexf', 'application/gexf+xml', 'graph.gexf', '<?xml'], ['csv', 'text/csv', 'edges.csv', 'id,source'],
    ['csv?file=stories.csv', 'text/csv', 'stories.csv', 'id,title'], ['cypher', 'application/x-cypher-query', 'graph.cypher', ''], ['jsonld', 'application/ld+json', 'graph.jsonld', '{'],
    ['html', 'text/html', 'graph.html', '<!doctype html>'],
  ] as const) {
    const { status, headers, body } = await api.ask(`/v1/export/${path}`);
    expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, `${type}; charset=utf-8`, `attachment; filename="${name}"`]);
    expect(body.slice(0, begins.length).toLowerCase()).toBe(begins);
    expect(body.length).toBeGreaterThan(500);
  }
  expect((await api.ask('/v1/export/graphml?aggregate=true')).body).not.toBe((await api.ask('/v1/export/graphml')).body);
});

it('says at / what it offers, and answers HEAD', async () => {
  const page = await api.ask('/');
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(page.body).toContain('/v1/edges/{key}/evidence');
  expect(page.body).toContain('machine-read');
  for (const path of ['/', '/openapi.json', '/v1/nodes/country:IR', '/v1/export/csv']) expect(await api.ask(path, { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});
