import type { Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';

/** Whose word ends a membership: a member's in Coact, the Slack workspace's, or the identity provider's. */
type LeavingBy = 'member' | 'slack' | 'scim';

type Context = Pick<PeopleContext, 'clock' | 'onLeaving'>;

/** The columns of a person whose membership ends now, after everybody was told. */
export async function leave(
  { clock, onLeaving = [] }: Context,
  tx: Tx,
  personId: string,
  by: LeavingBy,
): Promise<{ readonly state: 'deactivated'; readonly deactivated_by: LeavingBy; readonly left_at: Date }> {
  const at = clock.now();
  for (const tell of onLeaving) await tell(tx, personId, at);
  return { state: 'deactivated', deactivated_by: by, left_at: at };
}

/** The columns of a person who is back. What was ended stays so. */
export const back = { state: 'active', deactivated_by: null, left_at: null } as const;
