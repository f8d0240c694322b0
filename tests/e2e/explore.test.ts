import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

async function shownEdges(page: Page): Promise<string> {
  return (await page.locator('.shown').textContent())!;
}

async function takeAway(page: Page, format: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByLabel('Take away').selectOption(format)]);
  return readFileSync(await download.path(), 'utf8');
}

describe.skipIf(!hasChromium)('exploring a graph', () => {
  const viewer = useViewer();

  it('brushes a time on the histogram, types another and goes back to all', async () => {
    const { page } = await viewer.open();
    const bars = (await page.locator('.bars').boundingBox())!;
    await page.mouse.move(bars.x + bars.width * 0.7, bars.y + 10);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width - 2, bars.y + 10, { steps: 4 });
    await page.mouse.up();
    expect(await shownEdges(page)).toMatch(/ [23] of 25 edges shown$/);
    await page.getByLabel('From', { exact: true }).fill('2025-01-13');
    await page.getByLabel('to', { exact: true }).fill('2025-01-13');
    expect(await shownEdges(page)).toBe('2 nodes, 1 of 25 edges shown');
    await page.getByRole('button', { name: 'All dates' }).click();
    expect(await shownEdges(page)).toBe('15 nodes, 25 of 25 edges shown');
  });

  it('shows the path between two who never met as a chain of sentences', async () => {
    const { page } = await viewer.open({ path: '#node=person:rohan-mehta' });
    await page.getByRole('combobox', { name: /^Connect/ }).fill('leila');
    await page.locator('#connect-hits').getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    const details = page.locator('#details');
    await details.getByRole('heading', { name: 'Shortest paths: 3 steps' }).waitFor();
    expect(await details.locator('.step').count()).toBe(3);
    expect(await details.locator('.step mark.trigger').allTextContents()).toEqual(['met', 'visit', 'government spokeswoman']);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('leaves the focus in a field of the panel that is used as soon as it is there', async () => {
    const { page } = await viewer.open();
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const field = document.getElementById('connect');
        if (field === null) return;
        observer.disconnect();
        field.focus();
      }).observe(document.getElementById('details')!, { childList: true, subtree: true });
    });
    await page.getByRole('combobox', { name: /^Search/ }).fill('rohan');
    await page.locator('#search-hits').getByRole('option').first().click();
    await page.locator('#connect').waitFor();
    // What is put off to after the next drawing has run by then.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(resolve), 200))));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('connect');
  });

  it('opens the dossier of a person: offices with their time, days, claims', async () => {
    const { page } = await viewer.open({ path: '#node=person:leila-farahani' });
    const details = page.locator('#details');
    expect(await details.textContent()).toContain('so in stories of 2025-02-03');
    expect(await details.getByRole('heading', { name: /^What it claims/ }).textContent()).toBe('What it claims (3)');
    expect(await details.locator('mark.trigger').count()).toBe(3);
    expect(await axeFindings(page)).toEqual([]);
    await page.goto(`${viewer.url()}#node=country:IL`);
    await details.getByRole('heading', { name: /^Day by day/ }).waitFor();
  });

  it('finds a sentence by its words and widens the neighbourhood', async () => {
    const { page } = await viewer.open({ path: '#node=place%3Aae/dubai' });
    await page.getByRole('button', { name: '2 steps' }).click();
    expect(page.url()).toContain('depth=2');
    const search = page.getByRole('combobox', { name: /^Search/ });
    await search.fill('wheat winter');
    await page.locator('#search-hits').getByRole('option', { name: /before winter/ }).click();
    expect(await page.locator('#panel-title').textContent()).toContain('aided');
  });

  it('shows only what one side claims', async () => {
    const { page } = await viewer.open();
    await page.getByText('Said by (').click();
    await page.getByRole('button', { name: 'Only Leila Farahani' }).click();
    expect(await shownEdges(page)).toMatch(/, 3 of 25 edges shown$/);
  });

  it('restores the whole view from its link', async () => {
    const { page } = await viewer.open();
    await page.getByRole('checkbox', { name: /^Events/ }).uncheck();
    await page.getByLabel('Size by').selectOption('PageRank');
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.locator('.most').getByRole('link', { name: 'Pakistan' }).click();
    await page.waitForFunction('/node=.*hide.nodeType=Event.*size=pagerank.*camera=/.test(location.hash)');
    const link = page.url();
    const { page: other } = await viewer.open({ path: link.slice(link.indexOf('#')) });
    expect(await other.getByRole('checkbox', { name: /^Events/ }).isChecked()).toBe(false);
    expect(await other.getByLabel('Size by').inputValue()).toBe('pagerank');
    expect(await other.locator('#panel-title').textContent()).toContain('Pakistan');
    await other.getByRole('button', { name: 'Zoom in' }).waitFor();
    expect(new URL(other.url()).hash).toBe(new URL(link).hash);
  });

  it('offers everything as tables, sortable and to be searched', async () => {
    const { page, complaints } = await viewer.open();
    await page.getByRole('button', { name: 'Table' }).click();
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBe(25);
    await page.getByRole('searchbox', { name: 'Find in the table' }).fill('iran pakistan');
    expect(await rows.count()).toBe(2);
    expect(await axeFindings(page)).toEqual([]);
    await rows.getByRole('link', { name: 'wrote to' }).click();
    expect(await page.locator('#panel-title').textContent()).toContain('wrote to');
    await page.getByRole('group', { name: 'Rows' }).getByRole('button', { name: 'Actors and places' }).click();
    await page.getByRole('searchbox', { name: 'Find in the table' }).fill('');
    await page.getByRole('button', { name: 'Name' }).click();
    expect(await rows.first().locator('td').first().textContent()).toBe('Afghanistan');
    expect(complaints).toEqual([]);
  });

  it('takes away what is visible', async () => {
    const { page, complaints } = await viewer.open({ path: '#only.modality=intended' });
    const graph = JSON.parse(await takeAway(page, 'json')) as { edges: { key: string }[]; nodes: unknown[]; attributes: { stories: unknown[] } };
    expect(graph.edges.map((edge) => edge.key)).toEqual(['country:IN|AIDED|country:AF|affirmed|intended']);
    expect([graph.nodes.length, graph.attributes.stories.length]).toEqual([2, 1]);
    expect(await takeAway(page, 'graphml')).toContain('<graphml');
    expect(await takeAway(page, 'gexf')).toContain('<gexf');
    expect(await takeAway(page, 'svg')).toMatch(/<svg[^]*India[^]*stroke-dasharray="6.5 4.5"|<svg[^]*stroke-dasharray="6.5 4.5"[^]*India/);
    expect((await takeAway(page, 'png')).slice(1, 4)).toBe('PNG');
    expect(complaints).toEqual([]);
  });

  it('rolls everything up to countries and armed groups, with the balance of each pair', async () => {
    const { page, complaints } = await viewer.open();
    await page.getByRole('button', { name: 'Countries', exact: true }).click();
    expect(await shownEdges(page)).toBe('6 nodes, 12 of 12 edges shown');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('link', { name: 'India – Taliban' }).click();
    expect(await page.locator('#details .balance').textContent()).toBe('Cooperation 2Conflict 0');
    await page.waitForFunction('location.hash.includes("rolled=1")');
    await page.reload();
    expect(await shownEdges(page)).toBe('6 nodes, 12 of 12 edges shown');
    await page.getByRole('button', { name: 'As written' }).click();
    expect(await shownEdges(page)).toBe('15 nodes, 25 of 25 edges shown');
    expect(complaints).toEqual([]);
  });

  it('opens a graph that is dropped onto it, and says what is wrong with another file', async () => {
    const { page } = await viewer.open();
    const graph = JSON.parse(readFileSync(new URL('../fixtures/small-graph.json', import.meta.url), 'utf8')) as { nodes: unknown[]; edges: unknown[] };
    const drop = (text: string): Promise<unknown> => page.evaluate(`{
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(text)}], 'graph.json'));
      dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
    }`);
    await drop('{"nodes": [');
    await page.getByRole('alert').getByText('it is no valid JSON, perhaps cut off').waitFor();
    expect(await shownEdges(page)).toBe('15 nodes, 25 of 25 edges shown');
    await drop(JSON.stringify({ ...graph, edges: graph.edges.slice(0, 3) }));
    await page.getByText('3 of 3 edges shown').waitFor();
  });
});

describe.skipIf(!hasChromium)('a graph that cannot be opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-broken-'));
  const graphPath = join(folder, 'graph.json');
  writeFileSync(graphPath, '{"attributes":{"format":1},"nodes":[{"key"');
  afterAll(() => rmSync(folder, { recursive: true }));
  const viewer = useViewer(graphPath);

  it('is named in one line', async () => {
    const { page } = await viewer.open({ waitFor: '[role=alert]' });
    expect(await page.getByRole('alert').textContent()).toBe('The graph could not be opened: it is no valid JSON, perhaps cut off. Build it again with dragoman build.');
  });
});
