import { acts as operator } from './commands/org/acts.ts';
import { acts as billing } from './features/billing/index.ts';
import { acts as links } from './features/links/index.ts';
import { acts as pay } from './features/pay/index.ts';
import { acts as people } from './features/people/index.ts';
import { acts as processes } from './features/processes/index.ts';
import { acts as schedule } from './features/schedule/index.ts';
import { acts as share } from './features/share/index.ts';
import { keyActs } from './key-jobs.ts';
import type { Acts } from './platform/audit/index.ts';
import { acts as slack } from './platform/slack/index.ts';
import { acts as webhooks } from './platform/webhooks/index.ts';

/** The closed lists of everything that the audit log may hold, from every slice that records. */
export const allActs: readonly Acts[] = [
  ...[slack, people, links, share, schedule, pay, billing, processes, webhooks, keyActs, operator],
];
