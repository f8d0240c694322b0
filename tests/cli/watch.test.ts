// Feeds as a user has them: the built command against a server on this machine, killed, interrupted and started twice.

import { createServer, type Server, type ServerResponse } from 'node:http';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GraphFile } from '../../graph/schema.ts';
import { page, rss, teaser, whole, type Item } from '../feeds/site.ts';
import { run, start, temporaryFolder, type Outcome } from './command.ts';

// A killed process keeps its lock for 5 seconds, and every request takes its pause.
vi.setConfig({ testTimeout: 120_000 });

const top = temporaryFolder();
let server: Server;
let site: string;
let folder: string;
let count = 0;
let items: readonly Item[] = [];
let asked: string[] = [];
/** Requests that the server is slow to answer: told of, and answered when the test says so. */
let held: { readonly path: string; readonly onAsked: (answer: () => void) => void } | undefined;

const cli = (...args: string[]): Promise<Outcome> => run(args, { cwd: folder });
const feed = (): string => `${site}/feed.xml`;
const store = (...names: string[]): string => join(folder, '.dragoman', ...names);

function answer(path: string, response: ServerResponse): void {
  if (path === '/feed.xml') response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(items));
  else if (path === '/other.xml') response.writeHead(200).end(rss([whole('other')]));
  else if (path === '/home.html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html><head><link rel="alternate" type="application/rss+xml" href="feed.xml"></head><body><p>Hello.</p></body></html>');
  else if (/^\/\w+\.html$/.test(path)) response.writeHead(200, page('').headers).end(page(path.slice(1, -5)).body);
  else response.writeHead(404).end();
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    if (held?.path === path) held.onAsked(() => { answer(path, response); });
    else answer(path, response);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(async () => {
  folder = join(top, `watch-${count++}`);
  mkdirSync(folder);
  [items, asked, held] = [[], [], undefined];
  await cli('init');
});

function stories(): string[] {
  const all = existsSync(store('stories')) ? readdirSync(store('stories'), { recursive: true, encoding: 'utf8' }) : [];
  return all.filter((name) => name.endsWith('.json')).map((name) => (JSON.parse(readFileSync(store('stories', name), 'utf8')) as { text: string }).text);
}

/** As if the time of the next reading had come. */
function makeDue(): void {
  for (const name of readdirSync(store('feeds'), { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.json'))) {
    writeFileSync(store('feeds', name), JSON.stringify({ ...JSON.parse(readFileSync(store('feeds', name), 'utf8')) as object, nextPoll: 0 }));
  }
}

/** A watch that runs until it is ended, and what it says. */
function startWatch(...args: string[]): { readonly says: (words: RegExp) => Promise<string>; readonly end: (signal: NodeJS.Signals) => Promise<number | null>; readonly said: () => string } {
  const child = start(['watch', ...args], folder);
  let said = '';
  const hears = new Set<() => void>();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const hear of hears) hear();
  });
  const closed = new Promise<number | null>((resolve) => { child.on('close', resolve); });
  return {
    said: () => said,
    says: (words) => new Promise((resolve, reject) => {
      const hear = (): void => {
        if (!words.test(said)) return;
        hears.delete(hear);
        resolve(said);
      };
      hears.add(hear);
      hear();
      void closed.then(() => { reject(new Error(`ended, having said: ${said}`)); });
    }),
    end: (signal) => {
      child.kill(signal);
      return closed;
    },
  };
}

describe('a feed in a project', () => {
  it('is read when it is added and whenever it is due, and brings each story once', async () => {
    items = [teaser('one'), whole('two')];
    const added = await cli('add', '--feed', feed(), '--json');
    expect(added).toMatchObject({ code: 0, stdout: '{"added":2,"known":0,"skipped":0,"failed":0,"feeds":1}\n' });
    expect(added.complaints).toEqual([`${feed()}: subscribed`, expect.stringMatching(/feed\.xml: 2 new stories; next at \d{4}-\d\d-\d\d \d\d:\d\d$/), expect.stringMatching(/: 2 stories added$/)]);
    expect(JSON.parse(readFileSync(store('feeds.json'), 'utf8'))).toEqual({ format: 1, feeds: [{ url: feed(), title: 'Northern Wire', local: true }] });
    expect(await cli('watch', '--once')).toMatchObject({ code: 0, complaints: [expect.stringMatching(/no feed is due yet$/)] });

    items = [teaser('three'), ...items];
    makeDue();
    expect(JSON.parse((await cli('watch', '--once', '--json')).stdout)).toEqual({ polled: 1, unchanged: 0, added: 1, skipped: 0, waiting: 0, failed: 0, gone: 0 });
    expect(stories()).toHaveLength(3);
    expect(asked.filter((path) => path === '/one.html')).toHaveLength(1);
    expect(asked.filter((path) => path === '/robots.txt')).toHaveLength(1);
  });

  it('is read no more when it is removed; its stories stay unless they are asked for', async () => {
    items = [whole('one'), whole('two')];
    await cli('add', '--feed', feed());
    const removed = await cli('remove', feed(), '--json');
    expect(removed).toMatchObject({ code: 0, stdout: `${JSON.stringify({ removed: 0, unknown: [], feeds: [feed()] })}\n`, complaints: [`${feed()}: read no more; its stories stay (2); dragoman remove ${feed()} takes them out`] });
    expect(await cli('watch', '--once')).toMatchObject({ code: 2, complaints: [expect.stringMatching(/no feeds to read \(subscribe to one with dragoman add --feed URL\)/)] });
    expect(stories()).toHaveLength(2);
    await cli('add', '--feed', feed());
    expect(await cli('remove', feed(), '--stories')).toMatchObject({ code: 0, complaints: [`${feed()}: read no more; its stories are removed`, expect.stringMatching(/: 2 stories removed$/)] });
    expect(stories()).toHaveLength(0);
  });

  it('builds the graph after a round that brought stories, and then only', async () => {
    items = [whole('one')];
    await cli('add', '--feed', feed(), '--no-pages');
    const graph = join(folder, 'week.json');
    const built = await cli('watch', '--once', '--build', '-o', 'week.json', '--workers', '1');
    expect(built).toMatchObject({ code: 0, complaints: [expect.stringMatching(/^week\.json: 1 story/), expect.stringMatching(/no feed is due yet/)] });
    expect((JSON.parse(readFileSync(graph, 'utf8')) as GraphFile).edges.map(({ key }) => key)).toContain('country:NO|PRAISED|country:KE|affirmed|asserted');
    makeDue();
    expect((await cli('watch', '--once', '--build', '-o', 'week.json')).complaints).toEqual([expect.stringMatching(/no new stories; next at/)]);
    items = [whole('two'), ...items];
    makeDue();
    expect((await cli('watch', '--once', '--build', '-o', 'week.json')).complaints).toEqual([expect.stringMatching(/1 new story/), expect.stringMatching(/^week\.json: 2 stories \(1 new\)/)]);
  });
});

describe('a watch that is killed', () => {
  it('in the middle of a round goes on with what is left, without loss or double', async () => {
    items = [whole('zero')];
    await cli('add', '--feed', feed());
    items = [teaser('three'), teaser('two'), teaser('one'), whole('zero')];
    makeDue();
    let watch: ReturnType<typeof startWatch> | undefined;
    const killed = new Promise<void>((resolve) => {
      held = { path: '/two.html', onAsked: () => { void watch?.end('SIGKILL').then(() => { resolve(); }); } };
    });
    watch = startWatch();
    await killed;
    expect(stories()).toHaveLength(2);
    held = undefined;
    const again = await cli('watch', '--once');
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/2 new stories/);
    expect(stories().map((text) => /its help with (\w+) on Monday/.exec(text)?.[1] ?? text).toSorted()).toEqual(['one', 'three', 'two', 'zero']);
    expect(asked.filter((path) => path === '/one.html')).toHaveLength(1);
  });

  it('between two rounds reads what has come since', async () => {
    items = [whole('one')];
    await cli('add', '--feed', feed());
    makeDue();
    const watch = startWatch();
    await watch.says(/no new stories/);
    await watch.end('SIGKILL');
    items = [whole('two'), ...items];
    makeDue();
    expect((await cli('watch', '--once')).stderr).toMatch(/1 new story/);
    expect(stories()).toHaveLength(2);
  });
});

describe('a watch', () => {
  it('is the only one of its project, and reads feeds that others add meanwhile', async () => {
    items = [whole('one')];
    await cli('add', '--feed', feed());
    makeDue();
    const watch = startWatch();
    await watch.says(/no new stories/);
    const [second, added] = await Promise.all([cli('watch', '--once'), cli('add', '--feed', `${site}/other.xml`)]);
    expect(second).toMatchObject({ code: 1, complaints: [expect.stringMatching(/another watch is at work in this project/)] });
    expect(added).toMatchObject({ code: 0, complaints: [`${site}/other.xml: subscribed; the watch that is at work here reads it`, expect.any(String)] });
    expect(await watch.end('SIGTERM')).toBe(0);
    expect((await cli('watch', '--once')).stderr).toMatch(/other\.xml: 1 new story/);
    expect(JSON.parse(readFileSync(store('feeds.json'), 'utf8'))).toMatchObject({ feeds: [{ url: feed() }, { url: `${site}/other.xml` }] });
  });

  it('that is interrupted ends after the request at hand, and keeps its story', async () => {
    items = [whole('zero')];
    await cli('add', '--feed', feed());
    items = [teaser('two'), teaser('one'), ...items];
    makeDue();
    let watch: ReturnType<typeof startWatch> | undefined;
    let ended: Promise<number | null> | undefined;
    const interrupted = new Promise<void>((resolve) => {
      held = {
        path: '/one.html',
        onAsked: (respond) => {
          ended = watch?.end('SIGINT');
          void watch?.says(/ends after the request at hand/).then(() => {
            respond();
            resolve();
          });
        },
      };
    });
    watch = startWatch();
    await interrupted;
    expect(await ended).toBe(0);
    expect(watch.said()).toMatch(/feed\.xml: interrupted after 1 new story; the next watch goes on\n$/);
    expect(stories()).toHaveLength(2);
    expect(asked).not.toContain('/two.html');
  });
});

describe('without sense', () => {
  it('every mistake is one line', async () => {
    const mistakes: readonly (readonly [args: string[], says: RegExp])[] = [
      [['add'], /no stories given: name files, folders or addresses, or feeds with --feed/],
      [['add', '--feed', 'feed.xml'], /--feed feed\.xml is not an http\(s\) address/],
      [['add', 'x.txt', '--no-pages'], /--no-pages goes with --feed/],
      [['add', '--feed', 'http://127.0.0.1:1/feed.xml'], /127\.0\.0\.1:1\/feed\.xml: could not be fetched/],
      [['watch'], /no feeds to read/],
      [['watch', '--json'], /--json goes with --once/],
      [['watch', '--interval', '0'], /--interval 0 is not a number of minutes from 1/],
      [['watch', '--workers', '2'], /--workers goes with --build/],
      [['watch', '--contact', 'a)b'], /--contact takes plain letters/],
    ];
    const outcomes = await Promise.all(mistakes.map(([args]) => cli(...args)));
    expect(outcomes.map(({ code, complaints }) => [code, complaints.length])).toEqual(mistakes.map(() => [2, 1]));
    expect(outcomes.map(({ stderr }) => stderr)).toEqual(mistakes.map(([, says]) => expect.stringMatching(says) as string));
  });

  it('a page that is no feed is named with the feed that it has', async () => {
    expect(await cli('add', '--feed', `${site}/home.html`)).toMatchObject({ code: 2, complaints: [`dragoman: ${site}/home.html: a page, whose feed is at ${feed()} (give the address of an RSS, Atom or JSON feed)`] });
    expect(existsSync(store('feeds.json'))).toBe(false);
    const mixed = await cli('add', '--feed', `${site}/other.xml`, `${site}/none.xml`);
    expect(mixed).toMatchObject({ code: 1, complaints: [expect.stringMatching(/subscribed/), expect.stringMatching(/1 new story/), expect.stringMatching(/none\.xml: could not be fetched: HTTP 404/), expect.stringMatching(/1 story added, 1 failed/)] });
  });

  it('a list of feeds that is damaged is said to be', async () => {
    writeFileSync(store('feeds.json'), '{"feeds": [');
    expect(await cli('watch', '--once')).toMatchObject({ code: 1, complaints: [expect.stringMatching(/feeds\.json: no list of feeds \(mend it and run again\)/)] });
  });
});
