import { describe, expect, it } from 'vitest';
import { bench, FEED, MINUTE, rss, whole, type Reply } from './site.ts';

const at = (bench: { clock: { time: number } }, time: number | undefined): number => ((time ?? 0) - bench.clock.time) / MINUTE;

describe('a feed', () => {
  it('is asked only for what is new, and read again once it has changed', async () => {
    let version = '"1"';
    let body = rss([whole('one')]);
    const b = await bench({
      'news.example/feed.xml': (headers) => (headers['if-none-match'] === version ? { status: 304 } : { headers: { etag: version, 'last-modified': 'Thu, 09 Jan 2025 11:00:00 GMT' }, body }),
    });
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 1 }]);
    expect(await b.round()).toMatchObject([{ outcome: 'unchanged', added: 0 }]);
    expect(b.site.headers.at(-1)).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': 'Thu, 09 Jan 2025 11:00:00 GMT', 'user-agent': 'dragoman/0 (+test)' });
    [version, body] = ['"2"', rss([whole('two'), whole('one')])];
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 1 }]);
    expect(b.stories().map(({ title, source, outlet }) => [title, source, outlet])).toEqual([['About one', FEED, 'Northern Wire'], ['About two', FEED, 'Northern Wire']]);
  });

  it('is left alone until it is due, by its own wishes too', async () => {
    const replies: Reply[] = [
      { body: rss([], '<ttl>90</ttl>') },
      { body: rss([], '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>1</sy:updateFrequency>'), headers: { 'cache-control': 'public, max-age=7200' } },
      { body: rss([], '<ttl>10</ttl>') },
      { body: rss([], '<ttl>99999999</ttl>') },
    ];
    const b = await bench({ 'news.example/feed.xml': () => replies.shift() ?? { status: 304 } });
    const pauses: number[] = [];
    for (let poll = 0; poll < 4; poll++) pauses.push(at(b, (await b.round())[0]?.nextPoll));
    expect(pauses).toEqual([90, 120, 30, 24 * 60]);
    expect(await b.reader().round(() => undefined)).toEqual([]);
  });
});

describe('a feed in trouble', () => {
  it('is tried less and less often while it fails, and goes on as before when it is back', async () => {
    let status = 500;
    const b = await bench({ 'news.example/feed.xml': () => (status === 200 ? { body: rss([whole('one')]) } : { status }) });
    const pauses: number[] = [];
    for (let poll = 0; poll < 8; poll++) {
      const [report] = await b.round();
      expect(report).toMatchObject({ outcome: 'failed', error: { code: 'E_FETCH', message: `${FEED}: could not be fetched: HTTP 500` } });
      pauses.push(at(b, report?.nextPoll));
    }
    expect(pauses).toEqual([60, 120, 240, 480, 960, 1440, 1440, 1440]);
    status = 200;
    const [report] = await b.round();
    expect(report).toMatchObject({ outcome: 'read', added: 1 });
    expect(at(b, report?.nextPoll)).toBe(30);
  });

  it.each([['10800', 180], ['Thu, 09 Jan 2025 18:00:00 GMT', 6 * 60], ['60', 60], ['soon', 60]])('is left alone as long as Retry-After asks: %s', async (value, minutes) => {
    const b = await bench({ 'news.example/feed.xml': { status: 429, headers: { 'retry-after': value } } });
    const [report] = await b.round();
    expect(Math.round(at(b, report?.nextPoll))).toBe(minutes);
  });
});

describe('a feed that moves', () => {
  it('is asked at its new address where it has moved for good, and keeps the old name for its stories', async () => {
    const b = await bench({
      'news.example/feed.xml': { status: 301, headers: { location: 'https://wire.example/rss' } },
      'wire.example/rss': { status: 308, headers: { location: '/rss.xml' } },
      'wire.example/rss.xml': { body: rss([whole('one')]) },
    });
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 1, movedTo: 'https://wire.example/rss.xml' }]);
    expect(b.subscriptions.all()).toEqual([{ url: 'https://wire.example/rss.xml', from: FEED }]);
    expect(b.stories()).toMatchObject([{ source: FEED }]);
    b.site.asked.length = 0;
    expect(await b.round()).toMatchObject([{ url: 'https://wire.example/rss.xml', added: 0 }]);
    expect(b.site.asked).toEqual(['wire.example/rss.xml']);
    expect(b.subscriptions.find(FEED)).toMatchObject({ url: 'https://wire.example/rss.xml' });
  });

  it('keeps its address where the redirect is for now, or leads to no feed', async () => {
    const b = await bench({
      'news.example/feed.xml': { status: 302, headers: { location: '/today.xml' } },
      'news.example/today.xml': { body: rss([]) },
      'parked.example/feed.xml': { status: 301, headers: { location: '/' } },
      'parked.example/': { body: '<html><body>This name is for sale.</body></html>' },
    }, [FEED, 'http://parked.example/feed.xml']);
    const reports = await b.round();
    expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(['failed', 'read']);
    expect(b.subscriptions.all().map(({ url }) => url)).toEqual([FEED, 'http://parked.example/feed.xml']);
  });

  it('becomes one with another that it has moved to', async () => {
    const b = await bench({
      'news.example/feed.xml': { status: 301, headers: { location: 'http://news.example/new.xml' } }, 'news.example/new.xml': { body: rss([whole('one')]) },
    }, [FEED, 'http://news.example/new.xml']);
    await b.round();
    expect(b.subscriptions.all().map(({ url }) => url)).toEqual(['http://news.example/new.xml']);
  });

  it('out of the world is read no more; its stories stay', async () => {
    let isGone = false;
    const b = await bench({ 'news.example/feed.xml': () => (isGone ? { status: 410 } : { body: rss([whole('one')]) }) });
    await b.round();
    isGone = true;
    expect(await b.round()).toMatchObject([{ outcome: 'gone' }]);
    expect(b.subscriptions.all()).toEqual([]);
    expect(b.stories()).toHaveLength(1);
  });
});

describe('many feeds', () => {
  it('of one host are asked one after the other, with a pause, and one that fails stops no other', async () => {
    let open = 0;
    const paths = Array.from({ length: 6 }, (_, index) => `/${index}.xml`);
    const b = await bench({}, paths.map((path) => `http://news.example${path}`));
    for (const path of paths) b.site.routes[`news.example${path}`] = path === '/3.xml' ? { body: 'no feed' } : { body: rss([whole(path)]) };
    const counting: typeof fetch = async (input, init) => {
      expect(++open).toBe(1);
      try {
        return await b.site.fetch(input, init);
      } finally {
        open--;
      }
    };
    const reports = await b.round({ fetch: counting });
    expect(reports.map(({ outcome }) => outcome).toSorted()).toEqual(['failed', 'read', 'read', 'read', 'read', 'read']);
    // The rules of the host, then six feeds: a second before each.
    expect(b.clock.pauses).toEqual(Array.from({ length: 6 }, () => 1000));
  });

  it('are read as far as the user lets them be', async () => {
    const controller = new AbortController();
    const b = await bench({ 'news.example/a.xml': () => { controller.abort(); return { body: rss([whole('a')]) }; }, 'news.example/b.xml': { body: rss([whole('b')]) } }, ['http://news.example/a.xml', 'http://news.example/b.xml']);
    const reports = await b.round({ signal: controller.signal });
    expect(reports.map(({ outcome, added }) => [outcome, added])).toEqual(expect.arrayContaining([['read', 1], ['interrupted', 0]]));
    expect((await b.reader().round(() => undefined)).map(({ url, added }) => [url, added])).toEqual([['http://news.example/b.xml', 1]]);
    expect(b.stories()).toHaveLength(2);
  });

  it('hold their place in a file that people can read', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([whole('one')]) } }, []);
    expect(await b.reader().subscribe(FEED)).toMatchObject({ outcome: 'subscribed', url: FEED, title: 'Northern Wire', report: { added: 1 } });
    expect(await b.reader().subscribe(FEED)).toEqual({ outcome: 'known', url: FEED });
    expect(b.subscriptions.all()).toEqual([{ url: FEED, title: 'Northern Wire' }]);
  });
});
