import type { FeedItem } from '../1-read/feed.ts';
import { keyOf } from '../project/index.ts';

/** Digits of a hash: among a million items, two meet by chance once in 30 million times. */
const DIGITS = 16;
/** Added to addresses by those who count readers. */
const COUNTING = /^(?:utm_\w+|fbclid|gclid|ocid|cmpid|at_medium|at_campaign)$/;
const PAGE = 'page:';

const hash = (...parts: readonly unknown[]): string => keyOf(parts).slice(0, DIGITS);

/** What an item is remembered by. */
export interface ItemNames {
  /** Its own name in its feed: the feed's id for it, else its address, else its words. */
  readonly own: string;
  /** Of the page that it leads to, which other items and other feeds may lead to as well. */
  readonly page?: string;
}

/** Where an item leads to, by whatever scheme. */
export function linkOf({ draft: { url } }: FeedItem, feedUrl: string): URL | undefined {
  return url !== undefined && URL.canParse(url, feedUrl) ? new URL(url, feedUrl) : undefined;
}

export function isWebAddress({ protocol }: URL): boolean {
  return /^https?:$/.test(protocol);
}

export function namesOf(item: FeedItem, feedUrl: string): ItemNames {
  const link = linkOf(item, feedUrl);
  const page = link && isWebAddress(link) ? nameOfPage(link) : undefined;
  const own = item.id === undefined ? page ?? `text:${hash(item.draft.title, item.draft.text)}` : `item:${hash(item.id)}`;
  return { own, ...(page === undefined ? {} : { page }) };
}

export function isNameOfPage(name: string): boolean {
  return name.startsWith(PAGE);
}

/** Without what counts its readers. */
function nameOfPage(link: URL): string {
  const url = new URL(link);
  url.hash = '';
  const counting = [...url.searchParams.keys()].filter((key) => COUNTING.test(key));
  for (const key of counting) url.searchParams.delete(key);
  return PAGE + hash(url.href);
}
