import { z } from 'zod';
import { jobKind } from '../../platform/jobs/index.ts';
import type { NetworkName } from '../networks/index.ts';

const request = z.object({ orgId: z.uuid(), requestId: z.uuid() });

const share = z.object({ orgId: z.uuid(), shareId: z.uuid() });
const patiently = { atOnce: 8, retries: 60 } as const;

/**
 * Posts one share. Names the share only: who and what are sealed in its row. Its own row goes when it is settled. Each
 * network has a queue and workers of its own, so that one that hangs keeps no share from another.
 */
export const postShareOn = {
  linkedin: jobKind('share.post_linkedin', share, patiently),
  x: jobKind('share.post_x', share, patiently),
  // Facebook lets nobody post for a person today; nothing waits here.
  facebook: jobKind('share.post_facebook', share, { ...patiently, atOnce: 1 }),
  threads: jobKind('share.post_threads', share, patiently),
  mastodon: jobKind('share.post_mastodon', share, patiently),
  // The first network's queue keeps the name it had alone: shares wait in it for weeks.
  bluesky: jobKind('share.post', share, patiently),
} as const satisfies Record<NetworkName, unknown>;

/** Puts a request's message into its channel. One at a time, as Slack takes about one message a second. */
export const announceRequest = jobKind('share.announce_request', request, { atOnce: 1 });

/** Brings the message in the channel up to date with its request. */
export const refreshMessage = jobKind('share.refresh_message', request, { atOnce: 1, onePerKey: true });

/** Takes a recalled request's message out of the channel. */
export const removeMessage = jobKind('share.remove_message', request, { atOnce: 1 });

/** Reminds a request's channels of it, once. Named by its moment, so that the same one is planned once. */
export const remindOfRequest = jobKind('share.remind_of_request', request, { atOnce: 1, onePerKey: true });

/** Ends a request at its end date. */
export const endRequest = jobKind('share.end_request', request);

/** A day after its end: sets free what may be told, destroys tokens and key. */
export const closeRequest = jobKind('share.close_request', request);

/** At each full hour: sets free the counts that have grown by a whole group. */
export const releaseFigures = jobKind('share.release_figures', z.object({}), { cron: '0 * * * *', atOnce: 1 });

/** Once a day: removes keys that were made for shares which never came to be. */
export const sweepKeys = jobKind('share.sweep_keys', z.object({}), { cron: '17 3 * * *', atOnce: 1 });

/** Once a day: removes videos that were uploaded for requests which never came to be. */
export const sweepVideos = jobKind('share.sweep_videos', z.object({}), { cron: '37 3 * * *', atOnce: 1 });

/** Each hour: sends the totals to whoever wants them at that hour of the organisation's clock. */
export const sendDigests = jobKind('share.send_digests', z.object({}), { cron: '4 * * * *', atOnce: 1 });

/** Looks at the page that somebody suggested. Names the item only, never whoever it is from. */
export const readSuggestedPage = jobKind(
  'share.read_suggested_page',
  z.object({ orgId: z.uuid(), itemId: z.uuid(), titled: z.boolean() }),
  { atOnce: 2, retries: 2 },
);

/** Brings somebody's totals of a period to Slack. Names the reader of totals alone, never a sharer. */
export const sendDigestToSlack = jobKind(
  'share.send_digest_to_slack',
  z.object({
    ...{ orgId: z.uuid(), personId: z.uuid(), every: z.enum(['week', 'month']) },
    ...{ from: z.iso.date(), to: z.iso.date() },
  }),
  { atOnce: 2, retries: 6 },
);
