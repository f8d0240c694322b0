import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hasChromium, useViewer } from './browser.ts';

const shown = async (page: Page): Promise<number> => Number(/, (\d+) of/.exec((await page.locator('.shown').textContent())!)![1]);

describe.skipIf(!hasChromium)('time', () => {
  const viewer = useViewer();

  it('plays through the days to the end, and begins anew', async () => {
    const { page, complaints } = await viewer.open();
    const from = page.getByLabel('From', { exact: true });
    const seen: string[] = [];
    await page.getByRole('button', { name: 'Play through time' }).click();
    const isPlaying = page.getByRole('button', { name: 'Pause', exact: true });
    while (await isPlaying.count() > 0) {
      const day = await from.inputValue();
      if (day !== '' && day !== seen.at(-1)) seen.push(day);
      await page.waitForTimeout(100);
    }
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(seen.toSorted());
    await page.getByRole('button', { name: 'Play through time' }).click();
    await expect.poll(() => from.inputValue()).toBe(seen[0]);
    await isPlaying.click();
    expect(complaints).toEqual([]);
  });

  it('takes events without a date for those of their story’s day, where that is wanted', async () => {
    const { page } = await viewer.open({ path: '#days=2025-02-01/2025-02-28' });
    const before = await shown(page);
    const undated = page.getByLabel(/^Undated/);
    await undated.selectOption({ label: 'by story’s date' });
    const after = await shown(page);
    expect(after).toBeGreaterThan(before);
    await undated.selectOption({ label: 'kept' });
    expect(await shown(page)).toBeGreaterThan(after);
    await page.waitForURL((url) => url.hash.includes('undated=keep'));
    await page.getByRole('button', { name: 'Undo filter' }).click();
    expect(await shown(page)).toBe(after);
  });
});
