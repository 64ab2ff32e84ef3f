import type { Tx } from '../../../platform/db/index.ts';
import type { Actor, Role } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import type { Notice } from '../notices/notice.ts';
import { namesOfPeople } from '../store.ts';
import { keyState } from './keys.ts';
import { listKeys } from './store.ts';

/** What is said to owners: to all of them, each in the way of their choice. */
type TellOwners = {
  tell(tx: Tx, notices: readonly Notice[]): Promise<void>;
  actorsIn(tx: Tx, roles: readonly Role[]): Promise<readonly Actor[]>;
};

/**
 * Somebody leaves. The keys that they made belong to the organisation, and what runs on them must not stop with them; but
 * they may have kept a copy. So the owners are told, and decide.
 */
export async function tellOfKeys(
  { clock }: Pick<PeopleContext, 'clock'>,
  { tell, actorsIn }: TellOwners,
  tx: Tx,
  personId: string,
): Promise<void> {
  const now = clock.now();
  const theirs = (await listKeys(tx)).filter((key) => key.madeBy === personId && keyState(key, now) === 'active');
  if (theirs.length === 0) return;
  const name = (await namesOfPeople(tx, [personId])).get(personId) || 'Somebody who made API keys';
  const names = theirs.map((key) => `“${key.name}”`).join(', ');
  const owners = (await actorsIn(tx, ['owner'])).filter((owner) => owner.personId !== personId);
  await tell(
    tx,
    owners.map((owner) => ({
      personId: owner.personId,
      event: 'approval_needed',
      key: `api-keys-of:${personId}:${now.getTime()}`,
      subject: `${name} has left, and API keys that they made go on working`,
      lines: [`${names}: what runs on them goes on. If they could have kept a copy, make new keys and revoke these.`],
      link: { label: 'Look at the keys', path: '/settings/api' },
    })),
  );
}
