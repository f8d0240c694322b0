import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig } from 'vite';
import { singlePage } from './single-page.ts';

// Addresses are relative, so that the built folder works from any path.
const base: InlineConfig = {
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2023',
    // The polyfill would be an inline script, which the policy forbids.
    modulePreload: { polyfill: false },
  },
};

export default defineConfig({
  ...base,
  plugins: [singlePage(base)],
  build: {
    ...base.build,
    outDir: fileURLToPath(new URL('../dist/viewer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
  },
});
