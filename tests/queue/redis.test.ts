import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Story } from '../../src/model/story.ts';
import { Enqueuer, openQueue, redisAddress } from '../../src/queue/index.ts';
import { run, temporaryFolder } from '../cli/command.ts';
import { story } from '../graph/stories.ts';
import { describeRedis } from '../redis.ts';

const PASSWORD = 'unsaid-password';
const folder = temporaryFolder();

describe('the address of Redis', () => {
  it('comes from --redis, else from REDIS_URL, else is this machine', () => {
    expect(redisAddress('redis://queue:6380/2', 'redis://other')).toEqual({ url: 'redis://queue:6380/2', shown: 'redis://queue:6380/2' });
    expect(redisAddress(undefined, `rediss://me:${PASSWORD}@queue:6380`)).toEqual({ url: `rediss://me:${PASSWORD}@queue:6380`, shown: 'rediss://queue:6380' });
    expect(redisAddress(undefined, '').shown).toBe('redis://127.0.0.1:6379');
  });

  it.each([
    [['--redis', `redis://me:${PASSWORD}@queue`], {}, '--redis holds a user or password; put the whole address into REDIS_URL instead'],
    [['--redis', 'http://queue'], {}, '--redis http://queue is not an address such as redis://127.0.0.1:6379 (redis, rediss)'],
    [[], { REDIS_URL: `http://me:${PASSWORD}@queue` }, 'REDIS_URL is not an address such as redis://127.0.0.1:6379 (redis, rediss)'],
  ])('is refused in one line: %j', async (args, env, line) => {
    for (const command of [['enqueue', 'x.txt'], ['dead'], ['worker']]) {
      const { code, complaints } = await run([...command, ...args], { env: { NEO4J_PASSWORD: 'x', ...env } });
      expect([code, complaints]).toEqual([2, [`dragoman: ${line} (see dragoman --help)`]]);
    }
  });
});

describeRedis('Redis', (redis) => {
  const shown = (): string => redis.url;
  beforeEach(() => redis.wipe());

  it('that drops jobs when its memory is full is refused', async () => {
    await redis.use((client) => client.config('SET', 'maxmemory-policy', 'allkeys-lru'));
    const { code, complaints } = await run(['dead', '--redis', redis.url]);
    await redis.use((client) => client.config('SET', 'maxmemory-policy', 'noeviction'));
    expect([code, complaints]).toEqual([1, [`dragoman: ${shown()}: its maxmemory-policy is allkeys-lru, which drops jobs when the memory is full; set noeviction (mend the server; docs/scale.md says how it is to be set)`]]);
  });

  it('with a password lets in who has it in REDIS_URL, and never shows it', async () => {
    await redis.use((client) => client.config('SET', 'requirepass', PASSWORD));
    const withPassword = redis.url.replace('//', `//:${PASSWORD}@`);
    const without = await run(['dead', '--redis', redis.url]);
    const wrong = await run(['dead'], { env: { REDIS_URL: redis.url.replace('//', '//:wrong@') } });
    const right = await run(['dead'], { env: { REDIS_URL: withPassword } });
    await run(['dead'], { env: { REDIS_URL: withPassword } });
    await redis.kill();
    await redis.start();
    expect([without.code, without.complaints]).toEqual([1, [expect.stringContaining(`${shown()}: Redis does not let us in: it asks for a password`)]]);
    expect([wrong.code, wrong.complaints]).toEqual([1, [expect.stringContaining('wrong user or password')]]);
    expect([right.code, right.complaints]).toEqual([0, [`${shown()}: 0 dead letters`]]);
    for (const { stdout, stderr } of [without, wrong, right]) expect(stdout + stderr).not.toContain(PASSWORD);
  });

  it('keeps one job a story, and one for each outlet that prints it', async () => {
    const printed: Story = { ...story('a'), outlet: 'Morning Post', sha256: 'a'.repeat(64) };
    const stories = [printed, printed, { ...printed, outlet: 'Evening Post' }];
    await redis.use(async (client) => {
      const queue = openQueue(client);
      const add = async (): Promise<unknown> => {
        const enqueuer = new Enqueuer(queue, { attempts: 3, backoffMs: 500 });
        for (const one of stories) await enqueuer.add(one);
        return enqueuer.flush();
      };
      expect(await add()).toEqual({ added: 2, known: 1 });
      expect(await add()).toEqual({ added: 0, known: 3 });
      const jobs = await queue.getWaiting();
      expect(jobs.map(({ data, opts: { attempts, backoff } }) => ({ data, attempts, backoff }))).toEqual([printed, stories[2]].map((data) => ({ data, attempts: 3, backoff: { type: 'exponential', delay: 500 } })));
      await queue.close();
    });
  });

  it('is filled by enqueue, which names what it leaves out', async () => {
    writeFileSync(join(folder, 'good.txt'), 'Norway thanked Kenya on Monday for its help.\n');
    writeFileSync(join(folder, 'empty.txt'), '\n');
    const { code, stdout, complaints } = await run(['enqueue', 'good.txt', 'empty.txt', 'none.txt', '--json', '--redis', redis.url], { cwd: folder });
    expect([code, JSON.parse(stdout)]).toEqual([1, { added: 1, known: 0, skipped: 1, failed: 1 }]);
    expect(complaints).toEqual([
      expect.stringContaining('empty.txt: no story text in it'), expect.stringContaining('none.txt: no such file or folder'),
      `${shown()}: 1 story enqueued, 1 skipped, 1 failed`,
    ]);
    expect((await run(['enqueue', 'empty.txt', '--redis', redis.url], { cwd: folder })).code).toBe(2);
    expect((await run(['dead', 'nothing-such', '--redis', redis.url])).complaints).toEqual(['dragoman: no dead letter of nothing-such (see dragoman --help)']);
  });
});
