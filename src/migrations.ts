import * as networks from './features/networks/index.ts';
import type { MigrationSet } from './platform/db/index.ts';
import * as db from './platform/db/index.ts';
import * as slack from './platform/slack/index.ts';
import * as vault from './platform/vault/index.ts';

/** Every migration of the product, in the order in which they build on each other. */
export const allMigrations: readonly MigrationSet[] = [
  db.migrations,
  vault.migrations,
  slack.migrations,
  networks.migrations,
];
