import { join } from 'node:path';
import { DragomanError } from '../errors.ts';
import { JsonFiles, lockProject, StoryStore, type Project } from '../project/index.ts';
import { CLOCK, MINUTE, type Clock } from './clock.ts';
import { Interrupted } from './failure.ts';
import { FeedStates } from './feed-state.ts';
import { fetchFeed, type FetchedFeed } from './fetch-feed.ts';
import { errorOf, pollFeed, readFetched, type PollReport } from './poll.ts';
import { isNameOfPage } from './item-names.ts';
import { PoliteClient } from './polite-client.ts';
import { LOOKUP, type Lookup } from './private-hosts.ts';
import { Subscriptions, type Subscription } from './subscriptions.ts';
import type { FeedTools } from './tools.ts';

export interface FeedOptions {
  /** As servers are told who asks. */
  readonly userAgent: string;
  /** Given when the user ends the work; the request at hand is still finished. */
  readonly signal: AbortSignal;
  /** Minutes between two polls of a feed, at least; 30 where not given. */
  readonly interval?: number;
  /** False to keep the feeds' own summaries, without fetching the pages; true where not given. */
  readonly pages?: boolean;
  readonly clock?: Clock;
  readonly fetch?: typeof fetch;
  readonly lookup?: Lookup;
}

/** What became of a wish to subscribe. */
export type SubscribeOutcome =
  | { readonly outcome: 'known'; readonly url: string }
  /** The project reads it from now on; `report` is absent where another process that reads its feeds will do so soon. */
  | { readonly outcome: 'subscribed'; readonly url: string; readonly title?: string | undefined; readonly report?: PollReport };

export const INTERVAL = 30;
/** Feeds that are read at the same time, each at a host of its own. */
const AT_ONCE = 4;

/** Reads the feeds of one project; only one process at a time should, by the lock `watch`. */
export class FeedReader {
  private readonly project: Project;
  private readonly tools: FeedTools;

  constructor(project: Project, { userAgent, signal, interval = INTERVAL, pages = true, clock = CLOCK, fetch: get = fetch, lookup = LOOKUP }: FeedOptions) {
    this.project = project;
    this.tools = {
      client: new PoliteClient({ userAgent, clock, signal, fetch: get, lookup, robots: new JsonFiles(join(project.store, 'robots')) }),
      clock, pages, interval: interval * MINUTE,
      stories: new StoryStore(project), subscriptions: new Subscriptions(project), states: new FeedStates(project), knownPages: new Set(),
    };
  }

  /** When each feed is to be read next, in milliseconds since 1970. */
  nextPolls(): ReadonlyMap<Subscription, number> {
    return new Map(this.tools.subscriptions.all().map((feed) => [feed, this.tools.states.get(feed.url).nextPoll]));
  }

  /**
   * Reads the feeds that are due; a report comes as each is done.
   * @throws DragomanError E_WRITE and the like, of the project's folder
   */
  async round(onReport: (report: PollReport) => void): Promise<readonly PollReport[]> {
    const { clock, client } = this.tools;
    const due = [...this.nextPolls()].filter(([, at]) => at <= clock.now()).map(([feed]) => feed);
    if (!due.length) return [];
    this.rememberPages();
    const reports: PollReport[] = [];
    const readSome = async (): Promise<void> => {
      for (let feed = due.shift(); feed && !client.signal.aborted; feed = due.shift()) {
        const report = await pollFeed(feed, this.tools).catch((cause: unknown) => {
          due.length = 0;
          throw cause;
        });
        reports.push(report);
        onReport(report);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readSome));
    return reports;
  }

  /**
   * Subscribes to a feed, and reads it where no other process reads the project's feeds.
   * @throws DragomanError E_FEED where there is none at the address, E_FETCH, E_TOO_LARGE, E_WRITE; Interrupted
   */
  async subscribe(address: string): Promise<SubscribeOutcome> {
    const { subscriptions, states, client } = this.tools;
    const known = subscriptions.find(address);
    if (known) return { outcome: 'known', url: known.url };
    const isLocal = await client.isLocal(address);
    const fetched = await this.fetch({ url: address, local: isLocal });
    const url = fetched.answer.moved ?? address;
    const title = fetched.document?.title;
    const feed = {
      url, ...(title === undefined ? {} : { title }), ...(url === address ? {} : { from: address }), ...(isLocal && await client.isLocal(url) ? { local: true } : {}),
    };
    if (subscriptions.find(url)) return { outcome: 'known', url };
    // Of an earlier subscription: its stories may have been removed since.
    states.delete(url);
    await subscriptions.add(feed);
    const lock = await lockProject(this.project, 'watch', 0).catch((cause: unknown) => {
      if (cause instanceof DragomanError && cause.code === 'E_BUSY') return undefined;
      throw cause;
    });
    if (!lock || client.signal.aborted) return { outcome: 'subscribed', url, title };
    try {
      this.rememberPages();
      return { outcome: 'subscribed', url, title, report: await readFetched(feed, states.get(url), fetched, this.tools) };
    } finally {
      await lock.release();
    }
  }

  private async fetch(feed: Subscription): Promise<FetchedFeed> {
    try {
      return await fetchFeed(feed, this.tools.client);
    } catch (cause) {
      throw cause instanceof Interrupted ? cause : errorOf(feed.url, cause);
    }
  }

  private rememberPages(): void {
    const { subscriptions, states, knownPages } = this.tools;
    knownPages.clear();
    for (const { url } of subscriptions.all()) for (const name of states.get(url).done) if (isNameOfPage(name)) knownPages.add(name);
  }
}
