import { describe, expect, it } from 'vitest';
import { bench, FEED, MINUTE, page, rss, teaser, whole } from './site.ts';

const DAY = 24 * 60 * MINUTE;
const robots = (body: string): { body: string } => ({ body });
const feed = { body: rss([whole('one')]) };

describe('robots.txt', () => {
  it('keeps a feed from being asked for', async () => {
    const b = await bench({ 'news.example/robots.txt': robots('User-agent: *\nDisallow: /feed'), 'news.example/feed.xml': feed });
    const [report] = await b.round();
    expect(report).toMatchObject({ outcome: 'failed', error: { message: `${FEED}: could not be fetched: its robots.txt forbids it` } });
    expect((report?.nextPoll ?? 0) - b.clock.time).toBe(DAY);
    expect(b.site.asked).toEqual(['news.example/robots.txt']);
  });

  it('may name dragoman, which then need not care for the others', async () => {
    const b = await bench({ 'news.example/robots.txt': robots('\ufeffUser-agent: *\nDisallow: /\n\nUser-agent: Dragoman\nAllow: /'), 'news.example/feed.xml': feed });
    expect(await b.round()).toMatchObject([{ outcome: 'read' }]);
  });

  it('keeps a page from being fetched: the summary has to do', async () => {
    const b = await bench({
      'news.example/robots.txt': robots('User-agent: *\nDisallow: /paid/'), 'news.example/feed.xml': { body: rss([teaser('one', '/paid/one.html'), teaser('two')]) }, 'news.example/two.html': page('two'),
    });
    const [report] = await b.round();
    expect(report).toMatchObject({ added: 2, summaries: 1, waiting: 0, errors: [{ message: expect.stringMatching(/paid\/one\.html: .*robots\.txt forbids it/) as string }] });
    expect(b.site.asked).not.toContain('news.example/paid/one.html');
    expect(b.stories().map(({ text }) => text.length > 200)).toEqual([false, true]);
  });
});

describe('robots.txt that cannot be had', () => {
  it.each([[404, 'read'], [403, 'read'], [503, 'failed'], [500, 'failed'], [429, 'failed']])('that answers %i: the feed is %s', async (status, outcome) => {
    const b = await bench({ 'news.example/robots.txt': { status }, 'news.example/feed.xml': feed });
    const [report] = await b.round();
    expect(report?.outcome).toBe(outcome);
    expect(b.site.asked.includes('news.example/feed.xml')).toBe(outcome === 'read');
  });

  it('is looked at again once its server has recovered', async () => {
    let status = 503;
    const b = await bench({ 'news.example/robots.txt': () => ({ status }), 'news.example/feed.xml': feed });
    await b.round();
    status = 404;
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 1 }]);
  });

  it('is asked for once a day, and holds on while its server is in trouble', async () => {
    let reply: { status?: number; body?: string } = robots('User-agent: *\nDisallow: /private');
    const b = await bench({ 'news.example/robots.txt': () => reply, 'news.example/feed.xml': feed });
    await b.round();
    await b.round();
    expect(b.site.asked).toEqual(['news.example/robots.txt', 'news.example/feed.xml', 'news.example/feed.xml']);
    b.clock.time += DAY;
    reply = { status: 500 };
    expect(await b.round()).toMatchObject([{ outcome: 'read' }]);
    expect(b.site.asked.filter((name) => name.endsWith('robots.txt'))).toHaveLength(2);
  });
});

describe('robots.txt of a slow server, and of another', () => {
  it('says how long to wait between two requests', async () => {
    const b = await bench({ 'news.example/robots.txt': robots('User-agent: *\nCrawl-delay: 20'), 'news.example/feed.xml': { body: rss([teaser('one')]) }, 'news.example/one.html': page('one') });
    await b.round();
    expect(b.clock.pauses).toEqual([20_000, 20_000]);
  });

  it('counts for each server that a redirect leads to', async () => {
    const b = await bench({
      'news.example/feed.xml': { status: 302, headers: { location: 'http://other.example/feed.xml' } },
      'other.example/robots.txt': robots('User-agent: *\nDisallow: /'), 'other.example/feed.xml': feed,
    });
    expect(await b.round()).toMatchObject([{ outcome: 'failed', error: { message: expect.stringMatching(/robots\.txt forbids it/) as string } }]);
    expect(b.site.asked).not.toContain('other.example/feed.xml');
  });
});
