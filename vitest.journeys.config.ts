import { defineConfig } from 'vitest/config';

/** Whole stories in a real browser: one at a time, as each starts the product and its counterparts. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    maxWorkers: 1,
  },
});
