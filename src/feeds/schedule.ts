// When a feed is read next: not before its publisher wishes, and later and later where it fails.

import { DAY, MINUTE, SECOND } from './clock.ts';

/** Longer wishes count as this: a mistake in a header must not silence a feed for good. */
const LONGEST_WISH = DAY;
const LONGEST_RETRY = 7 * DAY;

export interface Wishes {
  /** The feed's own ttl or sy:updatePeriod, in minutes. */
  readonly everyMinutes?: number | undefined;
  readonly cacheControl?: string | null | undefined;
}

/** Milliseconds until a feed that was read is read again: the interval, or longer where it asks for that, up to a day. */
export function pauseAfterSuccess(interval: number, { everyMinutes = 0, cacheControl }: Wishes): number {
  const maxAge = Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(cacheControl ?? '')?.[1] ?? 0) * SECOND;
  return Math.max(interval, Math.min(LONGEST_WISH, Math.max(maxAge, everyMinutes * MINUTE)));
}

/** Milliseconds until a feed that failed is tried again: twice as long each time, up to a day, and as long as its server asks. */
export function pauseAfterFailure(interval: number, failures: number, retryAfter = 0): number {
  return Math.max(Math.min(Math.max(DAY, interval), interval * 2 ** Math.min(30, failures)), Math.min(LONGEST_RETRY, retryAfter));
}

/** Milliseconds that a Retry-After header asks for, in seconds or as a date; absent where it makes no sense. */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d{1,10}\s*$/.test(header)) return Number(header) * SECOND;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
