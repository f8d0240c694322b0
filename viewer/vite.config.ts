import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

// Addresses are relative, so that the built folder works from any path and as a file.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../dist/viewer', import.meta.url)),
    emptyOutDir: true,
    target: 'es2023',
    // The page's policy allows no data: fonts or scripts; small images may be data.
    assetsInlineLimit: 0,
    // The polyfill would be an inline script, which the policy forbids.
    modulePreload: { polyfill: false },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
