import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPrivateAddress, isPrivateHost } from '../../src/feeds/private-hosts.ts';
import { bench, FEED, page, rss, teaser, whole } from './site.ts';

const laughs = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">${'bcdefghij'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'.charAt(at)};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&j;</title><item><guid>1</guid><description>&j;</description></item></channel></rss>`;

describe('a hostile feed', () => {
  it.each([
    ['larger than a page may be', 'x'.repeat(8_100_000), 'E_TOO_LARGE'],
    ['cut off', rss([whole('one')]).slice(0, 400), undefined],
    ['not a feed', '<html><body>hello</body></html>', 'E_FEED'],
    ['binary', `%PDF-1.4 ${'\u0000'.repeat(100)}`, 'E_BINARY'],
    ['empty', '', 'E_FEED'],
    ['nested without end', `<rss><channel>${'<item>'.repeat(200_000)}`, undefined],
    ['one that defines itself large', laughs, undefined],
    ['of items without anything', rss(Array.from({ length: 20_000 }, () => ({}))), undefined],
  ])('%s costs itself only', async (_, body, code) => {
    const b = await bench({ 'news.example/feed.xml': { body }, 'good.example/feed.xml': { body: rss([whole('good')]) } }, [FEED, 'http://good.example/feed.xml']);
    const reports = await b.round();
    expect(reports.find(({ url }) => url === 'http://good.example/feed.xml')).toMatchObject({ outcome: 'read', added: 1 });
    const report = reports.find(({ url }) => url === FEED);
    if (code) expect(report?.error?.code).toBe(code);
    expect(JSON.stringify(report).length).toBeLessThan(5000);
    expect(readdirSync(join(b.project.store, 'stories')).length).toBeLessThan(4);
  }, 60_000);

  it('leads to no file and no other scheme', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss(['file:///etc/passwd', 'ftp://news.example/x', 'javascript:alert(1)', 'data:text/html,hello'].map((link, at) => teaser(`n${at}`, link))) } });
    const [report] = await b.round();
    expect(report).toMatchObject({ added: 4, summaries: 4 });
    expect(report?.errors.every(({ message }) => message.includes('http(s) addresses only'))).toBe(true);
    expect(b.stories().every(({ url }) => url === undefined)).toBe(true);
    expect(b.site.asked).toEqual(['news.example/robots.txt', 'news.example/feed.xml']);
  });

  it.each(['http://127.0.0.1/x', 'http://localhost:8080/x', 'http://[::1]/x', 'http://[::ffff:10.0.0.1]/x', 'http://0x7f.1/x', 'http://169.254.169.254/latest/meta-data', 'http://intranet.corp/x', 'http://db.localhost/x'])
  ('does not lead into the network of this machine: %s', async (link) => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([teaser('one', link)]) } });
    expect(await b.round()).toMatchObject([{ added: 1, summaries: 1, errors: [{ code: 'E_FETCH', message: expect.stringMatching(/inside this machine's network/) as string }] }]);
    expect(b.site.asked).toEqual(['news.example/robots.txt', 'news.example/feed.xml']);
  });

  it.each(['http://127.0.0.1/x', 'http://intranet.corp/', 'file:///etc/passwd', 'http://me:secret@news.example/'])('does not lead there by a redirect either: %s', async (location) => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([teaser('one')]) }, 'news.example/one.html': { status: 302, headers: { location } }, 'moved.example/feed.xml': { status: 301, headers: { location } } }, [FEED, 'http://moved.example/feed.xml']);
    const reports = await b.round();
    expect(reports.map(({ outcome, summaries }) => `${outcome} ${summaries}`).toSorted()).toEqual(['failed 0', 'read 1']);
    expect(b.site.asked.filter((name) => !/^(news|moved)\.example/.test(name))).toEqual([]);
    expect(b.subscriptions.all().map(({ url }) => url)).toEqual([FEED, 'http://moved.example/feed.xml']);
  });
});

describe('a feed', () => {
  it('of this machine may lead to pages of this machine', async () => {
    const b = await bench({ '127.0.0.1/feed.xml': { body: rss([teaser('one')]) }, '127.0.0.1/one.html': page('one') }, []);
    expect(await b.reader().subscribe('http://127.0.0.1/feed.xml')).toMatchObject({ report: { added: 1, summaries: 0 } });
    expect(b.subscriptions.all()).toMatchObject([{ local: true }]);
  });

  it('of the world cannot pass for one of this machine, at once or later', async () => {
    const addresses = ['93.184.216.34', '127.0.0.1'];
    const b = await bench({ 'news.example/feed.xml': { body: rss([]) } }, []);
    const lookup = (): Promise<readonly string[]> => Promise.resolve(addresses);
    await expect(b.reader({ lookup }).subscribe(FEED)).rejects.toMatchObject({ code: 'E_FETCH', message: expect.stringMatching(/inside this machine's network/) as string });
    addresses.pop();
    await b.reader({ lookup }).subscribe(FEED);
    addresses[0] = '127.0.0.1';
    expect(await b.round({ lookup })).toMatchObject([{ outcome: 'failed', error: { message: expect.stringMatching(/inside this machine's network/) as string } }]);
  });

  it('cannot send requests round in a circle', async () => {
    const b = await bench({ 'news.example/feed.xml': { status: 302, headers: { location: '/feed.xml' } } });
    expect(await b.round()).toMatchObject([{ outcome: 'failed', error: { message: expect.stringMatching(/more than 5 redirects/) as string } }]);
    expect(b.site.asked).toHaveLength(7);
  });

  it('cannot have a header remembered that is none', async () => {
    const b = await bench({ 'news.example/feed.xml': (headers) => ({ headers: { etag: `"${'x'.repeat(5000)}"` }, body: rss([{ ...whole('one'), id: `__proto__${headers['if-none-match'] ?? ''}` }]) }) });
    await b.round();
    expect(await b.round()).toMatchObject([{ outcome: 'read', added: 0 }]);
  });
});

describe('an address', () => {
  it.each(['10.1.2.3', '172.31.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '224.0.0.1', '::1', '::', 'fd00::1', 'fe80::1', '::ffff:127.0.0.1'])('%s is private', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['93.184.216.34', '172.32.0.1', '8.8.8.8', '2606:2800:220:1::1', '::ffff:8.8.8.8'])('%s is public', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it('with any private meaning is private', async () => {
    const find = (addresses: readonly string[]) => (): Promise<readonly string[]> => Promise.resolve(addresses);
    expect(await isPrivateHost('news.example', find(['93.184.216.34', '10.0.0.1']))).toBe(true);
    expect(await isPrivateHost('news.example', find(['93.184.216.34']))).toBe(false);
    expect(await isPrivateHost('LOCALHOST.', find([]))).toBe(true);
  });
});
