/**
 * Share requests: a publisher composes one on the web, it appears in a Slack channel, employees share it to their own
 * accounts in seconds, and the company sees what it brought, as totals. Nothing that is kept says who shared what: counts
 * are numbers of blind tokens, whose key lives outside the database and is destroyed when a request closes.
 */
import type { OrgId } from '../../platform/db/index.ts';
import { handles, type JobHandler } from '../../platform/jobs/index.ts';
import { digestToSlack, sendDigests } from './digest/send.ts';
import * as kinds from './jobs.ts';
import { announce, endWhenDue, refresh, remove } from './lifecycle/announce.ts';
import { close, releaseAll } from './lifecycle/release.ts';
import { sweepShareKeys } from './lifecycle/sweep.ts';
import { runPostShare } from './outgoing/post.ts';
import { pacingJobs } from './pacing/wake.ts';
import type { ShareParts } from './parts.ts';
import { remind } from './reminders/remind.ts';
import { sweepUnusedVideos } from './videos/sweep.ts';

export { acts } from './acts.ts';
export { nameKey } from './campaigns/campaign.ts';
export { deleteDigest } from './digest/store.ts';
export { events } from './events.ts';
export { renameSuggester, suggestionsBy } from './feeds/item-store.ts';
export { feedJobs } from './feeds/jobs.ts';
export { afterUninstall } from './lifecycle/uninstall.ts';
export { migrations } from './migrations.ts';
export { openResults } from './outgoing/results.ts';
export type { OrganisationFacts, ShareParts } from './parts.ts';
export { policies } from './policies.ts';
export { carryPublisher, heldAboutPublisher } from './publisher-store.ts';
export { openChatCompletions } from './rewriting/chat-completions.ts';
export { shareRoutes, type WebParts } from './routes.ts';
export { shareSurface } from './slack.ts';
export { goOnAfterConnect } from './surfaces/after-connect.ts';
export { homePublisher } from './surfaces/publish-home.ts';
export { carryTopics } from './topics/store.ts';

/** The jobs of this slice. `organisations` lists all organisations, for those that run by the clock. */
export function shareJobs(parts: ShareParts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    ...Object.values(kinds.postShareOn).map((kind) =>
      handles(kind, (payload, context) => runPostShare(parts, payload, context)),
    ),
    handles(kinds.announceRequest, (payload) => announce(parts, payload)),
    handles(kinds.refreshMessage, (payload) => refresh(parts, payload)),
    handles(kinds.removeMessage, (payload) => remove(parts, payload)),
    handles(kinds.remindOfRequest, (payload) => remind(parts, payload)),
    handles(kinds.endRequest, (payload) => endWhenDue(parts, payload)),
    handles(kinds.closeRequest, (payload) => close(parts, payload)),
    handles(kinds.releaseFigures, () => releaseAll(parts, organisations)),
    ...pacingJobs(parts, organisations),
    handles(kinds.sendDigests, () => sendDigests(parts, organisations)),
    handles(kinds.sendDigestToSlack, (payload) => digestToSlack(parts, payload)),
    handles(kinds.sweepVideos, async () => {
      const removed = await sweepUnusedVideos(parts, organisations);
      parts.log.info({ event: 'share.videos_swept', removed });
    }),
    handles(kinds.sweepKeys, async () => {
      const removed = await sweepShareKeys(parts, organisations);
      parts.log.info({ event: 'share.keys_swept', removed });
    }),
  ];
}
