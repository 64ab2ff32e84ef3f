import { z } from 'zod';
import { jobKind } from '../jobs/index.ts';

const ref = { orgId: z.uuid(), installationId: z.uuid(), generation: z.int() };

/** An event for the slices. Where it names a person, the job removes every trace of itself once it is done. */
export const handleEvent = jobKind(
  'slack.handle_event',
  z.object({
    orgId: z.uuid(),
    teamId: z.string(),
    type: z.string(),
    at: z.iso.datetime(),
    slackUserId: z.string().nullable(),
    channelId: z.string().nullable(),
    tab: z.string().nullable(),
  }),
  { retries: 5 },
);

/** Tells the slices that an installation has ended. */
export const announceEnd = jobKind('slack.announce_end', z.object(ref));

/** Asks Slack whether a token still lives, after an event that may belong to an older installation. */
export const checkToken = jobKind('slack.check_token', z.object(ref));

/** Forgets events seen more than a day ago. */
export const forgetSeen = jobKind('slack.forget_seen', z.object({ orgId: z.uuid() }), { onePerKey: true });
