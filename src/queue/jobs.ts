import { createHash } from 'node:crypto';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';

/** Where the jobs are in Redis: keys begin with "dragoman:stories:". */
export const QUEUE = 'stories';
export const PREFIX = 'dragoman';

/** How long a finished job is remembered, and how many are, so that the same story is not enqueued again. */
export const REMEMBERED = { age: 24 * 3600, count: 100_000 };

/** Characters of a story; what reads stories has the same limit. */
const MAX_TEXT = 2_000_000;

const text = z.string();
const STORY = z.object({
  id: text.min(1), text: text.min(1).max(MAX_TEXT), source: text, sha256: z.hex().length(64),
  title: text.optional(), outlet: text.optional(), author: text.optional(), dateline: text.optional(), url: text.optional(),
  published: z.iso.date().optional(),
});

export type StoryQueue = Queue<Story>;

export function openQueue(redis: Redis): StoryQueue {
  const queue = new Queue<Story>(QUEUE, { connection: redis, prefix: PREFIX });
  // A command that an error stops says so itself; without a listener it would be printed too.
  queue.on('error', () => undefined);
  return queue;
}

/** The job of a story: the same story enqueued twice is one job. */
export function jobIdOf(story: Story): string {
  const { id, sha256, title, outlet, author, dateline, published, url, source } = story;
  const content = JSON.stringify([id, sha256, title, outlet, author, dateline, published, url, source]);
  return `story-${createHash('sha256').update(content).digest('hex').slice(0, 40)}`;
}

/**
 * The story that a job carries. Whoever can write to the queue can write anything: it is checked.
 * @throws DragomanError E_JOB
 */
export function storyOf(data: unknown): Story {
  const { success, data: story, error } = STORY.safeParse(data);
  if (success) return story as Story;
  const [first] = error.issues;
  throw new DragomanError('E_JOB', { why: first ? `${first.path.join('.') || 'what it carries'}: ${first.message}` : 'it carries no story' });
}

/** Id and source of a job's story, as far as it has them. */
export function storyNames(data: unknown): { readonly story: string; readonly source: string } {
  const fields = typeof data === 'object' && data !== null ? data as Readonly<Record<string, unknown>> : {};
  const name = (field: string): string => (typeof fields[field] === 'string' ? fields[field] : '');
  return { story: name('id'), source: name('source') };
}
