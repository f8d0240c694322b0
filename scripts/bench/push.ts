// Rows a second into Neo4j: the push beside a bare neo4j-driver that sends the same rows with the same statements.
// usage: tsx scripts/bench/push.ts [--nodes 10000] [--edges 50000] [--alone]     (starts a server of its own)
// With --alone the push goes once, without the driver beside it, from a graph made edge by edge: 1,000,000 edges need no memory for it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import neo4j, { type Driver } from 'neo4j-driver';
import { pushGraph } from '../../graph/neo4j/index.ts';
import { batchesOf, type Batch } from '../../graph/neo4j/batches.ts';
import { partsOf } from '../../graph/neo4j/rows.ts';
import { SCHEMA } from '../../graph/neo4j/schema.ts';
import { sourceOf, type GraphSource } from '../../graph/source.ts';
import { startNeo4j, type Neo4jServer } from '../neo4j/server.ts';
import { syntheticGraph, syntheticSource } from './synthetic-graph.ts';

const PASSWORD = 'sample-password';
const ROUNDS = 3;
/** Of the bare driver's rate. */
const WANTED = 0.85;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

/** What a careful user would write by hand: the rows are ready, each batch is one UNWIND … MERGE. */
async function bare(driver: Driver, batches: readonly Batch[]): Promise<void> {
  const session = driver.session();
  for (const { statement, rows } of batches) await session.executeWrite((transaction) => transaction.run(statement, { rows }));
  await session.close();
}

async function wipe(driver: Driver): Promise<void> {
  await driver.session().run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS');
}

async function compare(server: Neo4jServer, source: GraphSource): Promise<void> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic('neo4j', PASSWORD));
  const session = driver.session();
  for (const statement of SCHEMA) await session.run(statement);
  const batches = [...partsOf(source)].flatMap((part) => [...batchesOf(part)]).filter(({ kind }) => kind !== 'checks');
  const rows = batches.reduce((sum, batch) => sum + batch.rows.length, 0);
  const push = (): Promise<unknown> => pushGraph(source, { uri: server.uri, user: 'neo4j', password: PASSWORD });
  await push();
  const best = { bare: Infinity, push: Infinity, again: Infinity };
  for (let round = 0; round < ROUNDS; round++) {
    await wipe(driver);
    best.bare = Math.min(best.bare, await seconds(() => bare(driver, batches)));
    await wipe(driver);
    best.push = Math.min(best.push, await seconds(push));
    best.again = Math.min(best.again, await seconds(push));
  }
  await driver.close();
  const ratio = best.bare / best.push;
  const rate = (time: number): string => `${time.toFixed(2)} s, ${Math.round(rows / time)} rows/s`;
  process.stdout.write(`${source.order} entities, ${source.size} relationships, ${rows} rows in all\nbare driver  ${rate(best.bare)}\npush         ${rate(best.push)}\npush again   ${rate(best.again)}\nratio        ${ratio.toFixed(2)} (wanted: ${WANTED} or more)\n`);
  if (ratio < WANTED) process.exitCode = 1;
}

/** One push of a graph that is made on the way. */
async function alone(server: Neo4jServer, source: GraphSource): Promise<void> {
  const took = await seconds(() => pushGraph(source, { uri: server.uri, user: 'neo4j', password: PASSWORD }));
  process.stdout.write(`${source.order} entities, ${source.size} relationships pushed in ${took.toFixed(0)} s, ${Math.round(source.size / took)} relationships/s; `
    + `peak memory of the sender ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB\n`);
}

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '10000' }, edges: { type: 'string', default: '50000' }, alone: { type: 'boolean' } } });
const size = { nodes: Number(values.nodes), edges: Number(values.edges) };
const home = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
const server = await startNeo4j({ home, password: PASSWORD });
try {
  await (values.alone ? alone(server, syntheticSource(size)) : compare(server, sourceOf(syntheticGraph(size))));
} finally {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
}
