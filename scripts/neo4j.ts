// Starts a local Neo4j without Docker: npm run neo4j. Needs java (17 or later) and mvn; Ctrl+C ends it.
// The password comes from NEO4J_PASSWORD; data stays in .cache/neo4j/ until that folder is deleted.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CACHE, missingTools } from './neo4j/jars.ts';
import { startNeo4j } from './neo4j/server.ts';

const say = (line: string): boolean => process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { home: { type: 'string', default: join(CACHE, 'neo4j') }, port: { type: 'string', default: '7687' }, http: { type: 'string', default: '7474' }, apoc: { type: 'boolean', default: false } },
  });
  const password = process.env['NEO4J_PASSWORD'] ?? '';
  if (password.length < 8) throw new Error('set NEO4J_PASSWORD to a password of 8 characters or more; a new server takes it as its own');
  const missing = missingTools();
  if (missing.length) throw new Error(`${missing.join(' and ')} not found; install it, or run the server with: docker compose up`);
  say('Starting Neo4j (the first time Maven fetches 125 MB) …');
  const server = await startNeo4j({ home: values.home, password, boltPort: Number(values.port), httpPort: Number(values.http), apoc: values.apoc });
  process.stdout.write(`${server.uri}\n`);
  say(`Neo4j is up. Load a graph with: dragoman push graph.json --uri ${server.uri}\nQueries over HTTP: ${server.http}/db/neo4j/query/v2. Ctrl+C ends it.`);
  const stop = (): void => { void server.stop(); };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  await main();
} catch (error) {
  say(`neo4j: ${(error as Error).message}`);
  process.exitCode = 1;
}
