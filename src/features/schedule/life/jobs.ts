import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import { handles, type JobHandler, RetryLater } from '../../../platform/jobs/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { announceOpenShifts } from './announcing/announce.ts';
import { announceOpen } from './announcing/soon.ts';
import { settleLife } from './settle.ts';
import { settleInTime } from './timing.ts';

type Parts = Pick<ScheduleParts, 'db' | 'clock' | 'people' | 'audit' | 'jobs'>;

/** Ends offers and claims when their time is over, also when nobody looks at them, and announces open shifts. */
export function lifeJobs(parts: Parts): readonly JobHandler[] {
  return [handles(settleInTime, (payload) => settleDue(parts, payload)), announcing(() => parts)];
}

/** @param parts made after the jobs are listed, in tests */
export function announcing(parts: () => Pick<Parts, 'db' | 'clock' | 'people'>): JobHandler {
  return handles(announceOpen, ({ orgId }) =>
    parts().db.inOrg(parseOrgId(orgId), (tx) => announceOpenShifts(parts(), tx)),
  );
}

/** The queue's clock is the database's, which may be ahead of ours: by ours it is not over yet then. */
export async function settleDue(
  parts: Parts,
  { orgId, at }: { readonly orgId: string; readonly at: string },
): Promise<void> {
  const seconds = Math.ceil((Date.parse(at) - parts.clock.now().getTime()) / 1_000);
  if (seconds > 0) throw new RetryLater(seconds);
  await parts.db.inOrg(parseOrgId(orgId), (tx) => settleLife(parts, tx));
}
