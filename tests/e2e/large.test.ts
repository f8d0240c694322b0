import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeGraph } from '../../graph/file.ts';
import { syntheticGraph } from '../../scripts/bench/synthetic-graph.ts';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

describe.skipIf(!hasChromium)('a large graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-large-'));
  const graphPath = join(folder, 'graph.json');
  if (hasChromium) writeGraph(syntheticGraph({ nodes: 3000, edges: 21_000 }), graphPath);
  afterAll(() => rmSync(folder, { recursive: true }));
  const viewer = useViewer(graphPath);

  it('opens at its most important part, says so, loads more and all, and keeps all in the link', async () => {
    const { page, complaints } = await viewer.open();
    const line = page.locator('.part-line');
    expect(await line.textContent()).toMatch(/^The most mentioned [\d,]+ of 3,000 nodes are loaded, with (4,9\d\d|5,000) of 21,000 edges\./);
    expect(await axeFindings(page)).toEqual([]);
    await line.getByRole('button', { name: /^Load up to 1?9,|^Load up to 20,/ }).click();
    await line.getByText(/with (19,|20,)\d+ of 21,000 edges/).waitFor();
    await line.getByRole('button', { name: 'Load all 21,000 edges' }).click();
    await page.getByText('21,000 of 21,000 edges shown').waitFor();
    expect(await line.count()).toBe(0);
    expect(page.url()).toContain('load=whole');
    await page.reload();
    await page.getByText('21,000 of 21,000 edges shown').waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens whole for a link to what lies outside of that part', async () => {
    const { page } = await viewer.open({ path: '#node=event:actor-2995' });
    expect(await page.locator('#panel-title').textContent()).toContain('Actor 2995');
    expect(await page.locator('.shown').textContent()).toContain('21,000 of 21,000 edges');
  });
});
