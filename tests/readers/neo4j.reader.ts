import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { csv } from '../../graph/export/csv.ts';
import { cypher } from '../../graph/export/cypher.ts';
import { graphml } from '../../graph/export/graphml.ts';
import { exportFiles, exportGraph } from '../../graph/export/index.ts';
import { runTool } from '../../scripts/neo4j/server.ts';
import { NASTY_NAMES, nastyGraph, STRICT_NAME, WITHOUT_UNWRITABLE } from '../graph/export/nasty-graph.ts';
import { describeNeo4j, type TestNeo4j } from '../neo4j.ts';

// What Neo4j's own readers get back: cypher-shell, APOC's GraphML, the bulk import.

const graph = nastyGraph();
const sentences = graph.reduceEdges((sum, _, { evidence }) => sum + evidence.length, 0);

async function expectGraph(neo4j: TestNeo4j, unwritable: string): Promise<void> {
  const nodes = await neo4j.query('MATCH (n:Entity) RETURN n.key AS key, n.name AS name, [label IN labels(n) WHERE label <> "Entity"] AS types');
  expect(new Map(nodes.map(({ key, types }) => [key, types]))).toEqual(new Map(graph.mapNodes((key, { type }) => [key, [type]])));
  const names = nodes.map(({ name }) => name);
  for (const name of [...NASTY_NAMES, unwritable]) expect(names).toContain(name);
  const relations = await neo4j.query('MATCH (a:Entity)-[r]->(b:Entity) RETURN r.key AS key, a.key AS source, b.key AS target, type(r) AS type');
  expect(new Map(relations.map(({ key, source, target, type }) => [key, [source, target, type]]))).toEqual(new Map(graph.mapEdges((key, { type }, source, target) => [key, [source, target, type]])));
  expect(relations).toHaveLength(graph.size);
}

/** The layer of evidence, and values in their types. */
async function expectEvidence(neo4j: TestNeo4j): Promise<void> {
  expect(await neo4j.query('MATCH (e:Evidence)-[:IN_STORY]->(:Story) RETURN count(*) AS count')).toEqual([{ count: sentences }]);
  expect(await neo4j.query('MATCH (e:Evidence)-[l:SOURCE|TARGET]->(:Entity) RETURN count(*) AS count')).toEqual([{ count: sentences * 2 }]);
  expect(await neo4j.query(`MATCH (:Entity {key: 'country:IL'})-[r:FOUGHT]-() RETURN r.dateStart = date('2024-01-01') AS day, r.weight AS weight, r.confidence AS confidence, r.symmetric AS symmetric`))
    .toEqual([{ day: true, weight: 1, confidence: 0.87, symmetric: true }]);
  expect(await neo4j.query("MATCH (n:Entity {key: 'place:ae/dubai'}) RETURN n.aliases AS aliases, n.lat AS lat")).toEqual([{ aliases: ['Dubai', 'دبي'], lat: 25.2697 }]);
}

function readerCases(neo4j: TestNeo4j): void {
  describe('cypher-shell', () => {
    const run = (): void => {
      const file = join(neo4j.home, 'graph.cypher');
      writeFileSync(file, [...exportGraph(graph, cypher)].join(''));
      const { uri, user, password } = neo4j.target;
      const { status, stderr } = runTool(neo4j.home, 'org.neo4j.shell.Main', ['-a', uri, '-f', file], { NEO4J_USERNAME: user, NEO4J_PASSWORD: password });
      expect([status, stderr]).toEqual([0, '']);
    };
    beforeAll(() => neo4j.wipe());

    it('runs the script', async () => {
      run();
      await expectGraph(neo4j, STRICT_NAME);
      await expectEvidence(neo4j);
    });

    it('runs it again and nothing changes', async () => {
      run();
      await expectGraph(neo4j, STRICT_NAME);
      await expectEvidence(neo4j);
    });
  });

  describe('apoc.import.graphml', () => {
    beforeEach(() => neo4j.wipe());

    it('reads the GraphML of the flavour neo4j, labels and types with it', async () => {
      writeFileSync(join(neo4j.home, 'import', 'graph.graphml'), [...exportGraph(graph, graphml, { flavour: 'neo4j' })].join(''));
      await neo4j.query("CALL apoc.import.graphml('graph.graphml', {readLabels: true, storeNodeIds: true})");
      await expectGraph(neo4j, WITHOUT_UNWRITABLE);
    });
  });

  describe('neo4j-admin database import', () => {
    it('reads the tables of the flavour neo4j', async () => {
      await neo4j.stop();
      const tables = join(neo4j.home, 'tables');
      mkdirSync(tables, { recursive: true });
      for (const { name, chunks } of exportFiles(graph, csv, { flavour: 'neo4j' })) writeFileSync(join(tables, name), [...chunks].join(''));
      const { status, stdout, stderr } = runTool(neo4j.home, 'org.neo4j.cli.AdminTool', [
        'database', 'import', 'full', 'neo4j', '--overwrite-destination', '--multiline-fields=true', `--report-file=${join(tables, 'report.txt')}`,
        ...['entities', 'stories', 'evidence'].map((table) => `--nodes=${join(tables, `${table}.csv`)}`),
        ...['relations', 'evidence-entities', 'evidence-stories'].map((table) => `--relationships=${join(tables, `${table}.csv`)}`),
      ]);
      expect(status, `${stdout}${stderr}`).toBe(0);
      await neo4j.start();
      const names = (await neo4j.query('MATCH (n:Entity) RETURN n.name AS name')).map(({ name }) => name);
      expect(names).toHaveLength(graph.order);
      await expectEvidence(neo4j);
    });
  });
}

describeNeo4j("Neo4j's readers", readerCases, { apoc: true });
