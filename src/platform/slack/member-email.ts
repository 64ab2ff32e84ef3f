import { z } from 'zod';
import { type CallOptions, callSlack, type SlackApi } from './call.ts';
import type { SlackResult } from './failures.ts';

/**
 * The only reasons to read an address. Sign-up sends a confirmation to the one person who asked for it; reinstall checks
 * that the installer belongs to the organisation. A third reason needs a new promise first, not a new string here.
 */
export type EmailPurpose = 'sign_up' | 'reinstall';

const shape = z
  .object({ user: z.object({ profile: z.object({ email: z.email().optional() }) }) })
  .transform(({ user }) => ({ email: user.profile.email?.toLowerCase() ?? null }));

/**
 * Reads the address that Slack holds for one person: the only place in Coact where an address comes out of Slack. Callers
 * go through `slack.readMemberEmail`, which writes the audit entry first.
 * @returns null where the person has none (strangers, bots)
 */
export function fetchMemberEmail(
  api: SlackApi,
  token: string,
  slackUserId: string,
  options: CallOptions,
): Promise<SlackResult<{ email: string | null }>> {
  return callSlack(api, { authorization: `Bearer ${token}` }, 'readMemberEmail', { user: slackUserId }, shape, options);
}
