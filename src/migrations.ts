import * as billing from './features/billing/index.ts';
import * as links from './features/links/index.ts';
import * as networks from './features/networks/index.ts';
import * as pay from './features/pay/index.ts';
import * as people from './features/people/index.ts';
import * as processes from './features/processes/index.ts';
import * as schedule from './features/schedule/index.ts';
import * as share from './features/share/index.ts';
import * as audit from './platform/audit/index.ts';
import * as auth from './platform/auth/index.ts';
import type { MigrationSet } from './platform/db/index.ts';
import * as db from './platform/db/index.ts';
import * as http from './platform/http/index.ts';
import * as mail from './platform/mail/index.ts';
import * as slack from './platform/slack/index.ts';
import * as vault from './platform/vault/index.ts';
import * as webhooks from './platform/webhooks/index.ts';

/** Every migration of the product, in the order in which they build on each other. */
export const allMigrations: readonly MigrationSet[] = [
  db.migrations,
  vault.migrations,
  auth.migrations,
  audit.migrations,
  http.migrations,
  mail.migrations,
  slack.migrations,
  webhooks.migrations,
  people.migrations,
  links.migrations,
  networks.migrations,
  share.migrations,
  schedule.migrations,
  pay.migrations,
  billing.migrations,
  processes.migrations,
];
