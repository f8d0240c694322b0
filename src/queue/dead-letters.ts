import type { Job } from 'bullmq';
import type { Story } from '../model/story.ts';
import { storyNames, type StoryQueue } from './jobs.ts';

/** A story that was given up. */
export interface DeadLetter {
  readonly job: string;
  readonly story: string;
  readonly source: string;
  readonly attempts: number;
  /** ISO 8601, the last attempt. */
  readonly failed: string;
  readonly error: string;
}

const PAGE = 200;

/** The dead letters, the last one first; of all stories, or of those with these ids. */
export async function* deadLetters(queue: StoryQueue, stories: readonly string[] = []): AsyncGenerator<{ readonly letter: DeadLetter; readonly job: Job<Story> }> {
  for (let first = 0; ; first += PAGE) {
    const jobs = await queue.getFailed(first, first + PAGE - 1);
    for (const job of jobs) {
      const letter = letterOf(job);
      if (!stories.length || stories.includes(letter.story) || stories.includes(letter.job)) yield { letter, job };
    }
    if (jobs.length < PAGE) return;
  }
}

/** Puts a dead letter back into the queue, with all its attempts before it. */
export async function revive(job: Job<Story>): Promise<void> {
  await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
}

function letterOf(job: Job<Story>): DeadLetter {
  return {
    job: job.id ?? '', ...storyNames(job.data), attempts: job.attemptsMade,
    failed: new Date(job.finishedOn ?? job.timestamp).toISOString(), error: job.failedReason ?? '',
  };
}
