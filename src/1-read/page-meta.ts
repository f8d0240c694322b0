// What a page states of itself for search engines and social networks: Open Graph, schema.org in JSON-LD, Dublin Core, plain meta tags.

import type { PageDocument, PageElement } from './dom.ts';
import { MONTH_PATTERN, parseDate, WEEKDAY_PATTERN } from './date.ts';
import { isPageFurniture } from './furniture.ts';
import { normaliseText } from './plain-text.ts';
import { fieldText, nameOf, recordsIn } from './record-fields.ts';

export interface PageMeta {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** The whole article as JSON-LD gives it, where it does. */
  readonly articleBody?: string | undefined;
}

const ARTICLE_TYPE = /(?:Article|Report|BlogPosting|Newspaper)$/;

export function readPageMeta(document: PageDocument): PageMeta {
  const tags = readTags(document);
  const tag = (...names: readonly string[]): string | undefined => names.map((name) => tags.get(name)).find((value) => value !== undefined);
  const article = readJsonLd(document);
  const time = document.querySelector('time[datetime]')?.getAttribute('datetime') ?? undefined;
  const dates = [fieldText(article, 'datePublished'), tag('article:published_time', 'og:article:published_time', 'datepublished', 'date', 'dc.date',
    'dcterms.date', 'dc.date.issued', 'dcterms.created', 'pubdate', 'publishdate', 'publish-date', 'publication_date', 'parsely-pub-date', 'sailthru.date',
    'cxenseparse:recs:publishtime', 'citation_publication_date', 'article.published'), time];
  const author = nameOf(article?.['author']) ?? tag('author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'sailthru.author', 'byl');
  return {
    title: fieldText(article, 'headline') ?? tag('og:title', 'twitter:title', 'dc.title', 'headline'),
    author: author === undefined || /^https?:/.test(author) ? undefined : author,
    outlet: [tag('og:site_name'), nameOf(article?.['publisher']), tag('dc.publisher', 'publisher', 'application-name', 'cre')].find((name) => name !== undefined && !/^https?:/.test(name)),
    published: dates.map((date) => parseDate(date ?? '')).find((date) => date !== undefined),
    url: absolute(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? undefined) ?? absolute(tag('og:url')) ?? absolute(fieldText(article, 'url')),
    articleBody: fieldText(article, 'articleBody'),
  };
}

/** The day in an address such as https://wire.example/2015/03/18/talks. */
export function dateOfPath(url: string | undefined): string | undefined {
  const path = /\/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)\//.exec(url ?? '');
  return path === null ? undefined : parseDate(path.slice(1).join('-'));
}

/** A byline without "By" and the date that stands beside it; absent where it is no name. */
export function authorName(byline: string | undefined): string | undefined {
  const line = byline === undefined ? undefined : normaliseText(byline).replace(/\s+/g, ' ').replace(/^by\s+/i, '');
  const day = new RegExp(`[\\s,|•·-]*(?:${WEEKDAY_PATTERN},? )?(?:${MONTH_PATTERN} \\d|\\d{1,2} ${MONTH_PATTERN} \\d).*$`);
  const name = line?.replace(day, '');
  return name === undefined || name === '' || name.length > 120 || /\d{2}/.test(name) || isPageFurniture(name) || /^(?:follow|last updated|published)\b/i.test(name) ? undefined : name;
}

function absolute(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
}

function readTags(document: PageDocument): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').toLowerCase().trim();
    const content = meta.getAttribute('content')?.trim() ?? '';
    if (name !== '' && content !== '' && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

/** The first article among the page's JSON-LD blocks; a broken block counts for nothing. */
function readJsonLd(document: PageDocument): Readonly<Record<string, unknown>> | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const record of parseBlock(script)) {
      const types = [record['@type']].flat();
      if (types.some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type))) return record;
    }
  }
  return undefined;
}

function parseBlock(script: PageElement): Readonly<Record<string, unknown>>[] {
  try {
    return recordsIn(JSON.parse(script.textContent ?? ''), ['@graph', 'mainEntity', 'mainEntityOfPage']);
  } catch {
    return [];
  }
}
