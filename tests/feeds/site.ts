// A server on this machine that plays the sites of the world, a clock that does not wait, and a project that reads their feeds.

import { createServer, type IncomingHttpHeaders } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { FeedReader, Subscriptions, type Clock, type FeedOptions, type PollReport } from '../../src/feeds/index.ts';
import type { Story } from '../../src/model/story.ts';
import { initProject, StoryStore, type Project } from '../../src/project/index.ts';

export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a path of a host answers with; `"news.example/feed.xml"`. */
export type Routes = Record<string, Reply | ((headers: IncomingHttpHeaders) => Reply)>;

export interface Site {
  readonly routes: Routes;
  /** "news.example/feed.xml" of each request, in their order. */
  readonly asked: string[];
  readonly headers: IncomingHttpHeaders[];
  /** Brings requests for any host to the server. */
  readonly fetch: typeof fetch;
}

export async function startSite(routes: Routes): Promise<Site> {
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const name = `${String(request.headers['x-host'])}${request.url ?? ''}`;
    asked.push(name);
    headers.push(request.headers);
    const route = routes[name] ?? { status: 404 };
    const { status = 200, headers: own = {}, body = '' } = typeof route === 'function' ? route(request.headers) : route;
    response.writeHead(status, own).end(body);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  onTestFinished(() => { server.closeAllConnections(); server.close(); });
  const { port } = server.address() as AddressInfo;
  const get: typeof fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, { ...init, headers: { ...init?.headers as Record<string, string>, 'x-host': url.host } });
  };
  return { routes, asked, headers, fetch: get };
}

/** A clock that jumps over what it is asked to wait. */
export function jumpingClock(): Clock & { time: number; readonly pauses: number[] } {
  const clock = {
    time: Date.UTC(2025, 0, 9, 12),
    pauses: [] as number[],
    now: () => clock.time,
    sleep: (ms: number) => {
      if (ms > 0) clock.pauses.push(ms);
      clock.time += Math.max(0, ms);
      return Promise.resolve();
    },
  };
  return clock;
}

export const MINUTE = 60_000;
export const FEED = 'http://news.example/feed.xml';

export interface Bench {
  readonly site: Site;
  readonly project: Project;
  readonly clock: ReturnType<typeof jumpingClock>;
  readonly subscriptions: Subscriptions;
  /** One that knows only what is on the disk, as after a restart. */
  reader(options?: Partial<FeedOptions>): FeedReader;
  /** Lets time pass until the next reading is due, and makes it with a new reader. */
  round(options?: Partial<FeedOptions>): Promise<readonly PollReport[]>;
  stories(): Story[];
}

/** A project that reads `FEED`, or the feeds given. */
export async function bench(routes: Routes, feeds: readonly string[] = [FEED]): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-feeds-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  const { project } = initProject(folder);
  const site = await startSite(routes);
  const clock = jumpingClock();
  const subscriptions = new Subscriptions(project);
  for (const url of feeds) await subscriptions.add({ url });
  const lookup = (name: string): Promise<string[]> => Promise.resolve([name.startsWith('intranet') ? '10.0.0.7' : '93.184.216.34']);
  const reader = (options: Partial<FeedOptions> = {}): FeedReader =>
    new FeedReader(project, { userAgent: 'dragoman/0 (+test)', signal: new AbortController().signal, clock, fetch: site.fetch, lookup, ...options });
  return {
    site, project, clock, subscriptions, reader,
    round: async (options) => {
      const one = reader(options);
      clock.time = Math.max(clock.time, ...one.nextPolls().values());
      return one.round(() => undefined);
    },
    stories: () => [...new StoryStore(project).all(() => { throw new Error('a damaged story'); })].sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

export interface Item {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly description?: string;
  readonly content?: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** An RSS feed of these items. */
export function rss(items: readonly Item[], channel = ''): string {
  const field = (name: string, value: string | undefined): string => (value === undefined ? '' : `<${name}>${escape(value)}</${name}>`);
  const xml = items.map(({ id, title, link, description, content }) =>
    `<item>${field('guid', id)}${field('title', title)}${field('link', link)}${field('description', description)}${field('content:encoded', content)}</item>`);
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">`
    + `<channel><title>Northern Wire</title>${channel}${xml.join('')}</channel></rss>`;
}

/** A story's text of more than 60 words about something. */
export function longText(about: string): string {
  return `Norway thanked Kenya for its help with ${about} on Monday, the foreign ministry in Oslo said in a statement. Officials of both countries had met twice in the week before, `
    + 'and they agreed that the work should go on for another year at the least. Zambia, which had sent observers, criticised the price of fish. '
    + 'A spokesman in Nairobi said that the ministers would meet again in the spring, once the harbour had been opened to ships from the north.';
}

/** An item whose whole text is in the feed. */
export const whole = (name: string): Item => ({ id: name, title: `About ${name}`, content: `<p>${longText(name)}</p>` });

/** An item with a teaser, whose story is at `/name.html`. */
export const teaser = (name: string, link = `/${name}.html`): Item => ({ id: name, title: `About ${name}`, link, description: `Norway thanked Kenya for its help with ${name} …` });

export function page(name: string): Reply {
  return { headers: { 'content-type': 'text/html' }, body: `<html><head><title>About ${name}</title></head><body><article><h1>About ${name}</h1>${longText(name).split('. ').map((sentence) => `<p>${sentence}.</p>`).join('')}</article></body></html>` };
}
