import { defineConfig } from 'vitest/config';

// Many tests load the language model or start a browser or a server: more than two at once only slow each other down.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
