import { defineConfig } from 'vitest/config';

/** With a PostgreSQL given: pages and checks, which know of no database, have run on the embedded one already. */
const withoutDatabase = process.env.TEST_DATABASE_URL ? ['src/web/**', 'src/features/*/web/**', 'scripts/**'] : [];

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'practice/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: ['test/journeys/**', 'node_modules/**', ...withoutDatabase],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
