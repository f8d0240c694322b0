import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from './command.ts';

const folder = temporaryFolder();
copyFileSync(fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url)), join(folder, 'graph.json'));
const QUERY = 'MATCH (p:Person)-[r:HOLDS_ROLE_IN]->(c) RETURN p.name AS who, r.titles, c.name ORDER BY who';

const ask = (query: string, ...more: string[]): ReturnType<typeof run> => run(['query', query, ...more], { cwd: folder });

it('prints a table, and how many rows it has beside it', async () => {
  const { code, stdout, stderr } = await ask(QUERY);
  expect(code).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'who             r.titles                  c.name',
    '──────────────  ────────────────────────  ───────',
    'Gul Agha Noori  [trade chief]             Taliban',
    'Leila Farahani  [government spokeswoman]  Iran',
    'Rohan Mehta     [foreign secretary]       India',
    '',
  ]);
  expect(stderr).toBe('3 rows\n');
});

it('prints JSON with nothing beside it', async () => {
  const { code, stdout, stderr } = await ask(`${QUERY} LIMIT 1`, '--json');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toEqual([{ who: 'Gul Agha Noori', 'r.titles': ['trade chief'], 'c.name': 'Taliban' }]);
});

it('prints CSV with nothing beside it', async () => {
  expect(await ask(`${QUERY} LIMIT 1`, 'graph.json', '--csv')).toMatchObject({
    code: 0, stderr: '', stdout: 'who,r.titles,c.name\nGul Agha Noori,"[""trade chief""]",Taliban\n',
  });
});

it('keeps one file beside the graph', async () => {
  await ask('RETURN 1');
  expect(readdirSync(folder).filter((name) => name.startsWith('graph.json.'))).toEqual([expect.stringMatching(/^graph\.json\.[0-9a-f]{12}\.lbug$/)]);
});

it.each([
  [1, ['MATCH (a)-[r:MET]->(b)\nRETRN a'], 'dragoman: line 2, column 1, at MATCH (a)-[r:MET]->(b) »RETRN« a: "RETRN" does not belong here (mend the query; docs/cypher.md has examples)'],
  [1, ["CREATE (n:Entity {key: 'x'})"], 'dragoman: CREATE is no part of a question; a query here only reads the graph (mend the query; docs/cypher.md has examples)'],
  [1, ['MATCH (n) DETACH DELETE n'], 'dragoman: a query here only reads the graph; write to it in Neo4j (mend the query; docs/cypher.md has examples)'],
  [1, ['RETURN 1', 'none.json'], 'dragoman: none.json: no such file or folder (check the path)'],
  [1, ['RETURN 1', 'empty'], 'dragoman: empty: not a Dragoman graph: it is a folder (build it again with dragoman build)'],
  [2, ['RETURN 1', '--json', '--csv'], "dragoman: option '--csv' cannot be used with option '--json' (see dragoman query --help)"],
])('ends with %i and one line: %j', async (wanted, args, line) => {
  mkdirSync(join(folder, 'empty'), { recursive: true });
  const { code, stdout, complaints } = await run(['query', ...args], { cwd: folder });
  expect([code, stdout]).toEqual([wanted, '']);
  expect(complaints).toEqual([line]);
});
