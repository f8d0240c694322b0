import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium, useViewer } from './browser.ts';

const MOST_BYTES = 300_000;

describe.skipIf(!hasChromium)('what is loaded when', () => {
  const viewer = useViewer();

  /** The scripts that a page has asked for, by the beginning of their names. */
  const scripts = async (page: Page): Promise<{ name: string; url: string }[]> => {
    const urls = await page.evaluate<string[]>("performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))");
    return urls.map((url) => ({ url, name: /([a-z0-9]+)(?:-[^/]*)?$/.exec(url)![1]! }));
  };

  it('keeps the first load small, and loads console, map, layout and writers when they are first used', async () => {
    const { page } = await viewer.open();
    const first = await scripts(page);
    const sizes = await Promise.all(first.map(async ({ url }) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
    expect(first.map(({ name }) => name)).toEqual(['index']);
    const after = async (act: () => Promise<unknown>, part: string): Promise<void> => {
      await act();
      await expect.poll(async () => (await scripts(page)).map(({ name }) => name)).toContain(part);
    };
    await after(() => page.getByRole('button', { name: 'Ask' }).click(), 'console');
    await after(() => page.getByLabel('Layout').first().selectOption('map'), 'countries');
    await after(() => page.getByLabel('Layout').first().selectOption('force'), 'force');
    await after(() => Promise.all([page.waitForEvent('download'), page.getByLabel('Take away').selectOption('gexf')]), 'export');
  });
});
