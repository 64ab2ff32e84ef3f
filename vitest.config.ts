import { defineConfig } from 'vitest/config';
import { testsWithoutDatabase } from './scripts/testing/without-database.ts';

/** With a PostgreSQL given: what knows of no database has run already, with the embedded one. */
const withoutDatabase = process.env.TEST_DATABASE_URL ? testsWithoutDatabase('.') : [];

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
