import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import { handles, type JobHandler, RetryLater } from '../../../platform/jobs/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { settleLife } from './settle.ts';
import { settleInTime } from './timing.ts';

type Parts = Pick<ScheduleParts, 'db' | 'clock' | 'people' | 'audit'>;

/** Ends offers and claims when their time is over, also when nobody looks at them. */
export function lifeJobs(parts: Parts): readonly JobHandler[] {
  return [handles(settleInTime, (payload) => settleDue(parts, payload))];
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
