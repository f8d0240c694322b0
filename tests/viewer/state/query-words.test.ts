import { mkdtempSync, copyFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { QueryDatabase } from '../../../graph/query/index.ts';
import { focusOfAnswer, type AnswerValue } from '../../../viewer/state/answer.ts';
import { indexGraph } from '../../../viewer/state/graph-data.ts';
import { completeQuery, QUERY_EXAMPLES } from '../../../viewer/state/query-words.ts';
import { smallGraph } from './fixture.ts';

describe('completeQuery', () => {
  it.each([
    ['MATCH (a:Pe', 2, ['Person']],
    ['MATCH (a)-[r:CRI', 3, ['CRITICISED']],
    ['MATCH (a)-[r:MET|SPO', 3, ['SPOKE_WITH']],
    ['RETURN a.men', 3, ['mentions']],
    ['mat', 3, ['MATCH']],
    ['MATCH (a) ', 0, []],
  ])('after %s', (before, typed, words) => {
    expect(completeQuery(before)).toEqual({ typed, words });
  });
});

describe('the examples', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-examples-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const data = indexGraph(smallGraph());

  it('are answered, each with something of the graph', async () => {
    const path = join(folder, 'graph.json');
    copyFileSync(new URL('../../fixtures/small-graph.json', import.meta.url), path);
    const database = await QueryDatabase.open(path);
    for (const { query } of QUERY_EXAMPLES) {
      const { columns, rows } = await database.run(query);
      expect([query, rows.length]).not.toEqual([query, 0]);
      expect(focusOfAnswer(data, { columns, rows: rows as AnswerValue[][], total: rows.length })!.nodes.size).toBeGreaterThan(0);
    }
    await database.close();
  });
});
