import type { OrgId } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import { deleteUnusedVideos } from './store.ts';

const dayInMs = 86_400_000;

/** Removes the videos of a day ago and before that no request has: uploads given up, and films that were replaced. */
export async function sweepUnusedVideos(
  parts: Pick<ShareParts, 'db' | 'clock'>,
  organisations: () => Promise<readonly OrgId[]>,
): Promise<number> {
  const before = new Date(parts.clock.now().getTime() - dayInMs);
  let removed = 0;
  for (const orgId of await organisations())
    removed += await parts.db.inOrg(orgId, (tx) => deleteUnusedVideos(tx, before));
  return removed;
}
