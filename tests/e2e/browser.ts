import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, vi } from 'vitest';
import { startServer, type RunningServer } from '../../src/server/index.ts';

// A software-drawn page takes seconds to open on a small machine.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const CONFIG = fileURLToPath(new URL('../../viewer/vite.config.ts', import.meta.url));
const GRAPH = fileURLToPath(new URL('../fixtures/small-graph.json', import.meta.url));

/** False where there is no Chromium: said aloud, and an error under CI, so that no one takes it for a pass. */
export const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) {
  const message = `no Chromium at ${CHROMIUM}: the browser tests do not run. Install it (apt-get install chromium) or set CHROMIUM_PATH.`;
  if (process.env['CI'] === 'true') throw new Error(message);
  process.stderr.write(`\nSKIPPED: ${message}\n\n`);
}

export interface Opened {
  readonly page: Page;
  /** Errors and policy violations that the browser has reported. */
  readonly complaints: readonly string[];
}

export interface OpenOptions {
  readonly path?: string;
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  /** What tells that the page is there. */
  readonly waitFor?: string;
}

export interface Viewer {
  /** Where it is built. */
  readonly folder: string;
  readonly url: () => string;
  readonly open: (options?: OpenOptions) => Promise<Opened>;
}

/** Builds the viewer and serves a graph for the tests of a file; `open` gives a new page of it. */
export function useViewer(graphPath: string = GRAPH): Viewer {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-viewer-'));
  let browser: Browser;
  let server: RunningServer;
  const pages: Page[] = [];
  beforeAll(async () => {
    await build({ configFile: CONFIG, logLevel: 'error', build: { outDir: folder } });
    server = await startServer({ graphPath, viewerPath: folder });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    url: () => server.url,
    async open({ path = '', width = 1280, height = 800, theme = 'light', waitFor = '.picture canvas' } = {}) {
      await Promise.all(pages.splice(0).map((page) => page.close()));
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce', acceptDownloads: true });
      const page = await context.newPage();
      pages.push(page);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(server.url + path);
      await page.locator(waitFor).first().waitFor();
      return { page, complaints };
    },
  };
}
