import { parsePage } from './dom.ts';

/** Where a head with all its scripts has come to its end. */
const HEAD = 512 * 1024;
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/i;

/** The feeds that a page names in its head, as absolute http(s) addresses in the page's order. */
export function feedLinks(html: string, address: string): string[] {
  const tags = html.slice(0, HEAD).match(/<link\b[^>]{1,2000}>/gi) ?? [];
  const links = [...parsePage(tags.join('')).querySelectorAll('link[href]')];
  const feeds = links.filter((link) => /\balternate\b/i.test(link.getAttribute('rel') ?? '') && FEED_TYPE.test(link.getAttribute('type')?.trim() ?? ''));
  const found = feeds.map((link) => link.getAttribute('href') ?? '').filter((href) => URL.canParse(href, address)).map((href) => new URL(href, address).href);
  return [...new Set(found.filter((href) => /^https?:/.test(href)))];
}
