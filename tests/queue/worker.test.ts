// Workers as a user runs them, with a real Redis and a real Neo4j that are killed under them: at the end the graph is what build
// and push make of the same stories, each edge once.

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openQueue } from '../../src/queue/index.ts';
import { run, temporaryFolder } from '../cli/command.ts';
import { describeNeo4j } from '../neo4j.ts';
import { describeRedis } from '../redis.ts';
import { Cluster, STORIES, until } from './cluster.ts';

describeRedis('the queue', (redis) => {
  describeNeo4j('workers', (neo4j) => {
    const cluster = new Cluster(redis, neo4j, temporaryFolder());
    beforeAll(() => cluster.prepare());
    beforeEach(() => cluster.wipe());
    interruptions(cluster);
    describe('dead letters', () => deadLetters(cluster));
  });
});

function interruptions(cluster: Cluster): void {
  it('one killed with kill -9 in the middle of a batch loses nothing: another goes on', async () => {
    expect(JSON.parse((await cluster.enqueue()).stdout)).toMatchObject({ added: STORIES, known: 0 });
    const killed = await cluster.workerAmidst();
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(await cluster.written()).toBeLessThan(STORIES);
    expect((await cluster.counts()).active, 'stories that it had begun').toBeGreaterThan(0);
    await cluster.finish();
  });

  it('Redis killed and started again: the worker waits for it and goes on', async () => {
    await cluster.enqueue();
    const running = await cluster.workerAmidst('--drain');
    await cluster.redis.kill();
    expect(await cluster.written()).toBeLessThan(STORIES);
    await until('the worker says that it waits', () => running.said().includes('no Redis answers there: '));
    await cluster.redis.start();
    expect([await running.ended, running.said()]).toEqual([0, expect.stringContaining(' read\n')]);
    await cluster.finish();
  });

  it('Neo4j killed and started again: the worker waits for it, and no attempt is lost', async () => {
    await cluster.enqueue('--attempts', '1');
    const running = await cluster.workerAmidst('--drain', '--health-port', '0');
    const [health = ''] = /http:\S+/.exec(running.said()) ?? [];
    expect((await fetch(health)).status).toBe(200);
    await cluster.neo4j.server.kill();
    await cluster.neo4j.stop();
    await until('the health says so', async () => (await fetch(health)).status === 503);
    expect(await (await fetch(health)).json()).toMatchObject({ status: 'failing', redis: true, neo4j: false, queue: { dead: 0 } });
    await cluster.neo4j.start();
    expect([await running.ended, running.said()]).toEqual([0, expect.stringContaining(' read\n')]);
    await cluster.finish();
  });

  it('SIGTERM: takes no new story, ends those under way and exits with 0', async () => {
    await cluster.enqueue();
    const running = await cluster.workerAmidst();
    running.process.kill('SIGTERM');
    expect([await running.ended, running.said()]).toEqual([0, expect.stringMatching(/Ending the stories under way[^]*\d+ stor(y|ies) read\n$/)]);
    const { active, delayed, waiting, finished } = await cluster.counts();
    expect({ active, delayed }).toEqual({ active: 0, delayed: 0 });
    expect(waiting + finished).toBe(STORIES);
    expect(await cluster.written()).toBe(finished);
    await cluster.finish();
  });

  it('several at once, with threads, make one graph of stories that are enqueued twice', async () => {
    await cluster.enqueue();
    expect(JSON.parse((await cluster.enqueue()).stdout)).toEqual({ added: 0, known: STORIES, skipped: 0, failed: 0 });
    const others = [cluster.worker('--drain'), cluster.worker('--drain', '--concurrency', '2')];
    expect(await Promise.all(others.map(({ ended }) => ended))).toEqual([0, 0]);
    await cluster.finish();
    expect(JSON.parse((await cluster.enqueue()).stdout), 'finished jobs are remembered').toMatchObject({ added: 0, known: STORIES });
  });
}

function deadLetters(cluster: Cluster): void {
  it('are listed with their error, and done once the reason is gone', async () => {
    await cluster.neo4j.query("CREATE (:Entity {key: 'country:IN', mentions: 1, stories: ['of a push']})");
    await cluster.enqueue('--attempts', '2', '--backoff', '0');
    const running = cluster.worker('--drain');
    expect(await running.ended).toBe(1);
    expect(running.said()).toContain('given up after 2 attempts: country:IN: was loaded by dragoman push');
    const listed = await run(['dead', '--json'], { env: cluster.env });
    const letters = listed.stdout.trim().split('\n').map((line) => JSON.parse(line) as { story: string; error: string });
    expect(letters.length).toBe((await cluster.counts()).dead);
    expect(letters[0]).toMatchObject({ story: expect.stringMatching(/^variant-/), source: 'archive.jsonl', attempts: 2, error: expect.stringContaining('country:IN') });
    await cluster.neo4j.query("MATCH (n:Entity {key: 'country:IN'}) DELETE n");
    const retried = await run(['dead', '--retry'], { env: cluster.env });
    expect(retried.complaints).toEqual([`${cluster.redis.url}: ${letters.length} dead letters put back into the queue`]);
    await cluster.finish();
  });

  it('a job that carries no story is one at once, and can be removed', async () => {
    await cluster.redis.use(async (client) => {
      const queue = openQueue(client);
      await queue.add('story', { id: 'empty', source: 'empty.txt', text: '', sha256: 'f'.repeat(64) }, { attempts: 5 });
      await queue.close();
    });
    const running = cluster.worker('--drain');
    expect([await running.ended, running.said()]).toEqual([1, expect.stringContaining('empty.txt, story empty: given up after 1 attempt: no usable job: text: ')]);
    expect((await run(['dead', 'empty'], { env: cluster.env })).stdout).toMatch(/^empty {2}empty\.txt {2}\S+ {2}1 attempt: no usable job: text: .*\n$/);
    expect((await run(['dead', '--remove'], { env: cluster.env })).code).toBe(0);
    expect((await run(['dead'], { env: cluster.env })).complaints).toEqual([`${cluster.redis.url}: 0 dead letters`]);
  });
}
