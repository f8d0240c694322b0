import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { hasChromium, useViewer } from './browser.ts';

describe.skipIf(!hasChromium)('the single page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-page-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const viewer = useViewer();

  it('opens from the disk with the graph that stands in it, under its own strict policy', async () => {
    const template = readFileSync(join(viewer.folder, 'page.html'), 'utf8');
    const graph = readFileSync(new URL('../fixtures/small-graph.json', import.meta.url), 'utf8').replaceAll('<', '\\u003c');
    const place = '<script type="application/json" id="graph">';
    expect(template.split(place).length).toBe(2);
    expect(template).toMatch(/script-src 'sha256-[^']+' 'wasm-unsafe-eval'/);
    const file = join(folder, 'graph.html');
    writeFileSync(file, template.replace(place, () => place + graph));
    const { page, complaints } = await viewer.open();
    await page.goto(`${pathToFileURL(file).href}#node=country:IR`);
    await page.locator('.picture canvas').first().waitFor();
    expect(await page.locator('#panel-title').textContent()).toContain('Iran');
    await page.getByRole('link', { name: /^threatened|^criticised|^holds a role in/ }).first().click();
    expect(await page.locator('mark.trigger').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  it('is made of the view from within the page, and again from within what was made', async () => {
    const { page, complaints } = await viewer.open({ path: '#node=country:IR&only.edgeType=BORDERS&only.edgeType=WROTE_TO&layout=circle' });
    const take = async (name: string): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByLabel('Take away').selectOption('html')]);
      const file = join(folder, name);
      await download.saveAs(file);
      return file;
    };
    await page.goto(pathToFileURL(await take('first.html')).href);
    await page.locator('.picture canvas').first().waitFor();
    expect(await page.locator('#panel-title').textContent()).toContain('Iran');
    expect(await page.locator('.shown').textContent()).toMatch(/ 3 of 3 edges shown$/);
    await page.getByRole('button', { name: 'colours' }).click();
    const second = await take('second.html');
    const graphIn = (file: string): unknown => JSON.parse(/id="graph"[^>]*>([^<]*)</.exec(readFileSync(join(folder, file), 'utf8'))![1]!);
    expect(graphIn('second.html')).toEqual(graphIn('first.html'));
    await page.goto(`${pathToFileURL(second).href}#node=country:PK`);
    await page.locator('.picture canvas').first().waitFor();
    expect(await page.locator('#panel-title').textContent()).toContain('Pakistan');
    expect(complaints).toEqual([]);
  });
});
