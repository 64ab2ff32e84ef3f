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

/**
 * Files share a worker's modules: to load the whole product anew for each takes more than half of the time that the tests
 * take. So a test leaves nothing behind in a module or a global. What draws pictures with `sharp` beside the product can't
 * share with it, as the product forbids that library, for the whole process, to read all but a few formats.
 */
export default defineConfig({
  test: {
    exclude: ['test/journeys/**', 'node_modules/**', ...withoutDatabase, ...ofPolicies],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'product',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts', 'test/**/*.test.ts'],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'practice', include: ['practice/**/*.test.ts'] } },
    ],
  },
});
