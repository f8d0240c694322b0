import { afterAll, beforeAll, expect, it } from 'vitest';
import { cypher, serveSamples, type Serving } from './serving.ts';

let api: Serving;
beforeAll(async () => { api = await serveSamples(); });
afterAll(async () => { await api.end(); });

const WRONG: readonly (readonly [path: string, status: number, code: string, detail: string])[] = [
  ['/v1/nodes/nobody', 404, 'E_NODE', 'nobody: no such node in this graph'],
  ['/v1/nodes/__proto__', 404, 'E_NODE', '__proto__'],
  ['/v1/nodes/..%2f..%2fetc%2fpasswd', 404, 'E_NODE', '../../etc/passwd'],
  ['/v1/pairs/country:IR/nobody', 404, 'E_NODE', 'nobody'],
  ['/v1/paths?from=nobody&to=country:IR', 404, 'E_NODE', 'nobody'],
  ['/v1/edges/none/evidence', 404, 'E_EDGE', 'none: no such edge in this graph'],
  ['/v1/nodes/', 400, 'E_PARAMETER', 'key: '],
  ['/v1/nodes/%E0%A4%A', 400, 'E_PARAMETER', 'key: it is not percent-encoded UTF-8'],
  [`/v1/nodes/${'x'.repeat(3000)}`, 400, 'E_PARAMETER', 'key: '],
  ['/v1/nodes/country:IR?key=x', 400, 'E_PARAMETER', 'key: it stands in the path'],
  ['/v1/nodes/country:IR?limit=-1', 400, 'E_PARAMETER', 'limit: '],
  ['/v1/nodes/country:IR?limit=1e3', 400, 'E_PARAMETER', 'limit: '],
  ['/v1/nodes/country:IR?limit=', 400, 'E_PARAMETER', 'limit: '],
  ['/v1/nodes/country:IR?limit=99999999999', 400, 'E_PARAMETER', 'limit: '],
  ['/v1/nodes/country:IR?offset=-5', 400, 'E_PARAMETER', 'offset: '],
  ['/v1/search', 400, 'E_PARAMETER', 'q: it is missing'],
  ['/v1/search?q=%20', 400, 'E_PARAMETER', 'q: '],
  [`/v1/search?q=${'y'.repeat(5000)}`, 400, 'E_PARAMETER', 'q: '],
  ['/v1/search?q=a&q=b', 400, 'E_PARAMETER', 'q: it is given twice'],
  ['/v1/search?q=a&__proto__=b', 400, 'E_PARAMETER', '__proto__: there is no such parameter (q, limit)'],
  ['/v1/paths?from=country:IR&to=country:IL&longest=1000', 400, 'E_PARAMETER', 'longest: '],
  ['/v1/export/pdf', 400, 'E_PARAMETER', 'format: '],
  ['/v1/export/gexf?flavour=yed', 400, 'E_PARAMETER', 'flavour: gexf has none'],
  ['/v1/export/csv?aggregate=true', 400, 'E_PARAMETER', 'aggregate: '],
  ['/v1/export/csv?aggregate=yes', 400, 'E_PARAMETER', 'aggregate: '],
  ['/v1/export/csv?file=../graph.json', 400, 'E_PARAMETER', 'file: it is none of edges.csv, nodes.csv, evidence.csv, stories.csv'],
  ['/nothing', 404, 'E_REQUEST', ''],
  ['/v1/../graph.json', 404, 'E_REQUEST', ''],
  ['/graph.json', 404, 'E_REQUEST', ''],
  ['/v2/search?q=a', 404, 'E_REQUEST', ''],
  ['//', 404, 'E_REQUEST', ''],
];

it.each(WRONG)('GET %s', async (path, status, code, detail) => {
  const answer = await api.ask(path);
  expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json; charset=utf-8']);
  const problem = answer.json() as Record<string, unknown>;
  expect(problem).toMatchObject({ type: 'about:blank', status, code });
  expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'code', 'remedy']);
  expect(String(problem['detail'])).toContain(detail);
});

it.each([
  ["CREATE (n:Entity {key: 'x'})"], ['MATCH (n) DETACH DELETE n'], ["MATCH (n) SET n.name = 'x'"], ["COPY Entity TO '/tmp/entities.csv'"], ["LOAD FROM '/etc/passwd' RETURN *"],
  ['MATCH (a RETURN a'], ['DROP TABLE Entity'], ["ATTACH '/tmp/x.db' AS x"], ['RETURN 1; RETURN 2'],
])('refuses the query %s', async (query) => {
  expect(await api.ask('/v1/cypher', cypher(query)).then(({ status, json }) => [status, (json() as { code: string }).code])).toEqual([400, 'E_QUERY']);
});

it('refuses a body that is none', async () => {
  const problem = async (asking: Parameters<Serving['ask']>[1]): Promise<unknown[]> => {
    const answer = await api.ask('/v1/cypher', asking);
    return [answer.status, (answer.json() as { detail: string }).detail];
  };
  const json = { 'content-type': 'application/json' };
  expect(await problem(cypher(7))).toEqual([400, 'query: invalid input: expected string, received number']);
  expect(await problem(cypher('RETURN 1', { limit: -1 }))).toEqual([400, 'limit: too small: expected number to be >=1']);
  expect(await problem({ method: 'POST', headers: json, body: '{' })).toEqual([400, 'what was sent: it is not JSON']);
  expect(await problem({ method: 'POST', headers: json, body: 'null' })).toEqual([400, expect.stringContaining('what was sent: ')]);
  expect(await problem({ method: 'POST', headers: json, body: '[]' })).toEqual([400, 'query: it is missing']);
  expect(await problem({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).toEqual([415, 'Only application/json.']);
  expect(await problem({ method: 'POST', headers: json, body: ' '.repeat(300_000) }).catch(() => [413, 'At most 200000 bytes.'])).toEqual([413, 'At most 200000 bytes.']);
});

it('refuses other methods and says which there are', async () => {
  expect(await api.ask('/v1/cypher')).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect(await api.ask('/v1/nodes/country:IR', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});
