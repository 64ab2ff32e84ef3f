import { z } from 'zod';
import { orgOf, type Tx } from '../../../../platform/db/index.ts';
import { jobKind } from '../../../../platform/jobs/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { isAnythingPublished } from '../../plan/publishing/store.ts';

/** Looks which published shifts have come to be open, and tells those who could have them. */
export const announceOpen = jobKind('schedule.announce_open', z.object({ orgId: z.uuid() }), {
  ...{ onePerKey: true, atOnce: 1 },
});

/** Asks for it once the plan's change is written; changes that come one after the other are looked at together. */
export async function announceSoon({ jobs }: Pick<ScheduleParts, 'jobs'>, tx: Tx): Promise<void> {
  if (await isAnythingPublished(tx)) await jobs.enqueue(tx, announceOpen, { orgId: orgOf(tx) }, { key: orgOf(tx) });
}
