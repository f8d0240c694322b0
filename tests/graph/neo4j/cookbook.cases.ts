import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGraph } from '../../../graph/file.ts';
import { pushGraph } from '../../../graph/neo4j/index.ts';
import { asTable } from '../../../graph/query/index.ts';
import { GRAPH, PAGE, plainOfDriver, questionsOf } from '../../../scripts/cookbook.ts';
import type { TestNeo4j } from '../../neo4j.ts';

export function cookbookCases(neo4j: TestNeo4j): void {
  describe('the questions of docs/cypher.md', () => {
    beforeAll(async () => {
      await neo4j.wipe();
      await pushGraph(readGraph(GRAPH), neo4j.target);
    }, 120_000);

    it.each(questionsOf(readFileSync(PAGE, 'utf8')))('$title', async ({ query, output }) => {
      const { columns, rows } = await neo4j.table(query);
      expect(rows.length).toBeGreaterThan(0);
      expect(asTable({ columns, rows: rows.map((values) => values.map(plainOfDriver)) })).toBe(output);
    });
  });
}
