import { describe, expect, it } from 'vitest';
import { bench, FEED, longText, page, rss, teaser, whole } from './site.ts';

describe('an item with a summary', () => {
  it('gets its story from its page, and what the page does not say from the feed', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([{ ...teaser('one'), title: 'About one' }]) }, 'news.example/one.html': { headers: { 'content-type': 'text/html' }, body: `<html><body><p>${longText('one')}</p></body></html>` } });
    expect(await b.round()).toMatchObject([{ added: 1, summaries: 0 }]);
    expect(b.stories()).toMatchObject([{ title: 'About one', outlet: 'Northern Wire', source: FEED, url: 'http://news.example/one.html', text: expect.stringContaining('criticised the price of fish') as string }]);
  });

  it('is not fetched again, nor by another feed, nor under another count of its readers', async () => {
    const b = await bench({
      'news.example/feed.xml': { body: rss([teaser('one')]) }, 'news.example/all.xml': { body: rss([{ ...teaser('one', '/one.html?utm_source=rss#top'), id: 'other' }]) }, 'news.example/one.html': page('one'),
    });
    await b.round();
    await b.subscriptions.add({ url: 'http://news.example/all.xml' });
    expect((await b.round()).map(({ added }) => added)).toEqual([0, 0]);
    expect(b.site.asked.filter((name) => name.startsWith('news.example/one.html'))).toHaveLength(1);
  });

  it('keeps its summary where pages are not wanted', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([teaser('one')]) }, 'news.example/one.html': page('one') });
    await b.round({ pages: false });
    expect(b.stories()).toMatchObject([{ text: 'Norway thanked Kenya for its help with one …', url: 'http://news.example/one.html' }]);
    expect(b.site.asked).not.toContain('news.example/one.html');
  });

  it('keeps its summary where the page is not to be had, or says less', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([teaser('gone'), teaser('short'), teaser('picture')]) }, 'news.example/short.html': { headers: { 'content-type': 'text/html' }, body: '<p>Please log in.</p>' }, 'news.example/picture.html': { headers: { 'content-type': 'image/png' }, body: 'x' } });
    const [report] = await b.round();
    expect(report).toMatchObject({ added: 3, summaries: 2, waiting: 0 });
    expect(report?.errors.map(({ message }) => message.replace(/^http:\/\/news\.example/, '')).toSorted()).toEqual([
      '/gone.html: could not be fetched: HTTP 404', '/picture.html: could not be fetched: it holds image/png, not text',
    ]);
    expect(b.stories()).toHaveLength(3);
  });
});

describe('an item whose page is not to be had', () => {
  it('is tried again while its server is in trouble, one request a poll, and the whole feed is asked for until then', async () => {
    let status = 503;
    const b = await bench({
      'news.example/feed.xml': (headers) => (headers['if-none-match'] ? { status: 304 } : { headers: { etag: '"1"' }, body: rss([teaser('one'), teaser('two')]) }),
      'news.example/one.html': () => (status === 200 ? page('one') : { status }), 'news.example/two.html': () => (status === 200 ? page('two') : { status }),
    });
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 0, waiting: 2, errors: [] }]);
    expect(b.site.asked.filter((name) => name.endsWith('.html'))).toHaveLength(1);
    status = 200;
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 2, waiting: 0 }]);
    expect(await b.round()).toMatchObject([{ outcome: 'unchanged' }]);
  });

  it('keeps its summary after four polls without its page', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([teaser('one')]) }, 'news.example/one.html': { status: 500 } });
    const waiting: (number | undefined)[] = [];
    for (let poll = 0; poll < 3; poll++) waiting.push((await b.round())[0]?.waiting);
    expect(waiting).toEqual([1, 1, 1]);
    expect(await b.round()).toMatchObject([{ added: 1, summaries: 1, waiting: 0 }]);
    await b.round();
    expect(b.site.asked.filter((name) => name.endsWith('.html'))).toHaveLength(4);
  });

  it('leaves a host alone that asks for it', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([teaser('one', 'http://slow.example/1'), teaser('two', 'http://slow.example/2')]) }, 'slow.example/2': { status: 429, headers: { 'retry-after': '3600' } }, 'slow.example/1': page('one') });
    const reader = b.reader();
    expect(await reader.round(() => undefined)).toMatchObject([{ waiting: 2 }]);
    b.clock.time += 30 * 60_000;
    expect(await reader.round(() => undefined)).toMatchObject([{ waiting: 2 }]);
    expect(b.site.asked.filter((name) => name === 'slow.example/2' || name === 'slow.example/1')).toEqual(['slow.example/2']);
    b.clock.time += 31 * 60_000;
    b.site.routes['slow.example/2'] = page('two');
    expect(await reader.round(() => undefined)).toMatchObject([{ waiting: 0, added: 2 }]);
  });
});

describe('items', () => {
  it('of a live blog share a page, and are stories of their own', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([{ ...whole('one'), link: '/live' }, { ...whole('two'), link: '/live' }]) } });
    expect(await b.round()).toMatchObject([{ added: 2 }]);
  });

  it('without a name or an address are known by their words', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([{ ...whole('one'), id: undefined } as never, { content: 'Der Minister hat am Montag in Berlin gesagt, dass die Hilfe für die Ukraine deutlich erhöht werden soll.' }]) } });
    expect(await b.round()).toMatchObject([{ added: 1, skipped: 1 }]);
    expect(await b.round()).toMatchObject([{ added: 0, skipped: 0 }]);
  });

  it('are at most a hundred pages a poll; the next one goes on', async () => {
    const names = Array.from({ length: 130 }, (_, index) => `n${index}`);
    const b = await bench({ 'news.example/feed.xml': { body: rss(names.map((name) => teaser(name))) } });
    for (const name of names) b.site.routes[`news.example/${name}.html`] = page(name);
    expect(await b.round()).toMatchObject([{ added: 100, waiting: 30 }]);
    expect(await b.round()).toMatchObject([{ added: 30, waiting: 0 }]);
    expect(b.stories()).toHaveLength(130);
  });
});
