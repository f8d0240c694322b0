import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushTarget } from '../graph/neo4j/index.ts';
import { missingTools } from '../scripts/neo4j/jars.ts';
import { startNeo4j, type Neo4jServer, type ServerOptions } from '../scripts/neo4j/server.ts';

const PASSWORD = 'sample-password';
/** The first start fetches the server's jars. */
const START_LIMIT_MS = 400_000;
/** A cold server plans each statement anew, which takes its time on a busy machine. */
const TEST_LIMIT_MS = 120_000;

/** A real Neo4j server of a test file, on free ports, with data of its own that goes away with it. */
export class TestNeo4j {
  readonly home = mkdtempSync(join(tmpdir(), 'dragoman-neo4j-'));
  readonly #options: Pick<ServerOptions, 'apoc'>;
  #server: Neo4jServer | undefined;
  #driver: Driver | undefined;
  /** Those of the first start: who waits for the server finds it again. */
  #ports: Pick<ServerOptions, 'boltPort' | 'httpPort'> = {};

  constructor(options: Pick<ServerOptions, 'apoc'> = {}) {
    this.#options = options;
  }

  get server(): Neo4jServer {
    if (!this.#server) throw new Error('the server was not started');
    return this.#server;
  }

  get target(): PushTarget {
    return { uri: this.server.uri, user: 'neo4j', password: PASSWORD, retryMs: 1000 };
  }

  /** Starts it, with further lines of neo4j.conf where they are given. */
  async start(settings: readonly string[] = []): Promise<void> {
    this.#server = await startNeo4j({ ...this.#options, ...this.#ports, home: this.home, password: PASSWORD, settings, shortLived: true });
    this.#ports = { boltPort: Number(new URL(this.#server.uri).port), httpPort: Number(new URL(this.#server.http).port) };
    this.#driver = neo4j.driver(this.#server.uri, neo4j.auth.basic('neo4j', PASSWORD), { disableLosslessIntegers: true });
    await this.#driver.verifyConnectivity();
  }

  async stop(): Promise<void> {
    await this.#driver?.close();
    await this.#server?.stop();
    this.#server = undefined;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  /** The rows of a query, as plain objects. */
  async query(text: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Record<string, unknown>[]> {
    const { columns, rows } = await this.table(text, parameters);
    return rows.map((values) => Object.fromEntries(columns.map((name, index) => [name, values[index]])));
  }

  async table(text: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<{ columns: string[]; rows: unknown[][] }> {
    if (!this.#driver) throw new Error('the server was not started');
    const { keys, records } = await this.#driver.executeQuery(text, parameters);
    return { columns: keys, rows: records.map((record) => keys.map((key) => record.get(key) as unknown)) };
  }

  async wipe(): Promise<void> {
    await this.query('MATCH (n) DETACH DELETE n');
  }
}

/** Tests with a real server: skipped, with a line that says so, where java or mvn is missing; under CI that fails. */
export function describeNeo4j(name: string, tests: (neo4j: TestNeo4j) => void, options: Pick<ServerOptions, 'apoc'> = {}): void {
  const missing = missingTools();
  if (missing.length) process.stderr.write(`${name}: ${missing.join(' and ')} missing; NOT tested\n`);
  it.runIf(process.env['CI'] === 'true')(`${name}: java and mvn are there where CI runs`, () => expect(missing).toEqual([]));
  describe.skipIf(missing.length > 0)(name, { timeout: TEST_LIMIT_MS }, () => {
    const server = new TestNeo4j(options);
    beforeAll(() => server.start(), START_LIMIT_MS);
    afterAll(() => server.close(), START_LIMIT_MS);
    tests(server);
  });
}
