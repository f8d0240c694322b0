// Seconds to load a graph into the embedded database, to open it again, and to ask it.
// usage: tsx scripts/bench/query.ts [--nodes 10000] [--edges 50000]

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGraph } from '../../graph/file.ts';
import { QueryDatabase } from '../../graph/query/index.ts';
import { syntheticSource } from './synthetic-graph.ts';

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '10000' }, edges: { type: 'string', default: '50000' } } });
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
const file = join(folder, 'graph.json');

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  process.stdout.write(`${what.padEnd(28)}${((performance.now() - start) / 1000).toFixed(2)} s\n`);
}

async function ask(query: string): Promise<void> {
  const database = await QueryDatabase.open(file);
  await database.run(query);
  await database.close();
}

try {
  writeGraph(syntheticSource({ nodes: Number(values.nodes), edges: Number(values.edges) }), file);
  await timed('load and ask', () => ask('MATCH (a)-[r:MET]->(b) RETURN count(r)'));
  await timed('open and ask', () => ask('MATCH (a)-[r:MET]->(b) RETURN count(r)'));
  await timed('three steps', () => ask("MATCH (a:Entity {name: 'Actor 7'})-[:MET]-(b)-[:ACCUSED]->(c)-[:PRAISED]->(d) RETURN count(DISTINCT d.key)"));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
