import type { DraftMeta } from './draft.ts';
import { parseDate } from './date.ts';

export interface Label {
  readonly field: 'title' | 'published' | 'author' | 'outlet' | 'url' | 'dateline';
  readonly value: string;
}

const FIELDS: Readonly<Record<string, Label['field']>> = {
  title: 'title', headline: 'title', subject: 'title', heading: 'title',
  date: 'published', published: 'published', 'publication date': 'published', 'date published': 'published', pubdate: 'published', 'load-date': 'published',
  author: 'author', byline: 'author', by: 'author', reporter: 'author',
  source: 'outlet', outlet: 'outlet', publisher: 'outlet', publication: 'outlet', newspaper: 'outlet', agency: 'outlet', site: 'outlet',
  url: 'url', link: 'url', dateline: 'dateline', location: 'dateline',
};

/** What a line such as "Title: …" or "Source: Reuters" at the head of a text states. */
export function labelOf(line: string): Label | undefined {
  const match = /^([A-Za-z][A-Za-z -]{1,16}?)\s*:\s+(\S.*)$/.exec(line);
  const name = match?.[1]?.toLowerCase() ?? '';
  if (match === null || !Object.hasOwn(FIELDS, name)) return undefined;
  const field = FIELDS[name];
  const value = (match[2] ?? '').trim();
  if (field === undefined || value.length > 300 || (field === 'published' && parseDate(value) === undefined)) return undefined;
  if (field === 'url' && !/^https?:\/\//i.test(value)) return undefined;
  return { field, value };
}

/** What the labels say; the first of each kind counts. */
export function metaOfLabels(labels: readonly Label[]): DraftMeta {
  const value = (field: Label['field']): string | undefined => labels.find((label) => label.field === field)?.value;
  return {
    title: value('title'), author: value('author'), outlet: value('outlet'), url: value('url'), dateline: value('dateline'),
    published: parseDate(value('published') ?? ''),
  };
}
