import { closeSync, copyFileSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readGraph, writeGraph } from '../../../graph/file.ts';
import { QueryDatabase, type QueryTable } from '../../../graph/query/index.ts';
import { addOwnTypes, type EdgeType, type NodeType, type OwnTypes } from '../../../src/model/vocabulary.ts';
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
    expect(await ask('MATCH (a)-[r:MET]->(b) RETURN a.name, b.name')).toEqual({ columns: ['a.name', 'b.name'], rows: [['Gul Agha Noori', 'Rohan Mehta']], total: 1 });
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

describe('lists', () => {
  it('hold what the rows on the disk are told apart by', async () => {
    const graph = readGraph(FIXTURE);
    const aliases = ['unit\u001Fseparator', '\u001Ea record\u001Eb separators \u001F', '"quoted", [in, brackets]', 'two\nlines', 'عبد اللطيف', ''];
    graph.setNodeAttribute('country:IR', 'aliases', aliases);
    writeGraph(graph, file);
    expect((await ask("MATCH (n {key: 'country:IR'}) RETURN n.aliases")).rows).toEqual([[aliases]]);
    expect((await ask("MATCH (n {key: 'country:IL'}) RETURN n.aliases")).rows).toEqual([[graph.getNodeAttribute('country:IL', 'aliases')]]);
  });
});

describe('types of a vocabulary of the user', () => {
  it('are labels, also where the database file is from an earlier run', async () => {
    const graph = readGraph(FIXTURE);
    const vocabulary: OwnTypes = {
      nodeTypes: [{ name: 'QueryVessel', means: 'a ship', like: 'Place' }],
      edgeTypes: [{ name: 'QUERY_ESCORTED', kind: 'event', class: 'material-cooperation', symmetric: false, plover: null, means: 'sailed along with' }],
    };
    addOwnTypes(vocabulary);
    graph.setAttribute('vocabulary', vocabulary);
    const { stories } = graph.getNodeAttributes('country:IR');
    for (const name of ['Sea Lark', 'Grey Heron']) {
      graph.addNode(`queryvessel:${name}`, { label: name, type: 'QueryVessel' as NodeType, aliases: [name], mentions: 1, stories, x: 0, y: 0, size: 3 });
    }
    const [model] = graph.edges();
    const attributes = { ...graph.getEdgeAttributes(model), type: 'QUERY_ESCORTED' as EdgeType };
    graph.addDirectedEdgeWithKey('escort', 'queryvessel:Sea Lark', 'queryvessel:Grey Heron', attributes);
    writeGraph(graph, file);
    const query = 'MATCH (a:QueryVessel)-[:QUERY_ESCORTED]->(b) WHERE b:QueryVessel RETURN a.name, b.name';
    expect((await ask(query)).rows).toEqual([['Sea Lark', 'Grey Heron']]);
    const [database] = cached();
    vi.resetModules();
    const { QueryDatabase: later } = await import('../../../graph/query/index.ts');
    const opened = await later.open(file);
    expect((await opened.run(query)).rows).toEqual([['Sea Lark', 'Grey Heron']]);
    await opened.close();
    expect(cached()).toEqual([database]);
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
    await expect(QueryDatabase.open(folder)).rejects.toMatchObject({ code: 'E_GRAPH_FILE', message: expect.stringContaining('it is a folder') as unknown });
  });

  it('is not made of edges whose ends are lacking', async () => {
    const lines = join(folder, 'graph.jsonl');
    writeGraph(readGraph(FIXTURE), lines);
    writeFileSync(lines, readFileSync(lines, 'utf8').replace('"source":"country:IR"', '"source":"country:XX"'));
    await expect(QueryDatabase.open(lines)).rejects.toMatchObject({ code: 'E_GRAPH_FILE', message: expect.stringContaining('names the node "country:XX", which it lacks') as unknown });
    expect(cached()).toEqual(['graph.jsonl']);
  });
});

// Nobody, not the superuser either, makes files in the folder of a process's open files.
describe.runIf(process.platform === 'linux')('a folder that cannot be written', () => {
  let open: number;
  beforeEach(() => { open = openSync(file, 'r'); });
  afterEach(() => {
    closeSync(open);
    vi.unstubAllEnvs();
  });

  it('is no hindrance: the database lies among the temporary files while it is used', async () => {
    const temporary = join(folder, 'temporary');
    mkdirSync(temporary);
    vi.stubEnv('TMPDIR', temporary);
    const database = await QueryDatabase.open(`/proc/self/fd/${open}`);
    expect(readdirSync(temporary)).toHaveLength(1);
    expect((await database.run('MATCH (a)-[r:MET]->(b) RETURN a.name')).rows).toEqual([['Gul Agha Noori']]);
    await database.close();
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('is named where temporary files cannot be written either', async () => {
    vi.stubEnv('TMPDIR', join(folder, 'none'));
    await expect(QueryDatabase.open(`/proc/self/fd/${open}`)).rejects.toMatchObject({ code: 'E_WRITE', message: `${join(folder, 'none')}: could not be written: no such file or folder` });
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

describe('limits', () => {
  let database: QueryDatabase;
  beforeEach(async () => { database = await QueryDatabase.open(file); });
  afterEach(async () => { await database.close(); });

  it('hands over some rows and counts all', async () => {
    expect(await database.run('UNWIND range(1, 2500) AS n RETURN n', { rows: 2 })).toEqual({ columns: ['n'], rows: [[1], [2]], total: 2500 });
  });

  it('stops what takes too long, and answers the next query', async () => {
    const endless = 'MATCH (a:Entity), (b:Entity), (c:Entity), (d:Entity), (e:Entity), (f:Entity), (g:Entity), (h:Entity) RETURN sum(a.mentions * b.mentions + c.mentions * d.mentions + e.mentions * f.mentions + g.mentions * h.mentions)';
    await expect(database.run(endless, { time: 200 })).rejects.toMatchObject({ code: 'E_QUERY_LONG', message: 'the query was stopped after 0.2 seconds' });
    expect((await database.run('RETURN 1 AS one', { time: 60_000 })).rows).toEqual([[1]]);
  });
});
