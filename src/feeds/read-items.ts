import type { FeedItem } from '../1-read/feed.ts';
import { finishStory } from '../1-read/index.ts';
import { DragomanError } from '../errors.ts';
import type { Story } from '../model/story.ts';
import { MINUTE } from './clock.ts';
import { Interrupted } from './failure.ts';
import type { FeedState } from './feed-state.ts';
import { isWebAddress, linkOf, namesOf } from './item-names.ts';
import { readPage, type PageOutcome } from './page.ts';
import type { FeedTools } from './tools.ts';

/** Newest items of a feed that are looked at. */
const MOST_ITEMS = 4000;
/** Pages that one poll of one feed fetches, and how long it goes on; the rest waits for the next poll. */
const MOST_PAGES = 100;
const LONGEST_POLL = 15 * MINUTE;
/** Polls in which the page of an item may fail before the feed's own words have to do. */
const MOST_TRIES = 4;
/** Characters of an address that is named to the user; one of the kind "data:" has no end. */
const LONGEST_NAMED = 200;

/** What a poll did with the items of a feed. */
export interface ItemCounts {
  /** Stories kept that were not there before. */
  added: number;
  /** Of those, the ones whose page could not be had, so that the feed's summary stands for it. */
  summaries: number;
  /** Items without a usable story: empty, or not in English. */
  skipped: number;
  /** Items whose page is tried again at the next poll. */
  waiting: number;
  /** The user ended the work before all items were looked at. */
  interrupted: boolean;
  /** Why pages were given up. */
  readonly errors: DragomanError[];
}

export interface FeedItems {
  readonly url: string;
  /** What the stories are to have as their source. */
  readonly source: string;
  readonly items: readonly FeedItem[];
  readonly privateAllowed: boolean;
}

/**
 * Keeps the stories of items that are new, the oldest first, and notes in `state` which need not be read again; `save` is
 * called after each step that took a request. Killed in between, the item at hand is read again.
 */
export async function readItems(feed: FeedItems, state: FeedState, tools: FeedTools, save: () => void): Promise<ItemCounts> {
  const counts: ItemCounts = { added: 0, summaries: 0, skipped: 0, waiting: 0, interrupted: false, errors: [] };
  const done = new Set(state.done);
  const pages = new Pages(feed, tools);
  const items = feed.items.slice(0, MOST_ITEMS).map((item) => ({ item, ...namesOf(item, feed.url) })).toReversed();
  for (const { item, own, page } of items) {
    // Entries of a live blog share a page; their own texts are stories all the same.
    const isKnown = done.has(own) || (!item.whole && page !== undefined && tools.knownPages.has(page));
    const tries = (state.tries[own] ?? 0) + 1;
    const outcome = isKnown ? undefined : await pages.of(item, tries >= MOST_TRIES).catch(interruption);
    if (outcome === 'interrupted') {
      counts.interrupted = true;
      break;
    }
    if (outcome === 'later' || outcome === 'next poll') {
      counts.waiting++;
      if (outcome === 'later') state.tries[own] = tries;
    } else {
      if (!isKnown) await keep(item, outcome, feed, tools, counts);
      done.add(own);
      if (page !== undefined) tools.knownPages.add(page);
      if (page !== undefined) done.add(page);
    }
    if (outcome === undefined) continue;
    state.done = [...done];
    save();
  }
  const listed = new Set(items.flatMap(({ own, page }) => [own, ...(page === undefined ? [] : [page])]));
  // What the feed lists stands last, so that it is remembered longest; tries of what it lists no more are forgotten.
  state.done = [...[...done].filter((name) => !listed.has(name)), ...[...done].filter((name) => listed.has(name))];
  state.tries = Object.fromEntries(Object.entries(state.tries).filter(([name]) => listed.has(name) && !done.has(name)));
  return counts;
}

function interruption(cause: unknown): 'interrupted' {
  if (cause instanceof Interrupted) return 'interrupted';
  throw cause;
}

/** Keeps the longer of what the page and the feed have of an item. */
async function keep(item: FeedItem, page: PageOutcome | undefined, feed: FeedItems, tools: FeedTools, counts: ItemCounts): Promise<void> {
  const link = linkOf(item, feed.url);
  const draft = { ...item.draft, url: link && isWebAddress(link) ? link.href : undefined };
  const own = await finishStory(draft, feed.source, undefined, () => undefined);
  const fromPage = page && 'story' in page ? page.story : undefined;
  if (page && 'error' in page) counts.errors.push(page.error);
  const story = fromPage && (!own || fromPage.text.length >= own.text.length) ? withFieldsOf(fromPage, item) : own;
  if (!story) {
    counts.skipped++;
    return;
  }
  if (!tools.stories.add(story)) return;
  counts.added++;
  if (page && !fromPage) counts.summaries++;
}

/** What a page does not state of itself, the feed does. */
function withFieldsOf(story: Story, { draft: { title, author, outlet } }: FeedItem): Story {
  return { ...(title === undefined ? {} : { title }), ...(author === undefined ? {} : { author }), ...(outlet === undefined ? {} : { outlet }), ...story };
}

/** Fetches the pages of a feed's items, as far as that is to be done now. */
class Pages {
  private readonly feed: FeedItems;
  private readonly tools: FeedTools;
  private readonly until: number;
  /** Hosts that failed: they are left alone for the rest of the poll. */
  private readonly troubled = new Set<string>();
  private fetched = 0;

  constructor(feed: FeedItems, tools: FeedTools) {
    this.feed = feed;
    this.tools = tools;
    this.until = tools.clock.now() + LONGEST_POLL;
  }

  /** Absent where the feed has the whole story, or no page; `later` where a try has failed that is not the last one. @throws Interrupted */
  async of(item: FeedItem, isLastTry: boolean): Promise<PageOutcome | 'later' | 'next poll' | undefined> {
    const link = linkOf(item, this.feed.url);
    if (item.whole || !this.tools.pages || !link) return undefined;
    const { href: address, hostname } = link;
    if (!isWebAddress(link)) return { error: new DragomanError('E_FETCH', { what: address.slice(0, LONGEST_NAMED), why: 'a feed may lead to http(s) addresses only' }), passing: false };
    if (this.fetched >= MOST_PAGES) return 'next poll';
    const isTroubled = this.troubled.has(hostname) || this.tools.clock.now() > this.until;
    if (isTroubled && !isLastTry) return 'later';
    if (isTroubled) return { error: new DragomanError('E_FETCH', { what: address, why: `there was no time for it, or its server was in trouble, in ${MOST_TRIES} polls` }), passing: false };
    this.fetched++;
    const { source, privateAllowed } = this.feed;
    const page = await readPage(this.tools.client, { address, privateAllowed, source, published: item.draft.published });
    if ('story' in page || !page.passing) return page;
    this.troubled.add(hostname);
    return isLastTry ? page : 'later';
  }
}
