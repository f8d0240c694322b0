// Redis, Neo4j and workers as a user runs them, and the graph that they are to make.

import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { createMerger } from '../../graph/merge.ts';
import { storyVariants } from '../../scripts/bench/story-variants.ts';
import { createParser, extract, readStories } from '../../src/index.ts';
import type { QueueCounts } from '../../src/queue/health.ts';
import { countsOf, openQueue } from '../../src/queue/index.ts';
import { run, start, type Outcome } from '../cli/command.ts';
import { graphContents, pushedContents, type GraphContents } from '../graph/neo4j/graph-contents.ts';
import type { TestNeo4j } from '../neo4j.ts';
import type { TestRedis } from '../redis.ts';

export const STORIES = 60;
/** Long enough for a busy machine to be heard of, short enough to wait for. */
const LOST_AFTER = '5';
const PATIENCE_MS = 120_000;

/** Waits for something to become true, however long it takes. */
export async function until(what: string, isTrue: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (await isTrue()) return;
    await sleep(50);
  }
  throw new Error(`not in time: ${what}`);
}

/** A worker at work. */
export interface Running {
  readonly process: ChildProcessWithoutNullStreams;
  /** All that it wrote so far. */
  readonly said: () => string;
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>;
}

export class Cluster {
  readonly redis: TestRedis;
  readonly neo4j: TestNeo4j;
  readonly #folder: string;
  #wanted: GraphContents = { nodes: [], relationships: [] };

  constructor(redis: TestRedis, neo4j: TestNeo4j, folder: string) {
    this.redis = redis;
    this.neo4j = neo4j;
    this.#folder = folder;
  }

  get env(): Record<string, string> {
    return { NEO4J_PASSWORD: this.neo4j.target.password, REDIS_URL: this.redis.url };
  }

  /** Writes the stories, and makes their graph without queue and workers. */
  async prepare(): Promise<void> {
    const lines = (await storyVariants(STORIES, 'paragraph')).map(({ id, text, outlet, published }) => JSON.stringify({ id, text, outlet, date: published }));
    writeFileSync(this.#archive, `${lines.join('\n')}\n`);
    const parser = await createParser();
    const merger = createMerger();
    for await (const story of readStories([this.#archive], { onNotice: ({ error }) => { throw error; }, sourceName: () => 'archive.jsonl' })) merger.add(await extract(story, { parser }));
    await parser.dispose();
    this.#wanted = await pushedContents(this.neo4j, merger.build());
  }

  async wipe(): Promise<void> {
    await this.redis.wipe();
    await this.neo4j.wipe();
  }

  enqueue(...args: string[]): Promise<Outcome> {
    return run(['enqueue', this.#archive, '--json', ...args], { cwd: this.#folder, env: this.env });
  }

  counts(): Promise<QueueCounts> {
    return this.redis.use(async (client) => {
      const queue = openQueue(client);
      try {
        return await countsOf(queue);
      } finally {
        await queue.close();
      }
    });
  }

  /** How many stories are in the graph. */
  async written(): Promise<number> {
    return Number((await this.neo4j.query('MATCH (c:Contribution) WHERE c.data IS NOT NULL RETURN count(c) AS n'))[0]?.['n']);
  }

  worker(...args: string[]): Running {
    const child = start(['worker', '--uri', this.neo4j.target.uri, '--lost-after', LOST_AFTER, ...args], this.#folder, this.env);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
    return { process: child, said: () => said, ended: new Promise((resolve) => { child.on('close', resolve); }) };
  }

  /** A worker that has written some stories and not all. */
  async workerAmidst(...args: string[]): Promise<Running> {
    const running = this.worker(...args);
    await until('some stories are written', async () => await this.written() > 0);
    return running;
  }

  /** Lets a further worker end what is left: then the graph is what it is to be. */
  async finish(): Promise<void> {
    const last = this.worker('--drain');
    expect([await last.ended, last.said()]).toEqual([0, expect.stringContaining(' read\n')]);
    expect(await this.counts()).toEqual({ waiting: 0, active: 0, delayed: 0, dead: 0, finished: STORIES });
    expect(await graphContents(this.neo4j)).toEqual(this.#wanted);
  }

  get #archive(): string {
    return join(this.#folder, 'archive.jsonl');
  }
}
