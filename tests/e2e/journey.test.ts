import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { run, SAMPLES, temporaryFolder } from '../cli/command.ts';
import { hasChromium, useViewer } from './browser.ts';

const title = (page: Page): Promise<string | null> => page.locator('#panel-title').textContent();
const shown = (page: Page): Promise<string | null> => page.locator('.shown').textContent();

/** An afternoon's work with the graph of the sample stories, as it is built by the command. */
describe.skipIf(!hasChromium)('an afternoon', () => {
  const folder = temporaryFolder();
  const graphPath = join(folder, 'graph.json');
  beforeAll(async () => expect((await run(['build', SAMPLES, '-o', graphPath])).code).toBe(0));
  const viewer = useViewer(graphPath);

  it('finds Muttaqi, a week, a way between two who never met; merges, reloads, shares', async () => {
    const { page, complaints } = await viewer.open();
    const search = page.getByRole('combobox', { name: /^Search/ });
    await search.fill('mutaqi');
    await page.locator('#search-hits').getByRole('option').first().waitFor();
    await search.press('Enter');
    expect(await title(page)).toContain('Amir Khan Muttaqi');

    const connect = page.getByRole('combobox', { name: /^Connect/ });
    await connect.fill('araghchi');
    await page.locator('#connect-hits').getByRole('option').first().waitFor();
    await connect.press('Enter');
    const steps = Number(/(\d+) steps/.exec((await page.getByRole('heading', { name: /^Shortest paths/ }).textContent())!)![1]);
    const path = page.locator('.paths > li').first();
    expect(await path.locator('.step').count()).toBe(steps);
    expect(await path.locator('.step blockquote mark.trigger').count()).toBe(steps);
    await page.getByRole('button', { name: 'Close' }).click();

    const all = await shown(page);
    await page.getByLabel(/^Undated/).selectOption({ label: 'by story’s date' });
    await page.getByLabel('From', { exact: true }).fill('2025-01-13');
    await page.getByLabel('to', { exact: true }).fill('2025-01-19');
    const week = await shown(page);
    expect(week).not.toBe(all);
    await page.waitForURL((url) => url.hash.includes('days=2025-01-13'));

    await page.goto(`${viewer.url()}#node=person%3Aamir-khan-muttaqi&days=2025-01-13/2025-01-19&undated=story`);
    await page.reload();
    await page.getByText('Correct …').click();
    await page.getByRole('combobox', { name: /^The same as/ }).fill('vikram');
    await page.locator('#merge-hits').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Merge into Vikram Misri' }).click();
    await page.getByText('Saved in corrections.json').waitFor();
    expect(readFileSync(join(folder, 'corrections.json'), 'utf8')).toContain('{"do":"merge","node":"person:amir-khan-muttaqi","into":"person:vikram-misri"}');
    const merged = await shown(page);
    await page.reload();
    await page.locator('.picture canvas').first().waitFor();
    expect(await title(page)).toContain('Vikram Misri');
    expect(await page.locator('.aliases').textContent()).toContain('Amir Khan Muttaqi');
    expect(await shown(page)).toBe(merged);

    const { page: other } = await viewer.open({ path: new URL(page.url()).hash });
    expect(await title(other)).toContain('Vikram Misri');
    expect(await shown(other)).toBe(merged);
    expect(complaints).toEqual([]);

    // What the page has put right the commands know too, without a build.
    const { stdout } = await run(['query', "MATCH (n {key: 'person:amir-khan-muttaqi'}) RETURN n.name", graphPath, '--json']);
    expect(JSON.parse(stdout)).toEqual([]);
  });
});
