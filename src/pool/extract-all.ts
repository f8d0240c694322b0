import { availableParallelism } from 'node:os';
import { createParser } from '../2-parse/index.ts';
import { DragomanError } from '../errors.ts';
import { extractParsed } from '../extract.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Story } from '../model/story.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { startThreads } from './threads.ts';

/** What became of one story. */
export type Outcome =
  | { readonly story: Story; readonly extraction: Extraction }
  | { readonly story: Story; readonly error: Error };

/** Reads one story at a time, or several at once. */
export interface Extractor {
  extract(story: Story): Promise<Extraction>;
  dispose(): Promise<void>;
}

export interface ExtractAllOptions {
  /** Threads that read stories: 1 stays in the calling thread. `defaultWorkers()` where not given. */
  readonly workers?: number;
  /** A user's own words, which the calling thread has taken up already: every thread must. */
  readonly vocabulary?: Vocabulary;
  /** Stories with fewer characters in all stay in the calling thread: loading another model would take longer. */
  readonly threadsFrom?: number;
}

/** About the text that one thread reads while another one starts. */
const THREADS_FROM = 60_000;
/** Stories handed out for each thread: one in work, one waiting. */
const IN_FLIGHT = 2;

/** All cores but one, which reads, merges and answers the user. */
export function defaultWorkers(): number {
  return Math.max(1, availableParallelism() - 1);
}

/**
 * Extracts a stream of stories, with several threads where that pays. Outcomes come as they are ready, in any order; one
 * story that fails does not stop the others. No more stories are taken from the stream than are in work, and few are
 * held: memory does not grow with their number.
 * @throws DragomanError E_MODEL where the language model cannot be loaded; errors of the stream pass through.
 */
export async function* extractAll(stories: AsyncIterable<Story>, options: ExtractAllOptions = {}): AsyncGenerator<Outcome> {
  const workers = options.workers ?? defaultWorkers();
  const stream = stories[Symbol.asyncIterator]();
  const opening = workers > 1 ? await readAhead(stream, options.threadsFrom ?? THREADS_FROM) : { stories: [], more: true };
  const threads = workers > 1 && opening.more ? workers : 1;
  const extractor = await createExtractor(threads, options.vocabulary);
  try {
    yield* runBounded(chain(opening.stories, stream), extractor, threads > 1 ? threads * IN_FLIGHT : 1);
  } finally {
    await stream.return?.();
    await extractor.dispose();
  }
}

/**
 * What reads stories in so many threads; 1 is the calling one.
 * @throws DragomanError E_MODEL where the language model cannot be loaded; threads say so with their first story
 */
export async function createExtractor(threads: number, vocabulary?: Vocabulary): Promise<Extractor> {
  return threads > 1 ? startThreads(threads, vocabulary) : inThisThread();
}

async function inThisThread(): Promise<Extractor> {
  const parser = await createParser();
  return { extract: async (story) => extractParsed(await parser.parse(story)), dispose: () => parser.dispose() };
}

/** The first stories, and whether their texts reach so many characters before the stream ends. */
async function readAhead(stream: AsyncIterator<Story>, characters: number): Promise<{ readonly stories: readonly Story[]; readonly more: boolean }> {
  const stories: Story[] = [];
  for (let length = 0; length < characters;) {
    const next = await stream.next();
    if (next.done) return { stories, more: false };
    stories.push(next.value);
    length += next.value.text.length;
  }
  return { stories, more: true };
}

async function* chain(first: readonly Story[], rest: AsyncIterator<Story>): AsyncGenerator<Story> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* runBounded(stories: AsyncGenerator<Story>, extractor: Extractor, bound: number): AsyncGenerator<Outcome> {
  const running = new Map<Story, Promise<Outcome>>();
  try {
    for (let open = true; open || running.size;) {
      while (open && running.size < bound) {
        const next = await stories.next();
        if (next.done) open = false;
        else running.set(next.value, attempt(extractor, next.value));
      }
      if (!running.size) break;
      const outcome = await Promise.race(running.values());
      running.delete(outcome.story);
      yield outcome;
    }
  } finally {
    // The native runtime ends the process where a thread ends in the middle of its work.
    await Promise.allSettled(running.values());
  }
}

async function attempt(extractor: Extractor, story: Story): Promise<Outcome> {
  try {
    return { story, extraction: await extractor.extract(story) };
  } catch (cause) {
    if (cause instanceof DragomanError && cause.code === 'E_MODEL') throw cause;
    return { story, error: cause instanceof Error ? cause : new Error(String(cause)) };
  }
}
