import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTable, QueryDatabase } from '../../../graph/query/index.ts';
import { GRAPH, PAGE, questionsOf } from '../../../scripts/cookbook.ts';

const page = readFileSync(PAGE, 'utf8');
const questions = questionsOf(page);

it('the page has twenty questions or more, all of them found', () => {
  expect(questions.length).toBeGreaterThanOrEqual(20);
  expect(questions.map(({ title }) => title)).toEqual([...page.matchAll(/^### (.+)$/gm)].map(([, title]) => title));
});

describe('the questions of docs/cypher.md without a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-cookbook-'));
  let database: QueryDatabase;
  beforeAll(async () => {
    copyFileSync(GRAPH, join(folder, 'graph.json'));
    database = await QueryDatabase.open(join(folder, 'graph.json'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(questions)('$title', async ({ query, embedded, output }) => {
    const table = await database.run(embedded ?? query);
    expect(table.rows.length).toBeGreaterThan(0);
    expect(asTable(table)).toBe(output);
  });
});
