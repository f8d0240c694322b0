// Workers as a user runs them, with a real Redis and a real Neo4j that are killed under them: at the end the graph is what build
// and push make of the same stories, each edge once.

import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMerger } from '../../graph/merge.ts';
import { storyVariants } from '../../scripts/bench/story-variants.ts';
import { createParser, extract, readStories } from '../../src/index.ts';
import { countsOf, openQueue } from '../../src/queue/index.ts';
import type { QueueCounts } from '../../src/queue/health.ts';
import { run, start, temporaryFolder, type Outcome } from '../cli/command.ts';
import { graphContents, pushedContents, type GraphContents } from '../graph/neo4j/graph-contents.ts';
import { describeNeo4j } from '../neo4j.ts';
import { describeRedis } from '../redis.ts';

const STORIES = 60;
/** Long enough for a busy machine to be heard of, short enough to wait for. */
const LOST_AFTER = '5';
const PATIENCE_MS = 120_000;

/** Waits for something to become true, however long it takes. */
async function until(what: string, isTrue: () => Promise<boolean> | boolean): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    if (await isTrue()) return;
    await sleep(50);
  }
  throw new Error(`not in time: ${what}`);
}

interface Running {
  readonly process: ChildProcessWithoutNullStreams;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

describeRedis('the queue', (redis) => {
  describeNeo4j('workers', (neo4j) => {
    const folder = temporaryFolder();
    const archive = join(folder, 'archive.jsonl');
    let wanted: GraphContents;

    const env = (): Record<string, string> => ({ NEO4J_PASSWORD: neo4j.target.password, REDIS_URL: redis.url });
    const enqueue = (...args: string[]): Promise<Outcome> => run(['enqueue', archive, '--json', ...args], { cwd: folder, env: env() });
    const counts = (): Promise<QueueCounts> => redis.use(async (client) => {
      const queue = openQueue(client);
      try {
        return await countsOf(queue);
      } finally {
        await queue.close();
      }
    });
    const written = async (): Promise<number> => Number((await neo4j.query('MATCH (c:Contribution) WHERE c.data IS NOT NULL RETURN count(c) AS n'))[0]?.['n']);
    const worker = (...args: string[]): Running => {
      const child = start(['worker', '--uri', neo4j.target.uri, '--lost-after', LOST_AFTER, ...args], folder, env());
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text; });
      return { process: child, said: () => said, ended: new Promise((resolve) => { child.on('close', resolve); }) };
    };
    /** A worker that has written some stories and not all. */
    const workerAmidst = async (...args: string[]): Promise<Running> => {
      const running = worker(...args);
      await until(`some stories are written; ${running.said()}`, async () => await written() > 0);
      return running;
    };
    /** Lets further workers end what is left. */
    const finish = async (...args: string[]): Promise<void> => {
      const last = worker('--drain', ...args);
      expect([await last.ended, last.said()]).toEqual([0, expect.stringContaining(' read\n')]);
      expect(await counts()).toEqual({ waiting: 0, active: 0, delayed: 0, dead: 0, finished: STORIES });
      expect(await graphContents(neo4j)).toEqual(wanted);
    };

    beforeAll(async () => {
      const lines = (await storyVariants(STORIES, 'paragraph')).map(({ id, text, outlet, published }) => JSON.stringify({ id, text, outlet, date: published }));
      writeFileSync(archive, `${lines.join('\n')}\n`);
      const parser = await createParser();
      const merger = createMerger();
      for await (const story of readStories([archive], { onNotice: ({ error }) => { throw error; }, sourceName: () => 'archive.jsonl' })) merger.add(await extract(story, { parser }));
      await parser.dispose();
      wanted = await pushedContents(neo4j, merger.build());
    });

    beforeEach(async () => {
      await redis.wipe();
      await neo4j.wipe();
    });

    it('one killed with kill -9 in the middle of a batch loses nothing: another goes on', async () => {
      expect(JSON.parse((await enqueue()).stdout)).toMatchObject({ added: STORIES, known: 0 });
      const killed = await workerAmidst();
      killed.process.kill('SIGKILL');
      await killed.ended;
      expect(await written()).toBeLessThan(STORIES);
      expect((await counts()).active, 'stories that it had begun').toBeGreaterThan(0);
      await finish();
    });

    it('Redis killed and started again: the worker waits for it and goes on', async () => {
      await enqueue();
      const running = await workerAmidst('--drain');
      await redis.kill();
      expect(await written()).toBeLessThan(STORIES);
      await until('the worker says that it waits', () => running.said().includes('no Redis answers there: '));
      await redis.start();
      expect([await running.ended, running.said()]).toEqual([0, expect.stringContaining(' read\n')]);
      await finish();
    });

    it('Neo4j killed and started again: the worker waits for it, and no attempt is lost', async () => {
      await enqueue('--attempts', '1');
      const running = await workerAmidst('--drain', '--health-port', '0');
      const [health = ''] = /http:\S+/.exec(running.said()) ?? [];
      expect((await fetch(health)).status).toBe(200);
      await neo4j.server.kill();
      await neo4j.stop();
      await until('the health says so', async () => (await fetch(health)).status === 503);
      expect(await (await fetch(health)).json()).toMatchObject({ status: 'failing', redis: true, neo4j: false, queue: { dead: 0 } });
      await neo4j.start();
      expect([await running.ended, running.said()]).toEqual([0, expect.stringContaining(' read\n')]);
      await finish();
    });

    it('SIGTERM: takes no new story, ends those under way and exits with 0', async () => {
      await enqueue();
      const running = await workerAmidst();
      running.process.kill('SIGTERM');
      expect([await running.ended, running.said()]).toEqual([0, expect.stringMatching(/Ending the stories under way[^]*\d+ stor(y|ies) read\n$/)]);
      const { active, delayed, waiting, finished } = await counts();
      expect({ active, delayed }).toEqual({ active: 0, delayed: 0 });
      expect(waiting + finished).toBe(STORIES);
      expect(await written()).toBe(finished);
      await finish();
    });

    it('several at once, with threads, make one graph of stories that are enqueued twice', async () => {
      await enqueue();
      expect(JSON.parse((await enqueue()).stdout)).toEqual({ added: 0, known: STORIES, skipped: 0, failed: 0 });
      const others = [worker('--drain'), worker('--drain', '--concurrency', '2')];
      expect(await Promise.all(others.map(({ ended }) => ended))).toEqual([0, 0]);
      await finish();
      expect(JSON.parse((await enqueue()).stdout), 'finished jobs are remembered').toMatchObject({ added: 0, known: STORIES });
    });

    describe('dead letters', () => {
      it('are listed with their error, and done once the reason is gone', async () => {
        await neo4j.query("CREATE (:Entity {key: 'country:IN', mentions: 1, stories: ['of a push']})");
        await enqueue('--attempts', '2', '--backoff', '0');
        const running = worker('--drain');
        expect(await running.ended).toBe(1);
        expect(running.said()).toContain('given up after 2 attempts: country:IN: was loaded by dragoman push');
        const listed = await run(['dead', '--json'], { env: env() });
        const letters = listed.stdout.trim().split('\n').map((line) => JSON.parse(line) as { story: string; error: string });
        expect(letters.length).toBe((await counts()).dead);
        expect(letters[0]).toMatchObject({ story: expect.stringMatching(/^variant-/), source: 'archive.jsonl', attempts: 2, error: expect.stringContaining('country:IN') });
        await neo4j.query("MATCH (n:Entity {key: 'country:IN'}) DELETE n");
        const retried = await run(['dead', '--retry'], { env: env() });
        expect(retried.complaints).toEqual([`${redis.url}: ${letters.length} dead letters put back into the queue`]);
        await finish();
      });

      it('a job that carries no story is one at once, and can be removed', async () => {
        await redis.use(async (client) => {
          const queue = openQueue(client);
          await queue.add('story', { id: 'empty', source: 'empty.txt', text: '', sha256: 'f'.repeat(64) }, { attempts: 5 });
          await queue.close();
        });
        const running = worker('--drain');
        expect([await running.ended, running.said()]).toEqual([1, expect.stringContaining('empty.txt, story empty: given up after 1 attempt: no usable job: text: ')]);
        expect((await run(['dead', 'empty'], { env: env() })).stdout).toMatch(/^empty {2}empty\.txt {2}\S+ {2}1 attempt: no usable job: text: .*\n$/);
        expect((await run(['dead', '--remove'], { env: env() })).code).toBe(0);
        expect((await run(['dead'], { env: env() })).complaints).toEqual([`${redis.url}: 0 dead letters`]);
      });
    });
  });
});
