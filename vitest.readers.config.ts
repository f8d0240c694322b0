import { defineConfig } from 'vitest/config';

// npm run test:readers: every program that opens our files. Those that take minutes are named *.reader.ts and run here only.
export default defineConfig({
  test: {
    include: ['tests/readers/**/*.{test,reader}.ts'],
    testTimeout: 180_000,
    hookTimeout: 400_000,
    fileParallelism: false,
  },
});
