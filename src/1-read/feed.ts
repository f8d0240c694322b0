import { parseFeed } from 'feedsmith';

import { DragomanError } from '../errors.ts';
import type { Draft } from './draft.ts';
import { parseDate } from './date.ts';
import { hasMarkup, stripMarkup } from './dom.ts';
import { wordCount } from './plain-text.ts';
import { isRecord, nameOf, textOf, type JsonRecord } from './record-fields.ts';

/** One entry of a feed. */
export interface FeedItem {
  /** What the feed calls it for good: guid, id or rdf:about. */
  readonly id?: string | undefined;
  /** Its story, as far as the feed has it. */
  readonly draft: Draft;
  /** False where the text is a summary, and the story stands at the draft's address. */
  readonly whole: boolean;
}

export interface FeedDocument {
  readonly title?: string | undefined;
  /** How often it changes by its own account (ttl, sy:updatePeriod), in minutes. */
  readonly everyMinutes?: number | undefined;
  /** In the feed's order, which is the newest first as a rule. */
  readonly items: readonly FeedItem[];
}

/** Words of a text under `content` that are no teaser, and of one under `description`, where whole stories are rare. */
const WHOLE_CONTENT = 60;
const WHOLE_SUMMARY = 150;
const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\b(?:read more|continue reading|read (?:on|the full (?:story|article)))\W*)$/i;
const PERIODS: Readonly<Record<string, number>> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };

/**
 * The stories of an RSS, RDF or Atom feed. The whole text of an item is preferred to its summary.
 * @throws DragomanError E_MALFORMED
 */
export function readFeed(xml: string, name: string): Draft[] {
  return readFeedDocument(xml, name).items.map(({ draft }) => draft);
}

/**
 * An RSS, RDF, Atom or JSON feed with what it says of itself.
 * @throws DragomanError E_MALFORMED
 */
export function readFeedDocument(text: string, name: string): FeedDocument {
  const feed = parse(text, name);
  const title = plain(feed['title']);
  const list = [feed['items'], feed['entries']].find((entries) => Array.isArray(entries));
  const items = Array.isArray(list) ? list.filter(isRecord) : [];
  return { title, everyMinutes: everyMinutes(feed), items: items.map((item, at) => readItem(item, title, `${name} (item ${at + 1})`)) };
}

function parse(text: string, name: string): JsonRecord {
  try {
    const { feed } = parseFeed(text);
    return isRecord(feed) ? feed : {};
  } catch (cause) {
    throw new DragomanError('E_MALFORMED', { what: name, why: 'not a feed that can be read (RSS, RDF or Atom)' }, { cause });
  }
}

function everyMinutes(feed: JsonRecord): number | undefined {
  const sy = isRecord(feed['sy']) ? feed['sy'] : {};
  const period = PERIODS[textOf(sy['updatePeriod'])?.toLowerCase() ?? ''];
  const hints = [Number(feed['ttl']), period === undefined ? Number.NaN : period / Math.max(1, Number(sy['updateFrequency'] ?? 1))].filter((minutes) => minutes > 0);
  return hints.length === 0 ? undefined : Math.max(...hints);
}

function idOf(item: JsonRecord): string | undefined {
  const rdf = isRecord(item['rdf']) ? item['rdf']['about'] : undefined;
  return textOf((isRecord(item['guid']) ? item['guid']['value'] : item['guid']) ?? item['id'] ?? rdf);
}

function readItem(item: JsonRecord, outlet: string | undefined, where: string): FeedItem {
  const content = plain(encoded(item['content'])) ?? plain(item['content_html']) ?? plain(item['content_text']);
  const text = content ?? plain(item['description']) ?? plain(item['summary']) ?? '';
  const whole = wordCount(text) >= (content === undefined ? WHOLE_SUMMARY : WHOLE_CONTENT) && !CUT_OFF.test(text.trim());
  return { id: idOf(item), draft: draftOf(item, text, outlet, where), whole };
}

function draftOf(item: JsonRecord, text: string, outlet: string | undefined, where: string): Draft {
  const dc = isRecord(item['dc']) ? item['dc'] : {};
  const dates = [item['pubDate'], item['published'], dc['dates'], dc['date'], item['updated'], item['date_published']].flat();
  const source = isRecord(item['source']) ? plain(item['source']['title']) : undefined;
  return {
    where,
    title: plain(item['title'])?.replace(/\s+/g, ' '),
    text,
    author: nameOf(dc['creators'] ?? dc['creator'] ?? item['authors'] ?? item['author']),
    outlet: source ?? outlet,
    published: dates.map((date) => (typeof date === 'string' ? parseDate(date) : undefined)).find((date) => date !== undefined),
    url: link(item),
  };
}

/** `content:encoded` of RSS; Atom's content is a text construct, which `plain` reads. */
function encoded(content: unknown): unknown {
  return isRecord(content) && 'encoded' in content ? content['encoded'] : content;
}

/** The text of a string or of an Atom text construct. */
function plain(value: unknown): string | undefined {
  const text = textOf(isRecord(value) ? value['value'] : value);
  return text !== undefined && hasMarkup(text) ? stripMarkup(text) : text?.trim();
}

function link(item: JsonRecord): string | undefined {
  if (typeof item['link'] === 'string') return item['link'];
  if (typeof item['url'] === 'string') return item['url'];
  const links = Array.isArray(item['links']) ? item['links'].filter(isRecord) : [];
  return textOf((links.find((entry) => entry['rel'] === 'alternate' || entry['rel'] === undefined) ?? links[0])?.['href']);
}
