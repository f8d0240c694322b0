import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

const picture = (page: Page): Promise<Buffer> => page.locator('.picture').screenshot();
const shown = (page: Page): Promise<string | null> => page.locator('.shown').textContent();

/** Moves the pointer over the picture until it rests on a node. */
async function restOnNode(page: Page): Promise<void> {
  const box = (await page.locator('.picture').boundingBox())!;
  for (let y = box.y + 150; y < box.y + box.height - 150; y += 13) {
    for (let x = box.x + 60; x < box.x + box.width - 120; x += 11) {
      await page.mouse.move(x, y);
      if ((await page.locator('.picture').getAttribute('data-over')) === 'node') return;
    }
  }
  throw new Error('there is no node in the picture');
}

describe.skipIf(!hasChromium)('what one sees', () => {
  const viewer = useViewer();

  it('sums the graph up in one line, and dims all but what the pointer rests on', async () => {
    const { page, complaints } = await viewer.open();
    expect(await page.locator('.summary').textContent()).toMatch(/^\d+ stories · 15 actors and places · 25 edges · \d{4}-\d\d-\d\d – \d{4}-\d\d-\d\d$/);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(300);
    const before = await picture(page);
    await restOnNode(page);
    await page.waitForTimeout(300);
    expect((await picture(page)).equals(before)).toBe(false);
    await page.mouse.move(5, 5);
    await page.locator('.picture:not([data-over])').waitFor();
    expect(complaints).toEqual([]);
  });

  it('says what the colours of communities mean', async () => {
    const { page } = await viewer.open();
    const before = await picture(page);
    await page.getByLabel('Colour by').selectOption('community');
    const key = page.locator('.communities');
    expect(await key.getByRole('link').count()).toBeGreaterThan(1);
    await page.waitForTimeout(300);
    expect((await picture(page)).equals(before)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    const first = key.getByRole('link').first();
    const name = (await first.textContent())!;
    await first.click();
    expect(await page.locator('#panel-title').textContent()).toContain(name);
  });

  it.each(['number of edges', 'PageRank', 'betweenness'])('sizes nodes by %s', async (measure) => {
    const { page } = await viewer.open();
    const before = await picture(page);
    await page.getByLabel('Size by').selectOption({ label: measure });
    await page.waitForTimeout(300);
    expect((await picture(page)).equals(before)).toBe(false);
  });

  it('shows nodes without an edge on demand, and never among the answers to a filter of edges', async () => {
    const { page } = await viewer.open();
    const graph = JSON.parse(readFileSync(new URL('../fixtures/small-graph.json', import.meta.url), 'utf8')) as { nodes: { key: string; attributes: object }[] };
    graph.nodes.push({ ...graph.nodes[0]!, key: 'place:nowhere', attributes: { ...graph.nodes[0]!.attributes, label: 'Nowhere' } });
    await page.locator('input[type=file]').setInputFiles({ name: 'graph.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(graph)) });
    const lone = page.getByRole('checkbox', { name: /^Without an edge/ });
    await lone.waitFor();
    expect(await shown(page)).toBe('16 nodes, 25 of 25 edges shown');
    await lone.uncheck();
    expect(await shown(page)).toBe('15 nodes, 25 of 25 edges shown');
    await page.waitForURL((url) => url.hash.includes('unconnected=hide'));
    await page.getByRole('button', { name: 'Undo filter' }).click();
    await page.getByRole('button', { name: 'Only Intended' }).click();
    expect(await shown(page)).toBe('2 nodes, 1 of 25 edges shown');
  });

  it('restores a table from its link, and frames the picture when it is asked for', async () => {
    const { page } = await viewer.open({ path: '#view=table', waitFor: 'tbody tr' });
    expect(await page.locator('tbody tr').count()).toBe(25);
    await page.getByRole('link', { name: 'Iran', exact: true }).first().click();
    expect(await page.locator('#panel-title').textContent()).toContain('Iran');
    await page.getByRole('button', { name: 'Picture', exact: true }).click();
    await page.locator('.picture canvas').first().waitFor();
    await restOnNode(page);
    await page.waitForURL((url) => !url.hash.includes('view='));
  });
});

describe.skipIf(!hasChromium)('reading', () => {
  const viewer = useViewer();

  it('marks the sentence of an edge in its story, and copies its citation', async () => {
    const { page } = await viewer.open({ path: `#edge=${encodeURIComponent('country:IN|RECOGNISED|militia:taliban|negated|asserted')}` });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const sentence = (await page.locator('.evidence blockquote').first().textContent())!;
    await page.getByRole('button', { name: 'Copy citation' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toContain(sentence);
    await page.getByRole('link', { name: /^Read the story/ }).click();
    await page.locator('.story-text [data-at]').first().waitFor();
    expect((await page.locator('.story-text [data-at]').allTextContents()).join('')).toBe(sentence);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('lists every edge of a pair by its date, and who deals with both', async () => {
    const { page } = await viewer.open({ path: '#a=country:IL&b=country:IR' });
    const details = page.locator('#details');
    const days = await details.locator('.pair-edges time').allTextContents();
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual(days.toSorted());
    await details.getByRole('heading', { name: /^Common neighbours/ }).waitFor();
  });

  it('forgives a slip in a name, and finds people by their office', async () => {
    const { page } = await viewer.open();
    const search = page.getByRole('combobox', { name: /^Search/ });
    await search.fill('farhani');
    await page.locator('#search-hits').getByRole('option', { name: /^Leila Farahani/ }).waitFor();
    await search.fill('foreign secretary');
    await page.locator('#search-hits').getByRole('option', { name: /^Rohan Mehta/ }).waitFor();
  });
});
