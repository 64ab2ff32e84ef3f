import type { Tx } from '../../platform/db/index.ts';
import type { AccountAction } from './account-acts.ts';
import { openAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { type AccountNotice, accountLetter } from './letters.ts';
import { activeMemberships } from './sign-in-entry.ts';
import { findPerson } from './store.ts';

const notices: Partial<Record<AccountAction, AccountNotice>> = {
  'people.password_set': 'password_set',
  'people.password_removed': 'password_removed',
  'people.second_factor_added': 'code_added',
  'people.second_factor_removed': 'code_removed',
  'people.recovery_codes_made': 'recovery_codes_made',
  'people.recovery_code_used': 'recovery_code_used',
  'people.passkey_added': 'passkey_added',
  'people.passkey_removed': 'passkey_removed',
  'people.identity_linked': 'identity_linked',
  'people.identity_removed': 'identity_removed',
};

/**
 * Writes an act about a person's own account into the log of every organisation that they are a member of, and tells
 * them by mail, so that somebody else's act does not stay unseen.
 */
export async function recordAct(
  context: PeopleContext,
  userId: string,
  action: AccountAction,
  detail: Readonly<Record<string, string | number | boolean>> = {},
): Promise<void> {
  const memberships = await activeMemberships(context, userId);
  let told = false;
  for (const { orgId, personId } of memberships) {
    told = await context.db.inOrg(orgId, async (tx) => {
      const entry = { actor: { kind: 'person', id: personId }, target: { type: 'person', id: personId } } as const;
      await context.audit.append(tx, { ...entry, action, detail });
      // One mail, however many organisations.
      return told || (await tell(context, tx, personId, notices[action]));
    });
  }
}

async function tell(
  { vault, mail, publicUrl }: PeopleContext,
  tx: Tx,
  personId: string,
  notice: AccountNotice | undefined,
): Promise<boolean> {
  if (notice === undefined) return true;
  const person = await findPerson(tx, { id: personId });
  const address = person && (await openAddress(vault, tx, person));
  if (!address) return false;
  await mail.send(tx, accountLetter(address, notice, `${publicUrl}/account`));
  return true;
}
