import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

const choose = (page: Page, layout: string): Promise<string[]> => page.getByLabel('Layout', { exact: false }).first().selectOption({ label: layout });
const picture = (page: Page): Promise<Buffer> => page.locator('.picture').screenshot();

describe.skipIf(!hasChromium)('layouts', () => {
  const viewer = useViewer();

  it('draws circle, communities and world map, each another picture, and keeps the choice in the link', async () => {
    const { page, complaints } = await viewer.open();
    const seen = [await picture(page)];
    for (const layout of ['circle', 'community', 'world map']) {
      await choose(page, layout);
      await page.waitForTimeout(700);
      const now = await picture(page);
      for (const other of seen) expect(now.equals(other)).toBe(false);
      seen.push(now);
    }
    await page.waitForURL((url) => url.hash.includes('layout=map'));
    expect(await axeFindings(page)).toEqual([]);
    await choose(page, 'as computed');
    await page.waitForURL((url) => !url.hash.includes('layout='));
    expect(complaints).toEqual([]);
  });

  it('runs ForceAtlas2 in a worker under the page’s policy, to be paused and played', async () => {
    const { page, complaints } = await viewer.open();
    const worker = page.waitForEvent('worker');
    await choose(page, 'ForceAtlas2, live');
    expect((await worker).url()).toMatch(/^blob:/);
    // On a slow machine the layout may have come to rest by itself before it can be paused.
    await page.getByRole('button', { name: /(Pause|Play) layout/ }).waitFor();
    await page.getByRole('button', { name: 'Pause layout' }).click({ timeout: 5000 }).catch(() => undefined);
    const play = page.getByRole('button', { name: 'Play layout' });
    await play.waitFor();
    const rest = await picture(page);
    await play.click();
    await play.waitFor();
    expect((await picture(page)).equals(rest)).toBe(false);
    await choose(page, 'circle');
    expect(await play.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
