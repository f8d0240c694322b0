import type { Command } from 'commander';
import { checkUri, SharedGraph } from '../../graph/neo4j/index.ts';
import type { Extraction } from '../model/extraction.ts';
import { createExtractor } from '../pool/index.ts';
import { readVocabulary, useVocabulary } from '../vocabulary/index.ts';
import { count } from './count.ts';
import { EXIT, oneLine } from './exit.ts';
import { wholeNumber } from './numbers.ts';
import { askPassword } from './password.ts';
import { Progress } from './progress.ts';
import { redisOption } from './redis-option.ts';

interface WorkerCommandOptions {
  readonly redis?: string;
  readonly uri: string;
  readonly user: string;
  readonly database?: string;
  readonly concurrency: string;
  readonly healthPort?: string;
  readonly healthHost: string;
  readonly lostAfter: string;
  readonly vocabulary?: string;
  readonly drain?: boolean;
}

/** `dragoman worker`: reads the queue's stories into Neo4j until it is stopped. */
export function addWorker(program: Command): void {
  program.command('worker')
    .description('read the stories of the queue and write what they give to Neo4j; as many workers as you like share one graph')
    .addOption(redisOption())
    .option('--uri <address>', 'the graph: neo4j://, neo4j+s://, bolt:// or bolt+s://', 'neo4j://localhost:7687')
    .option('--user <name>', 'who logs in to Neo4j', 'neo4j')
    .option('--database <name>', "the database; the user's own without it")
    .option('--concurrency <n>', 'threads that read stories, each with a model of 150 MB', '1')
    .option('--vocabulary <file>', 'further types, triggers and names of your own; the same for every worker')
    .option('--health-port <number>', 'answer GET /health on this port; 0 takes a free one')
    .option('--health-host <address>', 'and on this address', '127.0.0.1')
    .option('--lost-after <seconds>', 'a job whose worker is not heard of for so long goes to another', '30')
    .option('--drain', 'end when the queue is empty')
    .addHelpText('after', `
The password of Neo4j comes from NEO4J_PASSWORD, or is asked for at a terminal; an address of Redis with a password goes into REDIS_URL.
SIGTERM or Ctrl+C: takes no new story, ends those under way; a second one ends at once, and the stories go to another worker.

Examples:
  NEO4J_PASSWORD=… dragoman worker --redis redis://queue.example:6379 --uri neo4j://graph.example --concurrency 4 --health-port 8081
  NEO4J_PASSWORD=… dragoman worker --drain
`)
    .action(async (options: WorkerCommandOptions) => { process.exitCode = await work(options); });
}

async function work(options: WorkerCommandOptions): Promise<number> {
  const { uri, user, database, healthHost } = options;
  checkUri(uri);
  const concurrency = wholeNumber('--concurrency', options.concurrency, 1, 256);
  const lostAfterMs = 1000 * wholeNumber('--lost-after', options.lostAfter, 1, 3600);
  const healthPort = options.healthPort === undefined ? undefined : wholeNumber('--health-port', options.healthPort, 0, 65_535);
  const { countsOf, openQueue, openRedis, redisAddress, serveHealth, StoryWorker } = await import('../queue/index.ts');
  const address = redisAddress(options.redis);
  const vocabulary = options.vocabulary === undefined ? undefined : readVocabulary(options.vocabulary);
  if (vocabulary) useVocabulary(vocabulary);
  const password = await askPassword(user);

  // Closed in the opposite order, whatever ends the worker.
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const redis = await openRedis(address);
    closing.push(async () => redis.disconnect());
    const queue = openQueue(redis);
    closing.push(() => queue.close());
    const graph = await SharedGraph.open({ uri, user, password, ...(database === undefined ? {} : { database }) });
    closing.push(() => graph.close());
    const extractor = await createExtractor(concurrency, vocabulary);
    closing.push(() => extractor.dispose());
    const report = new Report();
    const worker = new StoryWorker(redis, { extract: (story) => extractor.extract(story), write: (extractions) => graph.write(extractions), ...report.listeners }, { address, concurrency, lostAfterMs });
    closing.push(() => worker.stop());
    stopOnSignal(() => worker.stop());
    if (healthPort !== undefined) {
      const health = await serveHealth({ counts: () => countsOf(queue), isGraphReachable: () => graph.isReachable(), isStopping: () => worker.isStopping }, { host: healthHost, port: healthPort });
      closing.push(() => health.close());
      process.stdout.write(`${health.url}\n`);
    }
    process.stderr.write(`Reading stories of ${address.shown} into ${uri}; Ctrl+C ends it.\n`);
    await (options.drain ? Promise.race([worker.drained(queue), worker.ended()]) : worker.ended());
    await worker.stop();
    report.end(worker.dead);
    return options.drain && worker.dead ? EXIT.partial : EXIT.done;
  } finally {
    for (const close of closing.reverse()) await close().catch(() => undefined);
  }
}

/** The first signal stops in good order, a second one ends the process. */
function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(EXIT.partial);
    isStopping = true;
    process.stderr.write('Ending the stories under way; once more ends at once.\n');
    stop().catch(() => undefined);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

/** What a worker tells on stderr. */
class Report {
  readonly #progress = new Progress(process.stderr);
  #stories = 0;

  readonly listeners = {
    onDone: ({ story, relations }: Extraction): void => {
      this.#stories++;
      this.#progress.story(story, relations.length);
    },
    onDead: ({ story, source }: { readonly story: string; readonly source: string }, error: Error, attempts: number): void => {
      this.#say(`dragoman: ${source || 'a job'}${story ? `, story ${story}` : ''}: given up after ${count(attempts, 'attempt')}: ${error.message.replace(/\s+/g, ' ')} (see dragoman dead)`);
    },
    onWaiting: (error: Error): void => { this.#say(`${oneLine(error)}; waiting for it`); },
  };

  end(dead: number): void {
    this.#say(`${count(this.#stories, 'story', 'stories')} read${dead ? `, ${dead} given up` : ''}`);
  }

  #say(line: string): void {
    this.#progress.clear();
    process.stderr.write(`${line}\n`);
  }
}
