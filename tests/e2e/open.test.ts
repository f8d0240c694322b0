import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

interface File { attributes: object; nodes: { key: string; attributes: { type: string; label: string } }[]; edges: { attributes: { type: string } }[] }

const smallGraph = (): File => JSON.parse(readFileSync(new URL('../fixtures/small-graph.json', import.meta.url), 'utf8')) as File;

/** The graph with a Vessel, which is like a place, and an edge of a type of its own. */
function graphOfOwnWords(): File {
  const graph = smallGraph();
  const vocabulary = {
    nodeTypes: [{ name: 'Vessel', means: 'a named ship', like: 'Place' }],
    edgeTypes: [{ name: 'LOBBIED_FOR', kind: 'event', class: 'verbal-cooperation', symmetric: false, plover: null, means: 'sought a decision' }],
  };
  Object.assign(graph.attributes, { vocabulary });
  Object.assign(graph.nodes.find(({ key }) => key === 'country:IL')!.attributes, { type: 'Vessel', label: 'سفينة الشمال' });
  graph.edges.find(({ attributes }) => attributes.type === 'MET')!.attributes.type = 'LOBBIED_FOR';
  return graph;
}

const drop = (page: Page, text: string): Promise<unknown> => page.evaluate(`{
  const transfer = new DataTransfer();
  transfer.items.add(new File([${JSON.stringify(text)}], 'graph.json'));
  dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true }));
}`);

describe.skipIf(!hasChromium)('opening another graph', () => {
  const viewer = useViewer();

  it('knows the words that a dropped graph brings with it', async () => {
    const { page, complaints } = await viewer.open();
    await drop(page, JSON.stringify(graphOfOwnWords()));
    const vessels = page.getByRole('checkbox', { name: /^Vessel/ });
    await vessels.waitFor();
    await page.getByRole('button', { name: 'Only Vessel' }).focus();
    // Its dot has the colour of what it is like, as in the picture.
    expect(await vessels.locator('xpath=..').locator('.dot').getAttribute('data-type')).toBe('Place');
    await page.getByRole('button', { name: 'Types of Talks and support' }).click();
    await page.getByRole('button', { name: 'Only lobbied for' }).click();
    expect(await page.locator('.shown').textContent()).toBe('2 nodes, 1 of 25 edges shown');
    await page.locator('#legend').getByRole('button', { name: 'Show all' }).click();
    await page.getByRole('combobox', { name: /^Search/ }).fill('سفينة');
    await page.locator('#search-hits').getByRole('option').first().click();
    const title = page.locator('#panel-title');
    expect(await title.textContent()).toContain('سفينة الشمال');
    expect(await title.locator('xpath=ancestor-or-self::*[@dir]').count()).toBeGreaterThan(0);
    await page.getByText('Correct …').click();
    await page.locator('.correct select').selectOption('Vessel');
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('leaves behind what the address asked of the graph before', async () => {
    const { page } = await viewer.open({ path: '#node=country:IR&only.story=sample-dubai-talks' });
    expect(await page.locator('.shown').textContent()).not.toMatch(/ 25 of 25 edges shown$/);
    await drop(page, JSON.stringify(smallGraph()));
    await page.getByText('25 of 25 edges shown').waitFor();
    expect(await page.locator('#panel-title').count()).toBe(0);
  });

  it('takes a file from a dialogue too', async () => {
    const { page } = await viewer.open();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Open a file …' }).click()]);
    const graph = smallGraph();
    await chooser.setFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...graph, edges: graph.edges.slice(0, 4) })) });
    await page.getByText('4 of 4 edges shown').waitFor();
    expect(await page.getByRole('button', { name: 'Ask' }).count()).toBe(0);
  });
});
