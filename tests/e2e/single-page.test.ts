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
});
