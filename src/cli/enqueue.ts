import type { Command } from 'commander';
import { readStories, type Notice } from '../1-read/index.ts';
import type { Story } from '../model/story.ts';
import { count } from './count.ts';
import { endWithNothing, EXIT, oneLine } from './exit.ts';
import { wholeNumber } from './numbers.ts';
import { checkPublished } from './published.ts';
import { redisOption } from './redis-option.ts';

interface EnqueueOptions {
  readonly redis?: string;
  readonly published?: string;
  readonly attempts: string;
  readonly backoff: string;
  readonly json?: boolean;
}

/** `dragoman enqueue PATH…`: stories as jobs for workers. */
export function addEnqueue(program: Command): void {
  program.command('enqueue')
    .description('add stories to the queue that workers read; the same story twice is one job')
    .argument('<paths...>', 'files, folders, globs, http(s) addresses of pages or feeds, or - for standard input')
    .addOption(redisOption())
    .option('--published <date>', 'publication date (YYYY-MM-DD) of stories that carry none')
    .option('--attempts <n>', 'how often a story is tried before it is a dead letter', '5')
    .option('--backoff <seconds>', 'the pause before the second attempt; it doubles each time', '2')
    .option('--json', 'print the summary as JSON on stdout')
    .addHelpText('after', `
An address with a password goes into REDIS_URL.

Examples:
  dragoman enqueue archive/ --redis redis://queue.example:6379
  cat today.jsonl | REDIS_URL=redis://user:…@queue.example dragoman enqueue -
`)
    .action(async (paths: string[], options: EnqueueOptions) => { process.exitCode = await enqueue(paths, options); });
}

async function enqueue(paths: readonly string[], options: EnqueueOptions): Promise<number> {
  checkPublished(options.published);
  const attempts = wholeNumber('--attempts', options.attempts, 1, 100);
  const backoffMs = 1000 * wholeNumber('--backoff', options.backoff, 0, 3600);
  const { Enqueuer, openQueue, openRedis, redisAddress } = await import('../queue/index.ts');
  const address = redisAddress(options.redis);
  const redis = await openRedis(address);
  const queue = openQueue(redis);
  const enqueuer = new Enqueuer(queue, { attempts, backoffMs });
  const left = { skipped: 0, failed: 0 };
  try {
    const copies: Story[] = [];
    const onNotice = ({ level, error }: Notice): void => {
      // The same words under another outlet are a job too: the outlet is named with the evidence.
      if (error.code === 'E_DUPLICATE') return;
      left[level === 'fail' ? 'failed' : 'skipped']++;
      process.stderr.write(`${oneLine(error)}\n`);
    };
    const read = { onNotice, onCopy: (copy: Story) => { copies.push(copy); }, stdin: () => process.stdin, ...(options.published ? { published: options.published } : {}) };
    for await (const story of readStories(paths, read)) for (const one of [...copies.splice(0), story]) await enqueuer.add(one);
    for (const copy of copies) await enqueuer.add(copy);
    const done = { ...await enqueuer.flush(), ...left };
    if (!done.added && !done.known) return endWithNothing(paths, done.skipped + done.failed);
    if (options.json) process.stdout.write(`${JSON.stringify(done)}\n`);
    const { added, known, skipped, failed } = done;
    process.stderr.write(`${address.shown}: ${count(added, 'story', 'stories')} enqueued${known ? `, ${known} there already` : ''}${skipped ? `, ${skipped} skipped` : ''}${failed ? `, ${failed} failed` : ''}\n`);
    return failed ? EXIT.partial : EXIT.done;
  } finally {
    await queue.close();
    redis.disconnect();
  }
}
