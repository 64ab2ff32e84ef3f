import type { Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';

/** What another slice does when somebody leaves, within the same unit of work: both are done or neither. */
export type OnLeaving = (tx: Tx, personId: string, at: Date) => Promise<void>;

/** What another slice does when two records of one human become one: what hangs on the other is to hang on the kept one. */
export type OnMerging = (tx: Tx, keptId: string, otherId: string) => Promise<void>;

/** What another slice knows of somebody that ends or opens up with them: read before they leave, and after. */
export type LeavingList = {
  readonly title: string;
  /** A line each, in the organisation's own words. */
  read(tx: Tx, personId: string, now: Date): Promise<readonly string[]>;
};

type Context = Pick<PeopleContext, 'clock' | 'onLeaving'>;

/** The columns of a person whose membership ends now, after everybody was told. */
export async function leave(
  { clock, onLeaving = [] }: Context,
  tx: Tx,
  personId: string,
  by: 'member' | 'slack',
): Promise<{ readonly state: 'deactivated'; readonly deactivated_by: 'member' | 'slack'; readonly left_at: Date }> {
  const at = clock.now();
  for (const tell of onLeaving) await tell(tx, personId, at);
  return { state: 'deactivated', deactivated_by: by, left_at: at };
}

/** The columns of a person who is back. What was ended stays so. */
export const back = { state: 'active', deactivated_by: null, left_at: null } as const;
