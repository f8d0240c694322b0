import { copyFileSync, mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

const saved = (page: Page): Promise<void> => page.getByText('Saved in corrections.json').waitFor();
const title = (page: Page): Promise<string | null> => page.locator('#panel-title').textContent();

describe.skipIf(!hasChromium)('correcting a graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-correct-'));
  const kept = join(folder, 'corrections.json');
  copyFileSync(fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url)), join(folder, 'graph.json'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(() => rmSync(kept, { force: true }));
  const viewer = useViewer(join(folder, 'graph.json'));

  const corrections = (): unknown[] => (JSON.parse(readFileSync(kept, 'utf8')) as { corrections: unknown[] }).corrections;

  it('renames and retypes a node, keeps both over a reload, and takes them back', async () => {
    const { page, complaints } = await viewer.open({ path: '#node=militia:taliban' });
    await page.getByText('Correct …').click();
    await page.getByLabel('Name', { exact: true }).fill('Afghan Taliban');
    await page.getByRole('button', { name: 'Rename' }).click();
    await saved(page);
    expect(await title(page)).toContain('Afghan Taliban');
    await page.locator('.correct select').selectOption('Organisation');
    await page.getByRole('button', { name: 'Change type' }).click();
    await page.getByText('2 corrections').waitFor();
    await saved(page);
    expect(corrections()).toEqual([{ do: 'rename', node: 'militia:taliban', label: 'Afghan Taliban' }, { do: 'retype', node: 'militia:taliban', type: 'Organisation' }]);
    await page.reload();
    await page.locator('.picture canvas').first().waitFor();
    expect(await title(page)).toContain('Afghan Taliban');
    await page.getByRole('button', { name: '2 corrections' }).click();
    expect(await page.locator('.correction-list li').allTextContents()).toEqual(['Taliban renamed Afghan Taliban take back', 'Taliban is now of type Organisation take back']);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'take back' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    expect(await title(page)).toContain('Taliban');
    expect(await title(page)).not.toContain('Afghan');
    await page.getByRole('button', { name: 'Undo correction' }).click();
    expect(await title(page)).toContain('Afghan Taliban');
    expect(complaints).toEqual([]);
  });

  it('merges two nodes and goes on with the one that stays', async () => {
    const { page, complaints } = await viewer.open({ path: '#node=country:IL' });
    await page.getByText('Correct …').click();
    await page.getByRole('combobox', { name: /^The same as/ }).fill('pakis');
    await page.locator('#merge-hits').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Merge into Pakistan' }).click();
    await saved(page);
    expect(await title(page)).toContain('Pakistan');
    expect(await page.locator('.aliases').textContent()).toContain('Israel');
    expect(await page.locator('.shown').textContent()).toMatch(/^14 nodes/);
    await page.getByRole('button', { name: 'Undo correction' }).click();
    await page.getByText('0 corrections').waitFor();
    expect(await page.locator('.shown').textContent()).toMatch(/^15 nodes/);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    expect(await page.locator('.shown').textContent()).toMatch(/^14 nodes/);
    expect(complaints).toEqual([]);
  });

  it('rejects an edge and notes why', async () => {
    const { page } = await viewer.open({ path: '#node=country:AF' });
    await page.locator('#details').getByRole('link', { name: /^borders/ }).first().click();
    await page.getByText('Correct …').click();
    await page.getByLabel('Note', { exact: true }).fill('<b>checked</b>');
    await page.getByRole('button', { name: 'Add note' }).click();
    expect(await page.locator('.notes').textContent()).toBe('<b>checked</b>');
    await page.getByText('Correct …').click({ trial: true });
    await page.getByRole('button', { name: 'Reject this edge' }).click();
    await saved(page);
    expect(await page.locator('.shown').textContent()).toMatch(/24 of 24 edges/);
    expect(existsSync(kept)).toBe(true);
    expect(corrections()).toHaveLength(2);
  });

  it('says when another page has saved meanwhile, and hands over what it holds', async () => {
    const { page } = await viewer.open({ path: '#node=country:AF' });
    await fetch(`${viewer.url()}corrections.json`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{"format":1,"corrections":[{"do":"note","node":"country:IR","text":"other"}]}' });
    await page.getByText('Correct …').click();
    await page.getByLabel('Note', { exact: true }).fill('mine');
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.getByText('Not saved: corrections.json has been changed meanwhile').waitFor();
    expect(corrections()).toHaveLength(1);
    await page.getByRole('button', { name: '1 correction' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download corrections.json' }).click()]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('"mine"');
  });
});
