import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { watchFeeds, type PollReport } from '../../src/feeds/index.ts';
import { bench, MINUTE, rss, whole, type Bench } from './site.ts';

/** Watches until so many polls are done; tells the time of each in minutes, and how often a round ended. */
async function watch(b: Bench, polls: number, onPoll: (report: PollReport) => void = () => undefined): Promise<{ readonly at: number[]; readonly rounds: number }> {
  const controller = new AbortController();
  const started = b.clock.time;
  const at: number[] = [];
  let rounds = 0;
  const lookup = (): Promise<string[]> => Promise.resolve(['93.184.216.34']);
  await watchFeeds(b.project, {
    userAgent: 'dragoman/0', signal: controller.signal, clock: b.clock, fetch: b.site.fetch, lookup,
    onReport: (report) => {
      at.push(Math.round((b.clock.time - started) / MINUTE));
      onPoll(report);
      if (at.length >= polls) controller.abort();
    },
    onRound: () => { rounds++; return Promise.resolve(); },
  });
  return { at, rounds };
}

describe('watching', () => {
  it('reads each feed when it is due, and one that is added meanwhile', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([whole('one')]) }, 'slow.example/feed.xml': { body: rss([whole('two')], '<ttl>100</ttl>') } });
    const urls: string[] = [];
    const { at, rounds } = await watch(b, 5, ({ url }) => {
      urls.push(new URL(url).hostname);
      if (urls.length === 1) void b.subscriptions.add({ url: 'http://slow.example/feed.xml' });
    });
    expect(urls.filter((name) => name === 'slow.example')).toHaveLength(1);
    expect(at.filter((_, index) => urls[index] === 'news.example')).toEqual([0, 30, 60, 90]);
    expect(rounds).toBe(4);
    expect(b.stories()).toHaveLength(2);
  });

  it('is for a project with feeds', async () => {
    await expect(watch(await bench({}, []), 1)).rejects.toMatchObject({ code: 'E_NO_FEEDS' });
  });

  it('stops where the project cannot be written', async () => {
    const b = await bench({ 'news.example/feed.xml': { body: rss([whole('one')]) } });
    // A file where the folder of the stories should be.
    writeFileSync(join(b.project.store, 'stories'), '');
    await expect(watch(b, 1)).rejects.toMatchObject({ code: 'E_WRITE' });
  });
});
