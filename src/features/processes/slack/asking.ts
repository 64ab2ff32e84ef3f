import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { SlackClient } from '../../../platform/slack/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Asking } from '../writing/standing.ts';

/** What runs in Slack stand on, with what shows somebody's Home tab as things are now. */
export type SlackParts = ProcessParts & {
  refreshHome(client: SlackClient, orgId: OrgId, slackUserId: string): Promise<void>;
};

/** Reads or does something as a Slack member, as far as they may use processes; null where they may not. */
export function asMember<T>(
  { db, people, policy }: Pick<ProcessParts, 'db' | 'people' | 'policy'>,
  orgId: OrgId,
  slackUserId: string,
  work: (tx: Tx, asking: Asking) => Promise<T>,
): Promise<T | null> {
  return db.inOrg(orgId, async (tx) => {
    const actor = await people.actorForSlack(tx, slackUserId);
    if (actor === null) return null;
    const allowed: Asking['allowed'] = (action, resource) => policy.decide({ actor, action, resource });
    if (!allowed('processes.use', { type: 'Organisation', id: orgId, orgId })) return null;
    return work(tx, { actor, orgId, allowed });
  });
}
