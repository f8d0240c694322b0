import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../scripts/neo4j/server.ts';

const SERVER = process.env['REDIS_SERVER_PATH'] ?? 'redis-server';
const START_LIMIT_MS = 30_000;
const TEST_LIMIT_MS = 240_000;

/** A real Redis of a test file, set as docs/scale.md says, on a free port that it keeps, with data of its own. */
export class TestRedis {
  readonly folder = mkdtempSync(join(tmpdir(), 'dragoman-redis-'));
  #port = 0;
  #process: ChildProcess | undefined;

  /** redis://127.0.0.1:PORT */
  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** Starts it, or starts it again with what it had; `settings` are further arguments of redis-server. */
  async start(settings: readonly string[] = []): Promise<void> {
    this.#port ||= await freePort();
    this.#process = spawn(SERVER, ['--bind', '127.0.0.1', '--port', String(this.#port), '--dir', this.folder, '--appendonly', 'yes', '--maxmemory-policy', 'noeviction', ...settings], { stdio: 'ignore' });
    const orphaned = this.#process;
    process.once('exit', () => orphaned.kill('SIGKILL'));
    for (let waited = 0; waited < START_LIMIT_MS; waited += 50) {
      if (await this.#answers()) return;
      await sleep(50);
    }
    throw new Error('Redis did not answer');
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => { child.once('exit', resolve); });
    child.kill('SIGKILL');
    await ended;
  }

  async wipe(): Promise<void> {
    await this.use((client) => client.flushall());
  }

  async use<Answer>(work: (client: Redis) => Promise<Answer>): Promise<Answer> {
    const client = new Redis(this.url, { maxRetriesPerRequest: null });
    try {
      return await work(client);
    } finally {
      client.disconnect();
    }
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Any answer will do, that a password is needed too. */
  async #answers(): Promise<boolean> {
    const client = new Redis(this.url, { lazyConnect: true, enableReadyCheck: false, enableOfflineQueue: false, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.ping().then(() => true, (error: Error) => /NOAUTH/.test(error.message));
    } catch {
      return false;
    } finally {
      client.disconnect();
    }
  }
}

/** Tests with a real server: skipped, with a line that says so, where there is no redis-server; under CI that fails. */
export function describeRedis(name: string, tests: (redis: TestRedis) => void): void {
  const isThere = spawnSync(SERVER, ['--version'], { stdio: 'ignore' }).status === 0;
  if (!isThere) process.stderr.write(`${name}: ${SERVER} missing; NOT tested\n`);
  it.runIf(process.env['CI'] === 'true')(`${name}: redis-server is there where CI runs`, () => expect(isThere).toBe(true));
  describe.skipIf(!isThere)(name, { timeout: TEST_LIMIT_MS }, () => {
    const server = new TestRedis();
    beforeAll(() => server.start(), START_LIMIT_MS);
    afterAll(() => server.close());
    tests(server);
  });
}
