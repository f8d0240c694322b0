import { DragomanError } from '../errors.ts';
import { DAY } from './clock.ts';
import { Interrupted, RequestFailure } from './failure.ts';
import type { FeedState } from './feed-state.ts';
import { fetchFeed, type FetchedFeed } from './fetch-feed.ts';
import { readItems, type ItemCounts } from './read-items.ts';
import { pauseAfterFailure, pauseAfterSuccess } from './schedule.ts';
import { sourceOf, type Subscription } from './subscriptions.ts';
import type { FeedTools } from './tools.ts';

/** What became of one poll of one feed. */
export interface PollReport extends ItemCounts {
  readonly url: string;
  /** `gone`: its server has given it up, and so has the project. `interrupted`: the user ended the work; the next poll goes on. */
  readonly outcome: 'read' | 'unchanged' | 'failed' | 'gone' | 'interrupted';
  /** Milliseconds since 1970; absent where it is not read again. */
  readonly nextPoll?: number;
  readonly error?: DragomanError;
  /** Where it has moved for good. */
  readonly movedTo?: string;
}

const NOTHING: ItemCounts = { added: 0, summaries: 0, skipped: 0, waiting: 0, interrupted: false, errors: [] };
/** Of an ETag or a date; no honest one comes near. */
const LONGEST_VALIDATOR = 1000;

/** Of the project's folder, not of the feed. */
const OWN_TROUBLE: ReadonlySet<string> = new Set(['E_WRITE', 'E_BUSY', 'E_PERMISSION', 'E_UNREADABLE']);

/**
 * Reads a feed and keeps its new stories, and what there is to remember of it. What is wrong with the feed is in the report.
 * @throws DragomanError E_WRITE and the like, of the project's folder
 */
export async function pollFeed(feed: Subscription, tools: FeedTools): Promise<PollReport> {
  const state = tools.states.get(feed.url);
  try {
    return await readFetched(feed, state, await fetchFeed(feed, tools.client, state), tools);
  } catch (cause) {
    if (cause instanceof Interrupted) return { ...NOTHING, url: feed.url, outcome: 'interrupted', interrupted: true };
    if (cause instanceof DragomanError && OWN_TROUBLE.has(cause.code)) throw cause;
    return failed(feed, state, cause, tools);
  }
}

/**
 * Keeps what an answer brings. The feed's ETag and date are remembered once every item is done: until then the whole feed is
 * asked for, so that nothing in it is lost.
 * @throws DragomanError E_WRITE
 */
export async function readFetched(feed: Subscription, state: FeedState, fetched: FetchedFeed, tools: FeedTools): Promise<PollReport> {
  const { answer, document } = fetched;
  const moved = answer.moved !== undefined && answer.moved !== feed.url ? answer.moved : undefined;
  const old = state.url;
  if (moved !== undefined) state.url = moved;
  const items = { url: answer.address, source: sourceOf(feed), items: document?.items ?? [], privateAllowed: feed.local ?? false };
  const counts = document ? await readItems(items, state, tools, () => { tools.states.put(state); }) : { ...NOTHING, errors: [] };
  if (counts.interrupted) {
    tools.states.put(state);
    return { ...counts, url: feed.url, outcome: 'interrupted' };
  }
  if (document) {
    setValidators(state, counts.waiting ? undefined : answer.headers);
    if (document.everyMinutes === undefined) delete state.everyMinutes;
    else state.everyMinutes = document.everyMinutes;
  }
  state.failures = 0;
  state.nextPoll = tools.clock.now() + pauseAfterSuccess(tools.interval, { everyMinutes: state.everyMinutes, cacheControl: answer.headers.get('cache-control') });
  tools.states.put(state);
  if (moved !== undefined) {
    const { local = false, ...rest } = feed;
    await tools.subscriptions.replace(old, { ...rest, url: moved, from: sourceOf(feed), ...(local && await tools.client.isLocal(moved) ? { local } : {}) });
    tools.states.delete(old);
  }
  return { ...counts, url: feed.url, outcome: document ? 'read' : 'unchanged', nextPoll: state.nextPoll, ...(moved === undefined ? {} : { movedTo: moved }) };
}

function setValidators(state: FeedState, headers: Headers | undefined): void {
  for (const [field, header] of [['etag', 'etag'], ['lastModified', 'last-modified']] as const) {
    const value = headers?.get(header);
    if (value && value.length <= LONGEST_VALIDATOR) state[field] = value;
    else delete state[field];
  }
}

async function failed(feed: Subscription, state: FeedState, cause: unknown, tools: FeedTools): Promise<PollReport> {
  const report = { ...NOTHING, url: feed.url, error: errorOf(feed.url, cause) };
  if (cause instanceof RequestFailure && cause.status === 410) {
    await tools.subscriptions.remove(feed.url);
    tools.states.delete(feed.url);
    return { ...report, outcome: 'gone' };
  }
  state.failures++;
  const isForbidden = cause instanceof RequestFailure && cause.status === undefined && !cause.passing;
  const pause = pauseAfterFailure(tools.interval, state.failures, cause instanceof RequestFailure ? cause.retryAfter : undefined);
  state.nextPoll = tools.clock.now() + (isForbidden ? Math.max(pause, DAY) : pause);
  tools.states.put(state);
  return { ...report, outcome: 'failed', nextPoll: state.nextPoll };
}

/** An error of a feed's address, in words for the user. */
export function errorOf(url: string, cause: unknown): DragomanError {
  if (cause instanceof DragomanError) return cause;
  if (cause instanceof RequestFailure) return new DragomanError('E_FETCH', { what: url, why: cause.message }, { cause });
  return new DragomanError('E_INTERNAL', { what: url, why: cause instanceof Error ? cause.message : String(cause) }, { cause });
}
