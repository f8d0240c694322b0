import type { Story } from '../model/story.ts';
import { jobIdOf, type StoryQueue } from './jobs.ts';

export interface RetryOptions {
  /** How often a story is tried before it is a dead letter. */
  readonly attempts: number;
  /** The pause before the second attempt, in milliseconds; it doubles each time. */
  readonly backoffMs: number;
}

export interface Enqueued {
  /** Jobs that are new. */
  readonly added: number;
  /** Stories whose job is in the queue already: waiting, dead, or finished and remembered. */
  readonly known: number;
}

/** Stories that are sent together. */
const BATCH = 100;

/** Adds one job a story, in batches; memory does not grow with their number. */
export class Enqueuer {
  readonly #queue: StoryQueue;
  readonly #options: RetryOptions;
  #waiting: Story[] = [];
  #added = 0;
  #known = 0;

  constructor(queue: StoryQueue, options: RetryOptions) {
    this.#queue = queue;
    this.#options = options;
  }

  async add(story: Story): Promise<void> {
    this.#waiting.push(story);
    if (this.#waiting.length >= BATCH) await this.flush();
  }

  /** Sends what is still here. */
  async flush(): Promise<Enqueued> {
    const stories = new Map(this.#waiting.map((story) => [jobIdOf(story), story]));
    const repeated = this.#waiting.length - stories.size;
    this.#waiting = [];
    const isThere = await Promise.all([...stories.keys()].map(async (id) => await this.#queue.getJob(id) !== undefined));
    const fresh = [...stories].filter((_, index) => !isThere[index]);
    const { attempts, backoffMs } = this.#options;
    await this.#queue.addBulk(fresh.map(([jobId, data]) => ({ name: 'story', data, opts: { jobId, attempts, backoff: { type: 'exponential', delay: backoffMs } } })));
    this.#added += fresh.length;
    this.#known += repeated + stories.size - fresh.length;
    return { added: this.#added, known: this.#known };
  }
}
