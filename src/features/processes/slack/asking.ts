import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { SlackClient } from '../../../platform/slack/index.ts';
import { asSlackMember } from '../../people/index.ts';
import type { ProcessParts } from '../parts.ts';

/** What runs in Slack stand on, with what shows somebody's Home tab as things are now. */
export type SlackParts = ProcessParts & {
  refreshHome(client: SlackClient, orgId: OrgId, slackUserId: string): Promise<void>;
};

/** Reads or does something as a Slack member, as far as they may use processes; null where they may not. */
export function asMember<T>(
  parts: Pick<ProcessParts, 'db' | 'people' | 'policy'>,
  orgId: OrgId,
  slackUserId: string,
  work: (tx: Tx, asking: Asking) => Promise<T>,
): Promise<T | null> {
  return asSlackMember(parts, { orgId, slackUserId, mayAct: 'processes.use' }, work);
}
