// How fast the viewer is with a large graph: opening, filters, search, and redrawing against a bare sigma page.
// usage: tsx scripts/bench/viewer.ts [--nodes 10000] [--edges 100000]; needs a built viewer and Chromium (CHROMIUM_PATH)

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { writeGraph } from '../../graph/file.ts';
import { layout } from '../../graph/layout.ts';
import { startServer } from '../../src/server/index.ts';
import { syntheticGraph } from './synthetic-graph.ts';

const { values } = parseArgs({ options: { nodes: { type: 'string', default: '10000' }, edges: { type: 'string', default: '100000' } } });
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const ROUNDS = 3;
const TURNS = 9;

/** Limits of the targets; a ratio to the bare page for the last. */
const LIMITS = { open: 5000, filter: 150, search: 50, refresh: 1.2 } as const;

function largeGraph(): string {
  const folder = fileURLToPath(new URL('../../.cache/bench-viewer/', import.meta.url));
  const path = join(folder, `${values.nodes}-${values.edges}.json`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const graph = syntheticGraph({ nodes: Number(values.nodes), edges: Number(values.edges) });
  layout(graph);
  writeGraph(graph, path);
  return path;
}

interface Opening {
  /** Milliseconds until the picture stands, by the clock. */
  readonly wall: number;
  /** Milliseconds of the page's main thread. */
  readonly cpu: number;
}

/** Opens the built viewer as a reader would, in a fresh browser each time. */
async function measureOpening(graphPath: string, launch: () => Promise<Browser>): Promise<Opening> {
  const server = await startServer({ graphPath });
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const start = performance.now();
    await page.goto(`${server.url}#load=whole`);
    await page.locator('.picture canvas').first().waitFor();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    const wall = performance.now() - start;
    const { metrics } = await session.send('Performance.getMetrics');
    return { wall, cpu: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) };
  } finally {
    await browser.close();
    await server.close();
  }
}

const ascending = (a: number, b: number): number => a - b;

/** Filters and searches in a page; then, in a page each and by turns, redrawing by the viewer and by a bare sigma. */
async function measureParts(graphPath: string, launch: () => Promise<Browser>): Promise<Record<string, number[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'));
  const root = fileURLToPath(new URL('viewer-page/', import.meta.url));
  await build({ configFile: false, root, base: './', logLevel: 'error', build: { target: 'es2023', outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } } });
  const server = await startServer({ graphPath, viewerPath: folder });
  const browser = await launch();
  const pageOf = async (kind: string): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${server.url}?measure=${kind}`);
    while ((await page.title()) !== 'ready') await page.waitForTimeout(200);
    return page;
  };
  try {
    const state = await pageOf('state');
    const parts = await state.evaluate<Record<string, number[]>>('results');
    await state.close();
    const [ours, bare] = [await pageOf('ours'), await pageOf('bare')];
    const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
    for (let turn = 0; turn < TURNS; turn += 1) {
      times.ours.push(await ours.evaluate<number>('redraw()'));
      times.bare.push(await bare.evaluate<number>('redraw()'));
    }
    return { ...parts, 'refresh ours': times.ours.sort(ascending), 'refresh bare': times.bare.sort(ascending) };
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
const say = (name: string, text: string): void => void process.stdout.write(`${name.padEnd(18)} ${text}\n`);
const verdict = (number: number, limit: number): string => (number <= limit ? 'ok' : 'TOO SLOW');

const graphPath = largeGraph();
const launch = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
say('graph', `${values.nodes} nodes, ${values.edges} edges`);
const openings: Opening[] = [];
for (let round = 0; round < ROUNDS; round += 1) openings.push(await measureOpening(graphPath, launch));
const [wall, cpu] = [Math.min(...openings.map((opening) => opening.wall)), Math.min(...openings.map((opening) => opening.cpu))];
say('open', `${wall.toFixed(0)} ms by the clock, ${cpu.toFixed(0)} ms of the page's thread; best of ${ROUNDS} (limit ${LIMITS.open} ms) ${verdict(wall, LIMITS.open)}`);
const parts = await measureParts(graphPath, launch);
for (const [name, times] of Object.entries(parts)) say(`  ${name}`, `best ${times[0]!.toFixed(1)} ms, median ${median(times).toFixed(1)} ms, worst ${times.at(-1)!.toFixed(1)} ms`);
const filter = median(parts['filter']!);
say('filter', `${filter.toFixed(1)} ms (limit ${LIMITS.filter}) ${verdict(filter, LIMITS.filter)}`);
const search = Math.max(median(parts['search names']!), median(parts['search sentences']!));
say('search', `${search.toFixed(1)} ms (limit ${LIMITS.search}) ${verdict(search, LIMITS.search)}`);
// The best of each: what else the machine does can only make a round slower.
const ratio = parts['refresh ours']![0]! / parts['refresh bare']![0]!;
say('refresh', `${ratio.toFixed(2)} times a bare sigma page (limit ${LIMITS.refresh}) ${verdict(ratio, LIMITS.refresh)}`);
