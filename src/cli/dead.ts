import { Option, type Command } from 'commander';
import { DragomanError } from '../errors.ts';
import type { DeadLetter } from '../queue/index.ts';
import { count } from './count.ts';
import { EXIT } from './exit.ts';
import { redisOption } from './redis-option.ts';

interface DeadOptions {
  readonly redis?: string;
  readonly retry?: boolean;
  readonly remove?: boolean;
  readonly json?: boolean;
}

/** `dragoman dead [STORY…]`: the stories that workers gave up. */
export function addDead(program: Command): void {
  program.command('dead')
    .description('list the stories that workers gave up, each with its error; put them back or remove them')
    .argument('[stories...]', 'ids of stories; all dead letters without them')
    .addOption(redisOption())
    .addOption(new Option('--retry', 'put them back into the queue').conflicts('remove'))
    .option('--remove', 'forget them, so that the stories can be enqueued again')
    .option('--json', 'print one JSON object a line on stdout')
    .addHelpText('after', '\nExamples:\n  dragoman dead\n  dragoman dead 1f0c4e2a9b7d6c35 --retry\n')
    .action(async (stories: string[], options: DeadOptions) => { process.exitCode = await dead(stories, options); });
}

async function dead(stories: readonly string[], options: DeadOptions): Promise<number> {
  const { deadLetters, openQueue, openRedis, redisAddress, revive } = await import('../queue/index.ts');
  const address = redisAddress(options.redis);
  const redis = await openRedis(address);
  const queue = openQueue(redis);
  try {
    const found = [];
    for await (const one of deadLetters(queue, stories)) found.push(one);
    for (const { letter, job } of found) {
      process.stdout.write(options.json ? `${JSON.stringify(letter)}\n` : `${lineOf(letter)}\n`);
      if (options.retry) await revive(job);
      if (options.remove) await job.remove();
    }
    if (stories.length && !found.length) throw new DragomanError('E_USAGE', { what: `no dead letter of ${stories.join(', ')}` });
    process.stderr.write(`${address.shown}: ${count(found.length, 'dead letter')}${found.length && options.retry ? ' put back into the queue' : found.length && options.remove ? ' removed' : ''}\n`);
    return EXIT.done;
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

function lineOf({ story, source, job, attempts, failed, error }: DeadLetter): string {
  return `${story || job}  ${source || '(no source)'}  ${failed}  ${count(attempts, 'attempt')}: ${error.replace(/\s+/g, ' ')}`;
}
