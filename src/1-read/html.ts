import { Readability } from '@mozilla/readability';

import { DragomanError } from '../errors.ts';
import type { Draft } from './draft.ts';
import { parseDate } from './date.ts';
import { blockText, parsePage, type PageDocument, type PageElement, type PageNode } from './dom.ts';
import { MAX_PAGE, megabytes } from './limits.ts';
import { authorName, dateOfPath, readPageMeta, type PageMeta } from './page-meta.ts';
import { normaliseText, wordCount } from './plain-text.ts';
import { endsLikeProse, isHeadlineLike } from './prose.ts';

/** An article of a page with several is one from here on; below, it is a teaser. */
const ARTICLE_WORDS = 60;
/** No page that people read comes near. */
const DEEPEST = 400;
/** Less than this found by Readability, and the page's own statement of the text is preferred. */
const SHORT_TEXT = 250;

/**
 * The stories of a page: its main text, or each of its articles where it holds several whole ones.
 * @throws DragomanError E_TOO_LARGE, or E_MALFORMED where the markup defeats the parser.
 */
export function readHtml(html: string, name: string, address?: string): Draft[] {
  if (html.length > MAX_PAGE) throw new DragomanError('E_TOO_LARGE', { what: name, size: `a page of ${megabytes(html.length)}`, cap: megabytes(MAX_PAGE) });
  if (nesting(html) > DEEPEST) throw new DragomanError('E_MALFORMED', { what: name, why: 'HTML that is nested too deep' });
  try {
    const document = parsePage(html);
    const meta = readPageMeta(document);
    const articles = severalArticles(document);
    return articles.length > 1
      ? articles.map((article, at) => articleDraft(article, meta, `${name} (story ${at + 1})`, address))
      : [pageDraft(document, meta, name, address)];
  } catch (cause) {
    if (cause instanceof DragomanError) throw cause;
    throw new DragomanError('E_MALFORMED', { what: name, why: 'HTML that cannot be read' }, { cause });
  }
}

/** How deep the elements that must be closed lie in each other; the parser's time grows with its square. */
function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [tag] of html.matchAll(/<\/?(?:div|span|section|article|blockquote|table|ul|ol|font|center|b|i|em|strong|a|form)\b/gi)) {
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function pageDraft(document: PageDocument, meta: PageMeta, name: string, address?: string): Draft {
  const heading = document.querySelector('h1')?.textContent ?? undefined;
  const pageTitle = document.querySelector('title')?.textContent ?? undefined;
  const fallback = (): string => blockText(document.querySelector('body') ?? document);
  dropLinkLists(document);
  const whole = fallback();
  const read = new Readability<PageNode>(document as never, { serializer: (node: unknown) => node as PageNode }).parse();
  const main = read?.content == null ? '' : blockText(read.content);
  const stated = meta.articleBody === undefined ? '' : normaliseText(meta.articleBody);
  const text = main.length < SHORT_TEXT && stated.length > main.length ? stated : main === '' ? whole : main;
  const outlet = meta.outlet ?? read?.siteName ?? undefined;
  const titles = [meta.title, read?.title, heading, pageTitle].map((title) => oneLine(title ?? undefined)).filter((title) => title !== undefined);
  const title = titles.find((candidate) => outlet === undefined || !outlet.toLowerCase().startsWith(candidate.toLowerCase()));
  const url = meta.url ?? address;
  return {
    text: withoutKickers(text), where: name, outlet, url,
    published: meta.published ?? dateOfPath(url),
    title: title === undefined ? undefined : withoutSiteName(title, outlet, oneLine(heading)),
    author: [meta.author, read?.byline ?? undefined].map(authorName).find((author) => author !== undefined),
  };
}

/** Without the labels above the first sentence: a section, "Exclusive", the number of a chapter. */
function withoutKickers(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => wordCount(line) > 3 || endsLikeProse(line));
  return first < 0 ? text : lines.slice(first).join('\n');
}

function articleDraft(article: PageElement, page: PageMeta, where: string, address?: string): Draft {
  const time = parseDate(article.querySelector('time[datetime]')?.getAttribute('datetime') ?? '');
  for (const stamp of article.querySelectorAll('time')) if (stamp.closest('p, li') === null) stamp.remove();
  return {
    text: blockText(article), where, outlet: page.outlet, url: address,
    title: oneLine(article.querySelector('h1, h2, h3')?.textContent ?? undefined), published: time ?? page.published,
  };
}

/** Articles beside each other, each with a heading and the length of a story. */
function severalArticles(document: PageDocument): PageElement[] {
  return [...document.querySelectorAll('article')].filter((article) => {
    const paragraphs = [...article.querySelectorAll('p')].map((paragraph) => paragraph.textContent ?? '');
    return article.querySelector('h1, h2, h3') !== null && article.querySelector('article') === null && wordCount(paragraphs.join(' ')) >= ARTICLE_WORDS;
  });
}

/** Takes out lines that are nothing but a link to another story. */
function dropLinkLists(document: PageDocument): void {
  for (const block of document.querySelectorAll('p, li')) {
    const text = oneLine(block.textContent ?? undefined);
    const link = block.querySelector('a[href]');
    if (text === undefined || link === null || oneLine(link.textContent ?? undefined) !== text) continue;
    if (isHeadlineLike(text) && !endsLikeProse(text)) block.remove();
  }
}

/** "Talks Resume | The Wire" without the name of the site, and without what follows the page's own heading. */
function withoutSiteName(title: string, outlet: string | undefined, heading: string | undefined): string {
  if (heading !== undefined && heading.length > 15 && title.startsWith(heading)) return heading;
  const tail = /\s+(?:[|»·•:]|[-–—])\s+([^|»]{2,60})$/.exec(title);
  const site = tail?.[1]?.toLowerCase() ?? '';
  const isSite = outlet !== undefined && site !== '' && (site.includes(outlet.toLowerCase()) || outlet.toLowerCase().includes(site));
  return tail !== null && isSite ? title.slice(0, tail.index) : title;
}

function oneLine(text: string | undefined): string | undefined {
  const line = normaliseText(text ?? '').replace(/\s+/g, ' ');
  return line === '' ? undefined : line;
}
