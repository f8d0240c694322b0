import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTES } from '../../src/api/routes.ts';
import { serveSamples, type Serving } from './serving.ts';

const PAGE = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');

let api: Serving;
beforeAll(async () => { api = await serveSamples(); });
afterAll(async () => { await api.end(); });

/** "curl 'ADDRESS' -H 'NAME: VALUE' -d 'BODY'" */
const CURLS = [...PAGE.matchAll(/^curl 'http:\/\/127\.0\.0\.1:8080(?<path>[^']+)'(?: -H '(?<header>[^']+)')?(?: -d '(?<body>[^']+)')?$/gm)].map(({ groups }) => groups!);

it.each(CURLS)("docs/api.md: curl '$path' answers", async ({ path, header, body }) => {
  const [name = '', value = ''] = header?.split(': ') ?? [];
  const answer = await api.ask(path!, body === undefined ? {} : { method: 'POST', headers: { [name]: value }, body });
  expect(answer.status).toBe(200);
  expect(answer.body).not.toMatch(/"(?:items|rows|paths|nodes)":\[\]/);
});

it('docs/api.md has an example and a line for every read, and the front page an example that answers', async () => {
  expect(CURLS).toHaveLength(PAGE.split('\n').filter((line) => line.startsWith('curl ')).length);
  expect(CURLS).toHaveLength(ROUTES.length);
  for (const { method, path, read, example } of ROUTES) {
    expect(PAGE).toMatch(new RegExp(`^\\| \`${read.name}\` \\| \`${method} ${path.replace(/[{}]/g, '\\$&')}(?:\\?[^\`]*)?\` \\|`, 'm'));
    if (method === 'GET') expect((await api.ask(example)).status).toBe(200);
  }
});
