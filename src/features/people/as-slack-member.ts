import type { Database, OrgId, Tx } from '../../platform/db/index.ts';
import { type Asking, askingAs, type Policy } from '../../platform/policy/index.ts';
import type { People } from './people.ts';

interface SlackMemberParts {
  readonly db: Pick<Database, 'inOrg'>;
  readonly people: Pick<People, 'actorForSlack'>;
  readonly policy: Pick<Policy, 'decide'>;
}

/** A member of a Slack workspace, and what they must be allowed in their organisation. */
interface SlackMember {
  readonly orgId: OrgId;
  readonly slackUserId: string;
  readonly mayAct: string;
}

/**
 * Reads or does something as a member of Slack, in one unit of work.
 *
 * @returns what the work gave, or null where Coact doesn't know them or they may not.
 */
export function asSlackMember<T>(
  { db, people, policy }: SlackMemberParts,
  { orgId, slackUserId, mayAct }: SlackMember,
  work: (tx: Tx, asking: Asking) => Promise<T>,
): Promise<T | null> {
  return db.inOrg(orgId, async (tx) => {
    const actor = await people.actorForSlack(tx, slackUserId);
    if (actor === null) return null;
    const asking = askingAs({ policy }, actor);
    return asking.allowed(mayAct, { type: 'Organisation', id: orgId, orgId }) ? work(tx, asking) : null;
  });
}
