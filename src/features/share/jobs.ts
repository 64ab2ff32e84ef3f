import { z } from 'zod';
import { jobKind } from '../../platform/jobs/index.ts';

const request = z.object({ orgId: z.uuid(), requestId: z.uuid() });

/** Posts one share. Names the share only: who and what are sealed in its row. Its own row goes when it is settled. */
export const postShare = jobKind('share.post', z.object({ orgId: z.uuid(), shareId: z.uuid() }), {
  atOnce: 8,
  retries: 60,
});

/** Puts a request's message into its channel. One at a time, as Slack takes about one message a second. */
export const announceRequest = jobKind('share.announce_request', request, { atOnce: 1 });

/** Brings the message in the channel up to date with its request. */
export const refreshMessage = jobKind('share.refresh_message', request, { atOnce: 1, onePerKey: true });

/** Takes a recalled request's message out of the channel. */
export const removeMessage = jobKind('share.remove_message', request, { atOnce: 1 });

/** Ends a request at its end date. */
export const endRequest = jobKind('share.end_request', request);

/** A day after its end: sets free what may be told, destroys tokens and key. */
export const closeRequest = jobKind('share.close_request', request);

/** At each full hour: sets free the counts that have grown by a whole group. */
export const releaseFigures = jobKind('share.release_figures', z.object({}), { cron: '0 * * * *', atOnce: 1 });

/** Once a day: removes keys that were made for shares which never came to be. */
export const sweepKeys = jobKind('share.sweep_keys', z.object({}), { cron: '17 3 * * *', atOnce: 1 });
