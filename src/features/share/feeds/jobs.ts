import { z } from 'zod';
import type { OrgId } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import { readSuggestedPage } from '../jobs.ts';
import { deletePictures } from '../pictures/store.ts';
import { readPage } from '../suggestions/read-page.ts';
import { checkFeed, early } from './check.ts';
import { dayInMs } from './feed.ts';
import { removeItemsBefore } from './item-store.ts';
import { forgetBefore } from './memory-store.ts';
import type { FeedParts } from './parts.ts';
import { feedsDue, removeFeedsDeletedBefore } from './store.ts';

/** Every five minutes: which feeds it is time to look at. */
const findFeeds = jobKind('share.find_feeds', z.object({}), {
  ...{ cron: '*/5 * * * *', onePerKey: true, atOnce: 1 },
});

/** Looks at one feed. A look that fails altogether is not repeated at once: the clock comes round again. */
export const lookAtFeed = jobKind('share.look_at_feed', z.object({ orgId: z.uuid(), feedId: z.uuid() }), {
  ...{ onePerKey: true, atOnce: 4, retries: 1 },
});

/** Once a day: what is over is forgotten. */
const sweepFeeds = jobKind('share.sweep_feeds', z.object({}), {
  ...{ cron: '29 3 * * *', onePerKey: true, atOnce: 1 },
});

const deletedDays = 30;
const decidedDays = 90;
const memoryDays = 400;

/** The jobs of feeds. `organisations` lists all organisations, for those that run by the clock. */
export function feedJobs(parts: FeedParts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(findFeeds, async () => {
      for (const orgId of await organisations()) await enqueueDue(parts, orgId);
    }),
    handles(lookAtFeed, (payload) => checkFeed(parts, payload)),
    handles(readSuggestedPage, (payload) => readPage(parts, payload)),
    handles(sweepFeeds, async () => {
      for (const orgId of await organisations()) await sweep(parts, orgId);
    }),
  ];
}

function enqueueDue(parts: FeedParts, orgId: OrgId): Promise<void> {
  return parts.db.inOrg(orgId, async (tx) => {
    const due = await feedsDue(tx, new Date(parts.clock.now().getTime() + early));
    for (const feedId of due) await parts.jobs.enqueue(tx, lookAtFeed, { orgId, feedId }, { key: feedId });
  });
}

function sweep(parts: FeedParts, orgId: OrgId): Promise<void> {
  const ago = (days: number) => new Date(parts.clock.now().getTime() - days * dayInMs);
  return parts.db.inOrg(orgId, async (tx) => {
    await deletePictures(tx, await removeItemsBefore(tx, ago(decidedDays)));
    await forgetBefore(tx, ago(memoryDays));
    await removeFeedsDeletedBefore(tx, ago(deletedDays));
  });
}
