import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { axeFindings } from './axe.ts';
import { hasChromium, useViewer } from './browser.ts';

const nth = (texts: readonly string[]): string[] => texts.map((text) => text.replace(/\s+/g, ' ').trim());

async function choose(page: Page, query: string): Promise<void> {
  const search = page.getByRole('combobox', { name: /^Search/ });
  await search.fill(query);
  await page.locator('#search-hits').getByRole('option').first().waitFor();
  await search.press('Enter');
}

/** The picture answers in the frames after a move. */
const twoFrames = (page: Page): Promise<unknown> => page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

/** Moves the pointer over the picture in a grid until it rests on what the test wants, and clicks there. */
async function clickInPicture(page: Page, wanted: 'node' | 'edge'): Promise<boolean> {
  const box = (await page.locator('.picture').boundingBox())!;
  for (let y = box.y + 150; y < box.y + box.height - 150; y += 17) {
    for (let x = box.x + 60; x < box.x + box.width - 120; x += 13) {
      await page.mouse.move(x, y);
      await twoFrames(page);
      if ((await page.locator('.picture').getAttribute('data-over')) !== wanted) continue;
      await page.mouse.click(x, y);
      await page.locator('#panel-title').waitFor();
      return page.url().includes(`#${wanted}=`);
    }
  }
  return false;
}

describe.skipIf(!hasChromium)('the viewer', () => {
  const viewer = useViewer();

  it('finds a person, opens the dossier, an edge, its sentence and the story', async () => {
    const { page, complaints } = await viewer.open();
    await choose(page, 'rohan');
    const details = page.locator('#details');
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toContain('Rohan Mehta');
    expect(await details.textContent()).toContain('foreign secretary');

    await details.getByRole('link', { name: /^met/ }).first().click();
    expect(nth(await details.locator('.evidence mark.source').allTextContents())).toContain('Gul Agha Noori');
    expect(nth(await details.locator('.evidence mark.target').allTextContents())).toContain('Rohan Mehta');
    expect(nth(await details.locator('.evidence mark.trigger').allTextContents())).toEqual(['met', 'met']);
    expect(await details.textContent()).toContain('Edges are machine-read: check the sentence.');

    await details.getByRole('link', { name: /^Read the story/ }).first().click();
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toBe('Sample: Indian envoy meets Taliban trade chief in Dubai');
    expect(await details.textContent()).toContain('Sample Gazette · 2025-01-14');
    expect(await details.locator('.story-text .mention').count()).toBeGreaterThan(20);
    expect(await details.locator('.story-text').textContent()).toContain("He promised that New Delhi would send wheat");
    await details.locator('.story-text').getByRole('link', { name: 'He', exact: true }).click();
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toContain('Rohan Mehta');

    await page.goBack();
    expect(await details.getByRole('heading', { level: 2 }).textContent()).toContain('Indian envoy');
    expect(complaints).toEqual([]);
  });

  it('opens a node and an edge by a click in the picture', async () => {
    const { page } = await viewer.open();
    expect(await clickInPicture(page, 'edge')).toBe(true);
    expect(await page.locator('#details .evidence').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await clickInPicture(page, 'node')).toBe(true);
    expect(await page.locator('#details .groups').count()).toBe(1);
  });

  it('says who claims what, outermost first, and what is negated', async () => {
    const { page } = await viewer.open({ path: `#edge=${encodeURIComponent('country:IN|RECOGNISED|militia:taliban|negated|asserted')}` });
    const facts = page.locator('#details');
    expect(await facts.locator('.chips').textContent()).toContain('Negated');
    expect(await facts.locator('.facts').textContent()).toContain('Claimed byRohan Mehta');
    expect(nth(await facts.locator('mark.trigger').last().allTextContents())).toEqual(['recognised']);
  });

  it('filters by node type, edge class and modality, counts first, and undoes', async () => {
    const { page } = await viewer.open();
    const legend = page.locator('#legend');
    const shown = legend.locator('.shown');
    expect(await shown.textContent()).toBe('15 nodes, 25 of 25 edges shown');
    expect(nth(await legend.locator('li', { hasText: 'Intended' }).locator('.number').allTextContents())).toEqual(['1']);
    await legend.getByRole('checkbox', { name: /^Places/ }).uncheck();
    expect(await shown.textContent()).toBe('13 nodes, 23 of 25 edges shown');
    await legend.getByRole('checkbox', { name: /^Verbal conflict/ }).uncheck();
    expect(await shown.textContent()).toMatch(/, 17 of 25 edges shown$/);
    await legend.getByRole('button', { name: 'Undo filter' }).click();
    expect(await shown.textContent()).toBe('13 nodes, 23 of 25 edges shown');
    await legend.getByRole('button', { name: 'Show all' }).click();
    await legend.getByRole('button', { name: 'Only Intended' }).click();
    expect(await shown.textContent()).toBe('2 nodes, 1 of 25 edges shown');
  });

  it('follows the system to dark and remembers the reader’s own choice', async () => {
    const { page } = await viewer.open({ theme: 'dark' });
    const themeNow = () => page.locator('html').getAttribute('data-theme');
    expect(await themeNow()).toBe('dark');
    await page.getByRole('button', { name: 'Light colours' }).click();
    expect(await themeNow()).toBe('light');
    await page.reload();
    await page.locator('.picture canvas').first().waitFor();
    expect(await themeNow()).toBe('light');
  });

  it('works by keyboard alone', async () => {
    const { page } = await viewer.open();
    await page.keyboard.press('/');
    await page.keyboard.type('leila');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#panel-title:focus').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#panel-title', { hasText: 'Iran' }).waitFor();
  });

  it('can be used at 390 pixels', async () => {
    const { page } = await viewer.open({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await choose(page, 'pakistan');
    expect(await page.locator('#details h2').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Filters' }).click();
    expect(await page.locator('#legend').isVisible()).toBe(true);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  });

  it.each([
    ['at the start', ''],
    ['with a node', '#node=country:IR'],
    ['with an edge', `#edge=${encodeURIComponent('country:PK|ATTACKED|country:AF|affirmed|asserted')}`],
    ['with a pair', '#a=country:IL&b=country:IR'],
    ['with a story', '#story=sample-dubai-talks'],
  ])('has nothing for axe-core to find %s, in both themes', async (_, path) => {
    for (const theme of ['light', 'dark'] as const) {
      const { page, complaints } = await viewer.open({ path, theme });
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});

describe.skipIf(!hasChromium)('the viewer with hostile strings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-hostile-'));
  const graphPath = join(folder, 'graph.json');
  const EVIL = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const graph = readFileSync(new URL('../fixtures/small-graph.json', import.meta.url), 'utf8');
  const quoted = JSON.stringify(EVIL).slice(1, -1);
  writeFileSync(graphPath, graph.replaceAll('"Sample Wire"', `"${quoted}"`).replaceAll('"label":"Israel"', `"label":"${quoted}"`).replaceAll('https://news.example/dubai-talks', 'javascript:alert(1)'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const viewer = useViewer(graphPath);

  it('shows them as text and makes no script link', async () => {
    const { page, complaints } = await viewer.open({ path: '#node=country:IL' });
    expect(await page.locator('#details h2').textContent()).toContain(EVIL);
    await page.getByRole('link', { name: 'Sample: Tehran writes to Islamabad about the Gaza war' }).click();
    expect(await page.locator('#details').textContent()).toContain(EVIL);
    await page.goto(`${viewer.url()}#story=sample-dubai-talks`);
    expect(await page.locator('#details h2').textContent()).toContain('Indian envoy');
    expect(await page.locator('a[href^="javascript" i]').count()).toBe(0);
    expect(await page.locator('#app img, #app script').count()).toBe(0);
    expect(await page.title()).toBe('Dragoman');
    expect(complaints).toEqual([]);
  });
});
