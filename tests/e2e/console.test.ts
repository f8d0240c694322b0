import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

describe.skipIf(!hasChromium)('the Cypher console', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-console-'));
  copyFileSync(fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url)), join(folder, 'graph.json'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const viewer = useViewer(join(folder, 'graph.json'));

  it('completes, answers with a table of links, brightens what it names, and says what is wrong', async () => {
    const { page, complaints } = await viewer.open();
    await page.getByRole('button', { name: 'Ask' }).click();
    const field = page.getByLabel('Cypher query');
    await field.fill('');
    await field.pressSequentially('MATCH (a)-[r:CRI');
    await page.getByRole('option', { name: 'CRITICISED' }).waitFor();
    await page.keyboard.press('Tab');
    await field.pressSequentially(']->(b) RETURN a, r, b');
    await page.keyboard.press('Control+Enter');
    const rows = page.locator('.console tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ask' }).focus();
    await rows.first().getByRole('link', { name: /^criticised/ }).click();
    expect(await page.locator('#panel-title').textContent()).toContain('criticised');
    await field.fill('MATCH (a) RETRN a');
    await page.getByRole('button', { name: 'Run' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('"RETRN" does not belong here');
    await page.getByLabel('Examples').selectOption({ label: 'Who met whom?' });
    await page.getByText('1 row', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    // The browser itself reports the answer 400 of the wrong query.
    expect(complaints.filter((line) => !line.includes('400'))).toEqual([]);
  });
});
