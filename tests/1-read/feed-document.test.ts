import { describe, expect, it } from 'vitest';
import { feedLinks } from '../../src/1-read/feed-links.ts';
import { readFeedDocument } from '../../src/1-read/feed.ts';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const rss = (item: string, channel = ''): string => `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Northern Wire</title>${channel}<item>${item}</item></channel></rss>`;

describe('a feed', () => {
  it.each([
    ['a long content', `<content:encoded>${words(80)}.</content:encoded>`, true],
    ['a content that breaks off', `<content:encoded>${words(80)} …</content:encoded>`, false],
    ['a content that invites to go on', `<content:encoded><![CDATA[<p>${words(80)}</p><p><a href="/x">Continue reading</a></p>]]></content:encoded>`, false],
    ['a short content', `<content:encoded>${words(20)}</content:encoded>`, false],
    ['a long description', `<description>${words(200)}</description>`, true],
    ['a description', `<description>${words(80)}</description>`, false],
    ['nothing', '<title>x</title>', false],
  ])('has the whole story in %s: %s', (_, item, isWhole) => {
    expect(readFeedDocument(rss(item), 'feed').items.map(({ whole }) => whole)).toEqual([isWhole]);
  });

  it.each([
    ['<ttl>45</ttl>', 45],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 360],
    ['<ttl>10</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60],
    ['<ttl>soon</ttl><sy:updatePeriod>often</sy:updatePeriod>', undefined],
    ['', undefined],
  ])('says how often it changes: %s', (channel, minutes) => {
    expect(readFeedDocument(rss('', channel), 'feed').everyMinutes).toBe(minutes);
  });

  it('names its items, whatever its format', () => {
    const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>A</title><updated>2025-01-01T00:00:00Z</updated><entry><id>urn:1</id><link href="http://x.example/1"/></entry></feed>';
    const rdf = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://x.example"><title>R</title></channel><item rdf:about="urn:2"><title>T</title><link>http://x.example/2</link></item></rdf:RDF>';
    const json = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'J', items: [{ id: '3', url: 'http://x.example/3', title: 'T', content_html: `<p>${words(70)}</p>`, date_published: '2025-03-03T10:00:00Z' }] });
    const found = [atom, rdf, json, rss('<guid>4</guid><link>/4</link>')].flatMap((text) => readFeedDocument(text, 'feed').items);
    expect(found.map(({ id, draft }) => [id, draft.url])).toEqual([['urn:1', 'http://x.example/1'], ['urn:2', 'http://x.example/2'], ['3', 'http://x.example/3'], ['4', '/4']]);
    expect(found[2]).toMatchObject({ whole: true, draft: { text: words(70), published: '2025-03-03', outlet: 'J' } });
  });
});

describe('a page', () => {
  it('names its feeds in its head', () => {
    const html = `<html><head><link rel='alternate' type="application/rss+xml" href="/feed.xml?a=1&amp;b=2"><link rel="alternate" type="text/html" href="/en"><link rel="stylesheet" href="x.css">
      <link rel="alternate" type="application/atom+xml" href="https://other.example/atom"><link rel=alternate type=application/feed+json href="file:///x"></head></html>`;
    expect(feedLinks(html, 'http://news.example/a/')).toEqual(['http://news.example/feed.xml?a=1&b=2', 'https://other.example/atom']);
    expect(feedLinks('<p>none</p>', 'http://news.example/')).toEqual([]);
  });
});
