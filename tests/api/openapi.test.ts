import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { READS } from '../../graph/reads/index.ts';
import { cypher, serveSamples, type Asking, type Serving } from './serving.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: 'path' | 'query'; readonly required: boolean; readonly description?: string; readonly schema: object }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly info: { readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let api: Serving;
let document: Document;
beforeAll(async () => {
  api = await serveSamples();
  document = (await api.ask('/openapi.json')).json() as Document;
});
afterAll(async () => { await api.end(); });

const EDGE = encodeURIComponent('armed:hamas|ATTACKED|place:IL:ashkelon|affirmed|asserted');

/** A request of every path, with the path as the document has it. */
const REQUESTS: readonly { readonly template: string; readonly path: string; readonly asking?: Asking }[] = [
  { template: '/v1/search', path: '/v1/search?q=Tehran&limit=100' },
  { template: '/v1/search', path: '/v1/search?q=said' },
  { template: '/v1/nodes/{key}', path: '/v1/nodes/country:IR?limit=200' },
  { template: '/v1/nodes/{key}', path: '/v1/nodes/person:wang-yi' },
  { template: '/v1/pairs/{a}/{b}', path: '/v1/pairs/armed:taliban/country:PK' },
  { template: '/v1/edges/{key}/evidence', path: `/v1/edges/${EDGE}/evidence` },
  { template: '/v1/paths', path: '/v1/paths?from=country:IN&to=country:IL' },
  { template: '/v1/paths', path: '/v1/paths?from=person:wang-yi&to=armed:hamas&longest=1' },
  { template: '/v1/cypher', path: '/v1/cypher', asking: cypher('MATCH (n)-[r]->(m) RETURN n, r, m.aliases, m.lat LIMIT 50') },
];

/** The check that the document itself holds for an answer, its references followed. */
function checkOf(schema: object): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

const operationAt = (template: string): Operation => Object.values(document.paths[template]!)[0]!;

describe('the OpenAPI document', () => {
  it('names every read once, with its parameters', () => {
    expect(document).toMatchObject({ openapi: '3.1.1', info: { version: '1.2.3', description: expect.stringContaining('machine-read') as unknown } });
    const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
    expect(operations.map(({ operationId }) => operationId)).toEqual([...READS.map(({ name }) => name), 'export']);
    for (const [path, item] of Object.entries(document.paths)) {
      const placed = Object.values(item).flatMap(({ parameters = [] }) => parameters.filter((parameter) => parameter.in === 'path'));
      expect(placed.map(({ name }) => `{${name}}`).sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      expect(placed.every(({ required }) => required)).toBe(true);
    }
    expect(operationAt('/v1/nodes/{key}').parameters?.map(({ name, in: at, required }) => [name, at, required])).toEqual([['key', 'path', true], ['limit', 'query', false], ['offset', 'query', false]]);
  });

  it('refers to nothing that it lacks', () => {
    const text = JSON.stringify(document);
    const referred = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to!));
    expect(referred.size).toBeGreaterThan(8);
    for (const to of referred) expect(Object.keys(document.components.schemas).map((id) => `#/components/schemas/${id}`)).toContain(to);
    expect(text).not.toContain('"$schema"');
    expect(text).not.toContain('"$id"');
  });

  it.each(REQUESTS)('describes the answer to $path', async ({ template, path, asking }) => {
    const answer = await api.ask(path, asking);
    expect(answer.status).toBe(200);
    const { operationId, responses } = operationAt(template);
    const value = answer.json();
    expect(checkOf(responses['200']!.content['application/json']!.schema).safeParse(value).error).toBeUndefined();
    // And holds nothing that the schema does not name.
    expect(READS.find(({ name }) => name === operationId)!.output.parse(value)).toEqual(value);
  });

  it('has no path that is not tried here, but the export', () => {
    expect(new Set(REQUESTS.map(({ template }) => template))).toEqual(new Set(Object.keys(document.paths).filter((path) => path !== '/v1/export/{format}')));
  });

  it('describes what goes wrong, and would not take anything', async () => {
    const problem = checkOf(operationAt('/v1/nodes/{key}').responses['default']!.content['application/problem+json']!.schema);
    expect(problem.safeParse((await api.ask('/v1/nodes/nobody')).json()).success).toBe(true);
    expect(problem.safeParse((await api.ask('/nothing')).json()).success).toBe(true);
    expect(problem.safeParse({ status: 'bad' }).success).toBe(false);
    const node = checkOf(operationAt('/v1/nodes/{key}').responses['200']!.content['application/json']!.schema);
    expect(node.safeParse({ node: {}, partners: {}, edges: {} }).success).toBe(false);
  });
});
