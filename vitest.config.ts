import { defineConfig } from 'vitest/config';
import { testsWithoutDatabase } from './scripts/testing/without-database.ts';

/** With a PostgreSQL given: what knows of no database has run already, with the embedded one. */
const onPostgres = Boolean(process.env.TEST_DATABASE_URL);
const withoutDatabase = onPostgres ? testsWithoutDatabase('.') : [];
/**
 * What each role may do is decided by the policies, and what is recorded of it by the routes, which ask no database:
 * thousands of calls once. That another organisation's rows can't be reached is asked of both.
 */
const ofPolicies = onPostgres ? ['roles', 'membership', 'recorded'].map((of) => `src/matrix/${of}.test.ts`) : [];

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'practice/**/*.test.ts',
      'scripts/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    exclude: ['test/journeys/**', 'node_modules/**', ...withoutDatabase, ...ofPolicies],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
