import { z } from 'zod';
import { newId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import { hourOf, todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { mayApprove } from './approvers.ts';
import { takeEffect } from './effect.ts';
import { askApprovers, type RaiseParts } from './proposing.ts';
import { droppedApprovers, dueReminder, type Raise } from './raise.ts';
import { dueRaises, insertEvent, listEvents, listRaises } from './store.ts';
import { tellDropped, tellLate, tellUntold } from './telling.ts';

/** Every ten minutes, so that a day begins soon after midnight in each time zone; what is done is not done again. */
const lookAfter = jobKind('pay.look_after_raises', z.object({}), { cron: '*/10 * * * *', onePerKey: true, atOnce: 1 });

/** Before this hour of the organisation's day nobody is reminded. */
const firstHour = 7;

/** Lets what is approved take effect on its day, and reminds those who keep it. @param organisations lists all of them */
export function raiseJobs(parts: PayParts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(lookAfter, async () => {
      const failed: unknown[] = [];
      const attempt = (work: Promise<void>) => work.catch((error: unknown) => void failed.push(error));
      for (const orgId of await organisations()) {
        await attempt(takeAllEffect(parts, orgId, (work) => attempt(work)));
        await attempt(parts.db.inOrg(orgId, (tx) => lookAfterRaises(parts, tx)));
      }
      // One that fails keeps no other from its day; then the job says so, and is tried again.
      if (failed.length > 0) throw failed[0];
    }),
  ];
}

/** Lets each that is due take effect in a transaction of its own: a process that dies between two loses neither. */
export async function takeAllEffect(
  parts: PayParts,
  orgId: OrgId,
  attempt: (work: Promise<void>) => Promise<void> = (work) => work,
): Promise<void> {
  const due = await parts.db.inOrg(orgId, async (tx) => dueRaises(tx, await todayOf(parts, tx)));
  for (const id of due) await attempt(parts.db.inOrg(orgId, (tx) => takeEffect(parts, tx, id)));
}

/** Follows who may approve what waits, and reminds of what nobody was told of. Each is said once. */
export async function lookAfterRaises(parts: RaiseParts, tx: Tx): Promise<void> {
  const waking = (await hourOf(parts, tx)) >= firstHour;
  const today = await todayOf(parts, tx);
  for (const raise of await listRaises(tx, { states: ['open'] })) {
    await followApprovers(parts, tx, raise);
    if (waking && raise.from <= today) await tellLate(parts, tx, raise, await mayApprove(parts, tx, raise));
  }
  if (!waking) return;
  for (const raise of await listRaises(tx, { states: ['approved'] })) {
    const days = dueReminder(raise.from, today);
    if (days !== null && raise.releasedAt === null) await tellUntold(parts, tx, raise, days);
  }
}

/** Whoever left or lost the role counts no more; who has it since is asked; if too few are left, that is said. */
async function followApprovers(parts: RaiseParts, tx: Tx, raise: Raise): Promise<void> {
  const eligible = await mayApprove(parts, tx, raise);
  const events = (await listEvents(tx, [raise.id])).get(raise.id) ?? [];
  for (const personId of droppedApprovers(raise, events, new Set(eligible))) {
    const event = { id: newId(parts.clock), revision: raise.revision, kind: 'dropped', personId } as const;
    const fresh = await insertEvent(tx, raise.id, { ...event, sealed: null, at: parts.clock.now() });
    if (fresh) await tellDropped(parts, tx, raise, personId, eligible);
  }
  await askApprovers(parts, tx, raise);
}
