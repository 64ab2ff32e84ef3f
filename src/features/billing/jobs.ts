import { type OrgId, orgOf, orgId as parseOrgId, type Tx } from '../../platform/db/index.ts';
import { handles, type JobHandler } from '../../platform/jobs/index.ts';
import { lookAfterAccounts, readSubscription, reportPeople } from './job-kinds.ts';
import type { BillingParts } from './parts.ts';
import { account, readAtStripe } from './reading.ts';
import { forgetEvents, noteReported, type StoredAccount } from './store.ts';
import { isRunning } from './subscription.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Stripe makes the next bill when the cycle ends; what was reported by then is what it counts. */
const reportedBefore = day;
/** Events are delivered again for three days. */
const rememberedFor = 30 * day;

/** The jobs of this slice. @param organisations all of them, for what runs by the clock */
export function billingJobs(
  parts: BillingParts,
  organisations: () => Promise<readonly OrgId[]>,
): readonly JobHandler[] {
  return [
    handles(readSubscription, ({ orgId }) => readAtStripe(parts, parseOrgId(orgId))),
    handles(reportPeople, ({ orgId }) => report(parts, parseOrgId(orgId))),
    handles(lookAfterAccounts, async () => {
      for (const id of await organisations()) await parts.db.inOrg(id, (tx) => lookAfter(parts, tx));
    }),
  ];
}

async function lookAfter(parts: BillingParts, tx: Tx): Promise<void> {
  const now = parts.clock.now();
  const orgId = orgOf(tx);
  const found = await account(parts, tx);
  await forgetEvents(tx, new Date(now.getTime() - rememberedFor));
  if (isDueToRead(found, now)) await parts.jobs.enqueue(tx, readSubscription, { orgId }, { key: orgId });
  if (isDueToReport(found, now)) await parts.jobs.enqueue(tx, reportPeople, { orgId }, { key: orgId });
}

/** An event may be lost with the host that it was for: once a day, and once a cycle has ended, Stripe is asked unbidden. */
function isDueToRead({ customerId, readAt, subscription }: StoredAccount, now: Date): boolean {
  if (customerId === null) return false;
  if (readAt === null || now.getTime() - readAt.getTime() >= day) return true;
  return subscription !== null && isRunning(subscription) && subscription.periodEndsAt <= now;
}

function isDueToReport({ subscription, reportedFor }: StoredAccount, now: Date): boolean {
  if (subscription === null || !isRunning(subscription) || subscription.cancelsAt !== null) return false;
  const left = subscription.periodEndsAt.getTime() - now.getTime();
  return left > 0 && left <= reportedBefore && reportedFor?.getTime() !== subscription.periodEndsAt.getTime();
}

async function report(parts: BillingParts, orgId: OrgId): Promise<void> {
  const { db, clock, stripe, audit, people } = parts;
  const due = await db.inOrg(orgId, async (tx) => {
    const found = await account(parts, tx);
    if (!isDueToReport(found, clock.now()) || found.subscription === null) return null;
    return { subscription: found.subscription, count: await counted(people, tx) };
  });
  if (due === null) return;
  const { subscription, count } = due;
  await stripe.reportPeople(subscription, count);
  await db.inOrg(orgId, async (tx) => {
    await noteReported(tx, subscription.periodEndsAt);
    await audit.append(tx, {
      ...{ actor: { kind: 'system', id: 'billing' }, action: 'billing.people_reported' },
      ...{ target: { type: 'organisation', id: orgId }, detail: { people: count } },
    });
    await parts.jobs.enqueue(tx, readSubscription, { orgId }, { key: orgId });
  });
}

/** A bill counts one at least: who owns it. */
export async function counted(people: BillingParts['people'], tx: Tx): Promise<number> {
  return Math.max(1, await people.headcount(tx));
}
