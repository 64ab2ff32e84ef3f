import { z } from 'zod';
import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import { announceRequest } from '../jobs.ts';
import type { ShareParts } from '../parts.ts';
import { queuedRequests } from './store.ts';
import { outlook } from './waiting.ts';

/** Looks at what waits in one organisation: what may go goes. */
const wakeWaiting = jobKind('share.wake_waiting', z.object({ orgId: z.uuid() }), { onePerKey: true, atOnce: 1 });

/**
 * Every five minutes, in all organisations. Whoever waits has a job for the moment until which it waits, and what frees a
 * place wakes the others at once: this is for what nobody foresees, as another time zone or a queue that was lost.
 */
const findWaiting = jobKind('share.find_waiting', z.object({}), {
  ...{ cron: '*/5 * * * *', onePerKey: true, atOnce: 1 },
});

/** Something has changed that may let out what waits. */
export function wake({ jobs }: Pick<ShareParts, 'jobs'>, tx: Tx, orgId: OrgId): Promise<void> {
  return jobs.enqueue(tx, wakeWaiting, { orgId }, { key: orgId });
}

export function pacingJobs(parts: ShareParts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(wakeWaiting, ({ orgId }) => letOut(parts, parseOrgId(orgId))),
    handles(findWaiting, async () => {
      for (const orgId of await organisations()) await letOut(parts, orgId);
    }),
  ];
}

/** What waited and may go now is sent, in its order; what has ended meanwhile is settled. */
function letOut(parts: ShareParts, orgId: OrgId): Promise<void> {
  return parts.db.inOrg(orgId, async (tx) => {
    const now = parts.clock.now();
    const held = (await queuedRequests(tx)).filter((request) => request.held && request.at <= now);
    if (held.length === 0) return;
    const found = await outlook(parts, tx);
    for (const { id, endsAt, channelIds } of held) {
      const mayGo = (channelId: string) =>
        found === null || found.slotsOf(channelId).some((slot) => slot.id === id && slot.at <= now);
      const isOver = endsAt !== null && endsAt <= now;
      if (!isOver && !channelIds.some(mayGo)) continue;
      await parts.jobs.enqueue(tx, announceRequest, { orgId, requestId: id });
    }
  });
}
