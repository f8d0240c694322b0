import type { Draft } from './draft.ts';
import { dateOfUnixTime, parseDate } from './date.ts';
import { unwrap } from './hard-wrap.ts';
import { MAX_STORY } from './limits.ts';
import { normaliseText } from './plain-text.ts';
import { foldKeys, isRecord, nameOf, textOf, type JsonRecord } from './record-fields.ts';

/** The usual names, folded, in the order in which they are believed. */
const NAMES = {
  id: ['id', 'storyid', 'articleid', 'docid', 'uuid', 'guid', 'uri'],
  title: ['title', 'headline', 'webtitle', 'head', 'subject', 'name'],
  text: ['text', 'body', 'fulltext', 'articlebody', 'bodytext', 'content', 'contenttext', 'contenthtml', 'contentencoded', 'maintext', 'articletext', 'storytext', 'article',
    'story', 'rawtext', 'plaintext', 'paragraphs', 'html'],
  summary: ['leadparagraph', 'description', 'summary', 'abstract', 'excerpt', 'snippet', 'lead', 'standfirst', 'trailtext'],
  published: ['published', 'publishedat', 'datepublished', 'publishedon', 'publisheddate', 'publishdate', 'publicationdate', 'publishtime', 'pubdate', 'pubtime', 'date',
    'datetime', 'webpublicationdate', 'firstpublished', 'issued', 'seendate', 'timestamp', 'time', 'created', 'createdat', 'datecreated', 'updated', 'updatedat'],
  url: ['url', 'link', 'weburl', 'permalink', 'canonicalurl', 'sourceurl', 'href', 'externalurl', 'uri', 'guid'],
  outlet: ['outlet', 'source', 'sourcename', 'publisher', 'publication', 'newspaper', 'site', 'sitename', 'website', 'agency', 'provider', 'journal', 'domain'],
  author: ['author', 'authors', 'byline', 'creator', 'dccreator', 'writer', 'by', 'reporter'],
  dateline: ['dateline'],
} as const;

/** Keys under which services hand over lists of stories, from the outside in. */
const CONTAINERS = ['articles', 'stories', 'items', 'entries', 'results', 'docs', 'documents', 'records', 'posts', 'news', 'hits', 'data', 'response', 'feed', 'channel', 'rss', 'item', '_source', '@graph', 'article', 'story'] as const;
const DEEPEST = 5;

/** The values of a JSON document that are stories: itself, its items, or the items of the lists that it contains. */
export function* storyRecords(document: unknown, depth = 0): Generator<unknown> {
  if (Array.isArray(document)) {
    for (const item of document) yield* storyRecords(item, depth + 1);
  } else if (isRecord(document) && !holdsText(document)) {
    const inner = depth >= DEEPEST ? [] : CONTAINERS.map((key) => document[key]).filter((value) => typeof value === 'object' && value !== null);
    if (inner.length === 0) yield document;
    for (const value of inner) yield* storyRecords(value, depth + 1);
  } else {
    yield document;
  }
}

/** True for a record that gives a text of its own. */
function holdsText(record: JsonRecord): boolean {
  const fields = foldKeys(record);
  return NAMES.text.some((name) => bodyOf(fields.get(name)) !== undefined && !isWrapped(name, fields.get(name)));
}

/** `{"article": {"title": …, "text": …}}` holds a story; `{"article": "…"}` is one. */
function isWrapped(name: string, value: unknown): boolean {
  return (name === 'article' || name === 'story') && isRecord(value);
}

/** True for a graph that this program wrote: in a folder of stories it is no story. */
export function isGraphDocument(document: unknown): boolean {
  return isRecord(document) && Array.isArray(document['nodes']) && Array.isArray(document['edges']);
}

/**
 * The story of one record: its text as it stands there, a paragraph a line, without markup. Absent where the value has none of the
 * usual fields; the text is empty where it has them but no text.
 */
export async function readStoryRecord(value: unknown, where: string): Promise<Draft | undefined> {
  if (typeof value === 'string') return { text: value, where };
  if (!isRecord(value)) return undefined;
  // The Guardian's API keeps the text apart, under `fields`.
  const fields = foldKeys(isRecord(value['fields']) ? { ...value, ...value['fields'] } : value);
  const field = <T>(names: readonly string[], read: (found: unknown) => T | undefined): T | undefined =>
    names.map((name) => read(fields.get(name))).find((found) => found !== undefined);
  const title = field(NAMES.title, titleOf);
  const body = field(NAMES.text, bodyOf) ?? field(NAMES.summary, bodyOf);
  if (title === undefined && body === undefined && !NAMES.text.some((name) => fields.has(name))) return undefined;
  return {
    where,
    id: field(NAMES.id, idOf),
    title: title === undefined ? undefined : (await withoutMarkup(title)).replace(/\s+/g, ' ').trim(),
    text: await cleanBody(body ?? ''),
    author: field(NAMES.author, nameOf)?.replace(/^by\s+/i, ''),
    outlet: field(NAMES.outlet, outletOf),
    dateline: field(NAMES.dateline, titleOf),
    published: field(NAMES.published, dateOf),
    url: field(NAMES.url, urlOf),
  };
}

/** Keys of ids are believed where they hold a string or a number. */
function idOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? textOf(value)?.trim() : undefined;
}

/** A string, or what WordPress ("rendered"), the New York Times ("main") or an Atom construct ("value") wrap one in. */
function titleOf(value: unknown): string | undefined {
  if (isRecord(value)) return titleOf(value['rendered'] ?? value['main'] ?? value['value'] ?? value['text'] ?? value['$t'] ?? value['#text']);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function bodyOf(value: unknown): string | undefined {
  return Array.isArray(value) ? textOf(value) : isRecord(value) ? titleOf(value) ?? textOf(value['paragraphs'] ?? value['content']) : titleOf(value);
}

function dateOf(value: unknown): string | undefined {
  if (typeof value === 'number') return value > 1e8 ? dateOfUnixTime(value) : undefined;
  if (isRecord(value)) return dateOf(value['$date'] ?? value['value'] ?? value['iso']);
  if (typeof value !== 'string') return undefined;
  return /^\d{9,13}$/.test(value.trim()) ? dateOfUnixTime(Number(value)) : parseDate(value);
}

function urlOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value.trim()) ? value.trim() : undefined;
}

/** A name; of an address, its host. */
function outletOf(value: unknown): string | undefined {
  const name = nameOf(value);
  return name !== undefined && URL.canParse(name) ? new URL(name).hostname.replace(/^www\./, '') || name : name;
}

/** A body that is far too long for a story is not worth the work: it is refused by its length later. */
async function cleanBody(body: string): Promise<string> {
  return body.length > 4 * MAX_STORY ? body : unwrap(normaliseText(await withoutMarkup(body)));
}

async function withoutMarkup(text: string): Promise<string> {
  if (!/[<&]/.test(text)) return text;
  // The parser of markup takes 0.2 s to load, and most records have none.
  const { hasMarkup, stripMarkup } = await import('./dom.ts');
  return hasMarkup(text) ? stripMarkup(text) : text;
}
