import { parseFeed } from 'feedsmith';

import { DragomanError } from '../errors.ts';
import type { Draft } from './draft.ts';
import { parseDate } from './date.ts';
import { hasMarkup, stripMarkup } from './dom.ts';
import { isRecord, nameOf, textOf, type JsonRecord } from './record-fields.ts';

/**
 * The stories of an RSS, RDF or Atom feed. The whole text of an item is preferred to its summary.
 * @throws DragomanError E_MALFORMED
 */
export function readFeed(xml: string, name: string): Draft[] {
  const feed = parse(xml, name);
  const outlet = plain(feed['title']);
  const items = [feed['items'], feed['entries']].find((list) => Array.isArray(list));
  if (!Array.isArray(items)) return [];
  return items.filter(isRecord).map((item, at) => itemDraft(item, outlet, `${name} (item ${at + 1})`));
}

function parse(xml: string, name: string): JsonRecord {
  try {
    const { feed } = parseFeed(xml);
    return isRecord(feed) ? feed : {};
  } catch (cause) {
    throw new DragomanError('E_MALFORMED', { what: name, why: 'not a feed that can be read (RSS, RDF or Atom)' }, { cause });
  }
}

function itemDraft(item: JsonRecord, outlet: string | undefined, where: string): Draft {
  const dc = isRecord(item['dc']) ? item['dc'] : {};
  const dates = [item['pubDate'], item['published'], dc['dates'], dc['date'], item['updated']].flat();
  const source = isRecord(item['source']) ? plain(item['source']['title']) : undefined;
  return {
    where,
    title: plain(item['title'])?.replace(/\s+/g, ' '),
    text: plain(encoded(item['content'])) ?? plain(item['description']) ?? plain(item['summary']) ?? '',
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
  const links = Array.isArray(item['links']) ? item['links'].filter(isRecord) : [];
  return textOf((links.find((entry) => entry['rel'] === 'alternate' || entry['rel'] === undefined) ?? links[0])?.['href']);
}
