import type { Context } from 'hono';
import { notFound, problem } from '../../platform/http/index.ts';
import type { Kept } from './account.ts';
import type { PeopleContext } from './context.ts';

const keptSentences: Readonly<Record<Exclude<Kept, 'not_found'>, string>> = {
  last_way_in: 'This is the last way into your account. Add another one first.',
  second_factor_required: 'Your role needs a second factor. Add another one first.',
  password_too_short: 'Without a second factor your password would be too short. Set a longer one first.',
  kept_in_slack: 'Who you are in Slack belongs to your organisation. Ask an owner to remove you there.',
};

/** 409 with the reason for which something stays; 404 where there is nothing. */
export function keptAnswer(c: Context, reason: Kept): Response {
  if (reason === 'not_found') return notFound(c);
  return problem(c, 409, reason, keptSentences[reason]);
}

/** Recovery codes stand in for a second factor: without one they would be a way around nothing. */
export async function afterRemoval({ auth }: PeopleContext, userId: string): Promise<void> {
  await auth.tickets.withdraw(userId);
  if ((await auth.secondFactors(userId)).length === 0) await auth.recovery.remove(userId);
}
