import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeGraph } from '../../../graph/file.ts';
import { QueryDatabase, type QueryTable } from '../../../graph/query/index.ts';
import { NASTY_NAMES, nastyGraph, STRICT_NAME } from '../export/nasty-graph.ts';

const FIXTURE = new URL('../../fixtures/small-graph.json', import.meta.url).pathname;

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-query-test-'));
  file = join(folder, 'graph.json');
  copyFileSync(FIXTURE, file);
});
afterEach(() => { rmSync(folder, { recursive: true, force: true }); });

async function ask(query: string): Promise<QueryTable> {
  const database = await QueryDatabase.open(file);
  try {
    return await database.run(query);
  } finally {
    await database.close();
  }
}

const cached = (): string[] => readdirSync(folder).filter((name) => name !== 'graph.json');

describe('answers', () => {
  it('who met whom', async () => {
    expect(await ask('MATCH (a)-[r:MET]->(b) RETURN a.name, b.name')).toEqual({ columns: ['a.name', 'b.name'], rows: [['Gul Agha Noori', 'Rohan Mehta']] });
  });

  it('types as labels, with properties, in patterns and conditions', async () => {
    const { rows } = await ask("MATCH (p:Person)-[r:HOLDS_ROLE_IN]->(c:Country {name: 'India'}) WHERE NOT c:Person RETURN p.name, r.titles");
    expect(rows).toEqual([['Rohan Mehta', ['foreign secretary']]]);
    expect((await ask('MATCH (n:Country) WHERE NOT (n:Country)-[:BORDERS]-() RETURN count(*)')).rows).not.toEqual([[0]]);
  });

  it('names of columns as typed', async () => {
    const { columns } = await ask("MATCH (a)-[r]->(b) RETURN DISTINCT type(r), count(*), max(r.confidence) AS surest, a.name /* who */ ORDER BY surest LIMIT 1");
    expect(columns).toEqual(['type(r)', 'count(*)', 'surest', 'a.name']);
  });

  it('days as dates', async () => {
    expect((await ask("MATCH (:Entity {key: 'country:IR'})-[r:FOUGHT]-() RETURN r.dateStart, r.dateEnd")).rows).toEqual([['2024-01-01', '2024-12-31']]);
  });

  it('who claims it, and in which story', async () => {
    const { rows } = await ask(`MATCH (a)-[r:ATTACKED]->(b) MATCH (e:Evidence)-[:ATTRIBUTED_TO]->(who) WHERE e.relation = r.key
      MATCH (e)-[:IN_STORY]->(s:Story) RETURN who.name, a.name, b.name, s.outlet ORDER BY who.name`);
    expect(rows).toEqual([['Leila Farahani', 'Iran', 'Israel', 'Sample Wire'], ['Ministry of External Affairs (India)', 'Pakistan', 'Afghanistan', 'Sample Gazette']]);
  });

  it('nodes and relationships without the ids of the engine', async () => {
    const [[node, relation] = []] = (await ask("MATCH (a:Person {name: 'Rohan Mehta'})-[r:HOLDS_ROLE_IN]->() RETURN a, r")).rows;
    expect(node).toMatchObject({ _label: 'Entity', key: 'person:rohan-mehta', type: 'Person' });
    expect(relation).toMatchObject({ _label: 'HOLDS_ROLE_IN', polarity: 'affirmed' });
    expect(Object.keys({ ...(node as object), ...(relation as object) }).filter((name) => name.startsWith('_'))).toEqual(['_label']);
    expect(JSON.stringify([node, relation])).not.toContain('null');
  });

  it('names that break careless loaders', async () => {
    const graph = nastyGraph();
    writeGraph(graph, file);
    const names = (await ask('MATCH (n:Entity) RETURN n.name, n.aliases')).rows;
    expect(names).toHaveLength(graph.order);
    for (const name of [...NASTY_NAMES, STRICT_NAME]) expect(names).toContainEqual([name, [name, `the ${name}`]]);
    expect((await ask('MATCH (:Entity)-[r]->(:Entity) RETURN count(*)')).rows).toEqual([[graph.size]]);
  });
});

describe('the database file', () => {
  it('stands beside the graph and is used again', async () => {
    await ask('RETURN 1');
    const [name = ''] = cached();
    expect(name).toMatch(/^graph\.json\.[0-9a-f]{12}\.lbug$/);
    const { ino } = statSync(join(folder, name));
    await ask('RETURN 1');
    expect(cached()).toEqual([name]);
    expect(statSync(join(folder, name))).toMatchObject({ ino });
  });

  it('is made anew when the graph changes, though size and time stay', async () => {
    await ask('RETURN 1');
    const [old] = cached();
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('"label":"Iran"', '"label":"Eran"'));
    expect((await ask("MATCH (n:Country {key: 'country:IR'}) RETURN n.name")).rows).toEqual([['Eran']]);
    expect(cached()).toHaveLength(1);
    expect(cached()).not.toContain(old);
  });

  it('is not left half-made where the graph is broken', async () => {
    writeFileSync(file, '{"nodes": [');
    await expect(ask('RETURN 1')).rejects.toMatchObject({ code: 'E_GRAPH_FILE' });
    expect(cached()).toEqual([]);
    await expect(QueryDatabase.open(join(folder, 'none.json'))).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });
});

describe('refuses', () => {
  const home = mkdtempSync(join(tmpdir(), 'dragoman-query-test-'));
  let database: QueryDatabase;
  beforeAll(async () => {
    copyFileSync(FIXTURE, join(home, 'graph.json'));
    database = await QueryDatabase.open(join(home, 'graph.json'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  it.each([
    ['MATCH (a)-[r:MET]->(b) RETRN a', 'line 1, column 24, at MATCH (a)-[r:MET]->(b) »RETRN« a: "RETRN" does not belong here'],
    ['MATCH (a:Person {name: 1})\nRETRN a', 'line 2, column 1, at MATCH (a:Person {name: 1}) »RETRN« a: "RETRN" does not belong here'],
    ['MATCH (a:Person)\nRETURN b.name', 'line 2, column 8, at MATCH (a:Person) RETURN »b«.name: b stands for nothing'],
    ['MATCH (a:Persn) RETURN a', 'line 1, column 10, at MATCH (a:»Persn«) RETURN a: no label or relationship is called Persn; perhaps Person?'],
    ['MATCH (a)-[:MEET]->(b) RETURN a', 'line 1, column 13, at MATCH (a)-[:»MEET«]->(b) RETURN a: no label or relationship is called MEET; perhaps MET?'],
    ["MATCH (a:Person) WHERE a.nme = 'x' RETURN a", "line 1, column 26, at MATCH (a:Person) WHERE a.»nme« = 'x' RETURN a: a has no property nme; perhaps name?"],
    ['RETURN foo(1)', 'line 1, column 8, at RETURN »foo«(1): no function is called foo'],
    ['RETURN 1 +', 'line 1, column 11, at RETURN 1 +»«: the query ends too early'],
    ['MATCH p = shortestPath((a)-[*]-(b)) RETURN p', 'line 1, column 11, at MATCH p = »shortestPath«((a)-[*]-(b)) RETURN p: here a shortest path is written MATCH p = (a)-[* SHORTEST 1..8]-(b)'],
    ['  ', 'the query is empty'],
    ['RETURN 1; RETURN 2', 'more than one query; give one'],
    ["CREATE (n:Entity {key: 'x'})", 'CREATE is no part of a question; a query here only reads the graph'],
    ["MATCH (n) SET n.name = 'x'", 'a query here only reads the graph; write to it in Neo4j'],
    ['MATCH (n) DETACH DELETE n', 'a query here only reads the graph; write to it in Neo4j'],
    ["COPY (MATCH (n) RETURN n) TO 'out.csv'", 'COPY is no part of a question; a query here only reads the graph'],
    ["MATCH (n) LOAD FROM '/etc/passwd' RETURN *", 'LOAD is no part of a question; a query here only reads the graph'],
    ['MATCH (a)-->(b) RETURN a.name AS x, b.name AS x', 'two columns are called x; give them names with AS'],
  ])('%s', async (query, message) => {
    await expect(database.run(query)).rejects.toMatchObject({ code: 'E_QUERY', message });
  });
});
