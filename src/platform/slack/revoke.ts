import { z } from 'zod';
import { callSlack } from './call.ts';
import { patience, type SlackContext } from './context.ts';

/** Gives a token back to Slack, which takes the app out of the workspace. A failure is logged: our side goes on. */
export async function revokeAtSlack(context: SlackContext, token: string): Promise<void> {
  const credentials = { authorization: `Bearer ${token}` };
  const options = { timeoutMs: patience.job };
  const revoked = await callSlack(context.api, credentials, 'revokeToken', {}, z.object({}), options);
  if (!revoked.ok) context.log.warn({ event: 'slack.revoke_failed', code: revoked.error });
}
