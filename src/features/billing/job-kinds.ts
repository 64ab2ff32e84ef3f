import { z } from 'zod';
import { jobKind } from '../../platform/jobs/index.ts';

/** Reads at Stripe how an organisation's subscription stands. One waits at most: it sees what all who asked for it mean. */
export const readSubscription = jobKind('billing.read_subscription', z.object({ orgId: z.uuid() }), {
  onePerKey: true,
  retries: 40,
});

/** Reports how many people the next bill counts, once per cycle. */
export const reportPeople = jobKind('billing.report_people', z.object({ orgId: z.uuid() }), {
  onePerKey: true,
  retries: 40,
});

/** Each hour: begins trials, reads what may have changed unheard, and has people reported whose cycle ends soon. */
export const lookAfterAccounts = jobKind('billing.look_after_accounts', z.object({}), {
  cron: '23 * * * *',
  atOnce: 1,
});
