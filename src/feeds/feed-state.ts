import { join } from 'node:path';
import { z } from 'zod';
import { JsonFiles, keyOf, type Project } from '../project/index.ts';

const STATE = z.object({
  url: z.string(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Milliseconds since 1970. */
  nextPoll: z.number(),
  /** Polls that have failed in a row. */
  failures: z.number(),
  /** Hashes of the items that need not be read again, by what the feed calls them and by their addresses; the newest last. */
  done: z.array(z.string()),
  /** How often the page of an item could not be had, by the hash of the item. */
  tries: z.record(z.string(), z.number()),
  /** How often it changes by its own account, in minutes. */
  everyMinutes: z.number().optional(),
});

/** What is remembered of a feed between two polls. */
export type FeedState = z.infer<typeof STATE>;

/** Feeds list their newest few dozen items; so many hashes beside those are remembered, should one come back. */
const MOST_DONE = 10_000;

/** The states of a project's feeds, one file each. What is missing or damaged is that of a feed never read. */
export class FeedStates {
  private readonly files: JsonFiles;

  constructor(project: Project) {
    this.files = new JsonFiles(join(project.store, 'feeds'));
  }

  get(url: string): FeedState {
    const file = this.files.read(keyOf([url]));
    const state = typeof file === 'object' ? STATE.safeParse(file.value).data : undefined;
    return state ?? { url, nextPoll: 0, failures: 0, done: [], tries: {} };
  }

  put(state: FeedState): void {
    this.files.write(keyOf([state.url]), { ...state, done: state.done.slice(-MOST_DONE) });
  }

  delete(url: string): void {
    this.files.delete(keyOf([url]));
  }
}
