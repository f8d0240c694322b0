import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, UnrecoverableError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { DragomanError } from '../errors.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Story } from '../model/story.ts';
import type { RedisAddress } from './address.ts';
import { failureOf } from './connection.ts';
import { GroupedWrites } from './grouped-writes.ts';
import type { QueueCounts } from './health.ts';
import { PREFIX, QUEUE, REMEMBERED, storyNames, storyOf, type StoryQueue } from './jobs.ts';

/** What a worker does with a story, and whom it tells. */
export interface WorkerSteps {
  readonly extract: (story: Story) => Promise<Extraction>;
  /** Writes all of these or none; the same again changes nothing. */
  readonly write: (extractions: readonly Extraction[]) => Promise<unknown>;
  readonly onDone?: (extraction: Extraction) => void;
  /** A story that is given up after all its attempts. */
  readonly onDead?: (names: { readonly story: string; readonly source: string }, error: Error, attempts: number) => void;
  /** Redis or the graph is away; the worker waits for it. */
  readonly onWaiting?: (error: Error) => void;
}

export interface WorkerSettings {
  readonly address: RedisAddress;
  /** Stories that are read at the same time. */
  readonly concurrency: number;
  /** A job whose worker is not heard of for so long goes to another one, in milliseconds. */
  readonly lostAfterMs?: number;
}

const LOST_AFTER_MS = 30_000;
/** A job may lose its worker so often before it is a dead letter: it may be what kills them. */
const MOST_LOSSES = 5;
/** Stories under way for each thread: while some are written together, the next ones are read. */
const UNDER_WAY = 16;
const PUT_BACK_MS = 1000;
const DRAIN_POLL_MS = 200;

/** Takes jobs from the queue, one story each, until it is stopped. */
export class StoryWorker {
  readonly #worker: Worker<Story>;
  readonly #steps: WorkerSteps;
  readonly #writes: GroupedWrites<Extraction>;
  #failure: Error | undefined;
  readonly #ending: Promise<void>;
  #beginEnd: () => void = () => undefined;
  #isStopping = false;
  #stopped: Promise<void> | undefined;
  #dead = 0;
  #complaint = '';

  constructor(redis: Redis, steps: WorkerSteps, { address, concurrency, lostAfterMs = LOST_AFTER_MS }: WorkerSettings) {
    this.#steps = steps;
    this.#ending = new Promise((resolve) => { this.#beginEnd = resolve; });
    this.#writes = new GroupedWrites({ writeAll: steps.write, isPassing, onWaiting: (error) => this.#waitsFor(error as Error) });
    this.#worker = new Worker<Story>(QUEUE, (job, token) => this.#process(job, token), {
      connection: redis, prefix: PREFIX, concurrency: concurrency * UNDER_WAY, removeOnComplete: REMEMBERED,
      lockDuration: lostAfterMs, stalledInterval: lostAfterMs, maxStalledCount: MOST_LOSSES,
    });
    this.#worker.on('error', (error) => this.#waitsFor(failureOf(address, error)));
    this.#worker.on('completed', () => { this.#complaint = ''; });
    this.#worker.on('failed', (job, error) => this.#noteFailure(job, error));
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** How many stories were given up. */
  get dead(): number {
    return this.#dead;
  }

  /**
   * Takes no new job, and resolves when those under way are done. Where the graph is away they go back into the queue.
   * @throws DragomanError E_MODEL where that was the reason to stop
   */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#writes.stopWaiting();
    this.#beginEnd();
    await (this.#stopped ??= this.#worker.close());
    if (this.#failure) throw this.#failure;
  }

  /** Resolves as `stop` does once something has stopped the worker. */
  async ended(): Promise<void> {
    await this.#ending;
    await this.stop();
  }

  /** Resolves when nothing waits, is under way or is to be tried again, or when the worker is stopped. */
  async drained(queue: StoryQueue): Promise<void> {
    while (!this.#isStopping) {
      const { waiting, active, delayed } = await countsOf(queue);
      if (!waiting && !active && !delayed) return;
      await sleep(DRAIN_POLL_MS);
    }
  }

  async #process(job: Job<Story>, token: string | undefined): Promise<number> {
    const story = usable(job.data);
    try {
      const extraction = await this.#steps.extract(story);
      await this.#writes.write(extraction);
      this.#steps.onDone?.(extraction);
      return extraction.relations.length;
    } catch (error) {
      if (error instanceof DragomanError && error.code === 'E_MODEL') this.#giveUp(error);
      else if (!isPassing(error)) throw error;
      // Not the story's fault: the attempt does not count.
      await job.moveToDelayed(Date.now() + PUT_BACK_MS, token);
      throw new DelayedError();
    }
  }

  /** Without its model a worker can do nothing; another one may. */
  #giveUp(error: DragomanError): void {
    this.#failure ??= error;
    this.stop().catch(() => undefined);
  }

  #noteFailure(job: Job<Story> | undefined, error: Error): void {
    if (!job?.finishedOn) return;
    this.#dead++;
    this.#steps.onDead?.(storyNames(job.data), error, job.attemptsMade);
  }

  /** The same complaint once, until a job succeeds. */
  #waitsFor(error: Error): void {
    if (error.message === this.#complaint || this.#isStopping) return;
    this.#complaint = error.message;
    this.#steps.onWaiting?.(error);
  }
}

/** How many jobs there are of each kind. */
export async function countsOf(queue: StoryQueue): Promise<QueueCounts> {
  const { waiting = 0, active = 0, delayed = 0, failed = 0, completed = 0 } = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
  return { waiting, active, delayed, dead: failed, finished: completed };
}

/** A story that cannot be read will not be the next time either. */
function usable(data: unknown): Story {
  try {
    return storyOf(data);
  } catch (error) {
    throw new UnrecoverableError((error as Error).message);
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof DragomanError && error.code === 'E_NEO4J_UNREACHABLE';
}
