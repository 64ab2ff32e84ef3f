import { defineConfig } from 'vitest/config';

/** Whole stories in a real browser, two at a time: each starts the product and its counterparts, and waits for them most of the time. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
