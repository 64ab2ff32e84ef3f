import { eraseRows, type OrgId } from '../../platform/db/index.ts';
import { forgetJobs } from '../../platform/jobs/index.ts';
import { destroyKeys, KeysDestroyed } from '../../platform/vault/index.ts';
import { CommandProblem } from '../problems.ts';
import { type Operator, operatorActor } from './find.ts';
import { keptTables } from './tables.ts';

/** What was erased, for whoever asked for it. */
export interface Receipt {
  readonly organisation: OrgId;
  readonly at: string;
  /** Rows by table. */
  readonly erased: Readonly<Record<string, number>>;
  readonly destroyedKeys: readonly string[];
  readonly kept: readonly string[];
  /** Whether Slack took our leave; its token is gone in any case. */
  readonly leftSlack: boolean;
}

/**
 * Erases an organisation: ends what it pays for, says so in its audit log, leaves Slack, destroys its keys (from then on nothing that was sealed
 * can be read, in no backup either), and deletes its rows and the links that led into it. Cut off at any point, it can be called again.
 * @throws when Stripe can't be asked to end its plan: then nothing was erased
 */
export async function eraseOrganisation(operator: Operator, orgId: OrgId): Promise<Receipt> {
  const { db, clock, keys, audit, people, auth, slack, announceHosts, endPlan } = operator;
  // First: once its rows are gone nobody knows any more what it pays for.
  await endPlan(orgId).catch((cause: unknown) => {
    throw new CommandProblem('Its plan could not be ended at Stripe, so nothing was erased. Try again.', { cause });
  });
  const target = { type: 'organisation', id: orgId };
  const leftSlack = await slack.disconnect(orgId).then(
    () => true,
    () => false,
  );
  await db
    .inOrg(orgId, (tx) => audit.append(tx, { actor: operatorActor, action: 'operator.organisation_erased', target }))
    .catch(unlessDestroyed);
  const users = await usersOf(operator, orgId);
  const { keyIds } = await destroyKeys({ db, clock, keys }, orgId);
  const erased = await db.inOrg(orgId, async (tx) => {
    await forgetJobs(tx);
    await announceHosts(tx);
    return eraseRows(tx, keptTables);
  });
  await auth.withdrawLinksOf(orgId);
  for (const userId of users) {
    if ((await people.organisationsOf(userId)).length === 0) await auth.endSessions(userId);
  }
  const at = clock.now().toISOString();
  return { organisation: orgId, at, erased, destroyedKeys: keyIds, kept: keptTables, leftSlack };
}

/** Addresses are sealed, so this fails once the keys are gone; whoever signed in was signed out by the first call. */
async function usersOf({ db, people }: Operator, orgId: OrgId): Promise<readonly string[]> {
  try {
    const members = await db.inOrg(orgId, (tx) => people.members(tx));
    return members.flatMap(({ userId }) => (userId === null ? [] : [userId]));
  } catch (error) {
    unlessDestroyed(error);
    return [];
  }
}

/** A second call after the keys are gone: the act was recorded by the first. */
function unlessDestroyed(error: unknown): void {
  if (!(error instanceof KeysDestroyed)) throw error;
}
