import { z } from 'zod';
import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { jobKind } from '../../../platform/jobs/index.ts';
import type { ScheduleParts } from '../parts.ts';

/** Ends what is over in an organisation; asked for with every offer and claim, for the moment at which its time is over. */
export const settleInTime = jobKind('schedule.settle_in_time', z.object({ orgId: z.uuid(), at: z.iso.datetime() }));

/** Sees to it that what is over at a moment ends then, whether anybody looks or not. */
export function settleAt({ jobs }: Pick<ScheduleParts, 'jobs'>, tx: Tx, at: Date): Promise<void> {
  return jobs.enqueue(tx, settleInTime, { orgId: orgOf(tx), at: at.toISOString() }, { startAfter: at });
}
