import type { AuditTrail } from '../../platform/audit/index.ts';
import type { Auth } from '../../platform/auth/index.ts';
import type { Database, OrgId } from '../../platform/db/index.ts';
import type { PeopleAction } from './acts.ts';
import { linkUrl } from './letters.ts';
import { listOwners } from './store.ts';

/** What it takes to bring an owner back in: much less than the whole product. */
type BackInParts = {
  readonly db: Database;
  readonly auth: Auth;
  readonly audit: AuditTrail<PeopleAction>;
  readonly publicUrl: string;
};

export type WantedOwnerLink = {
  readonly orgId: OrgId;
  /** Which owner; else the one who has been here longest. */
  readonly personId?: string;
  readonly withoutSecondFactor?: boolean;
};

export type OwnerLink =
  | { readonly ok: true; readonly url: string; readonly personId: string; readonly minutes: number }
  /** `no_owner`: the organisation, or that person in it, has no active owner who could sign in. */
  | { readonly ok: false; readonly reason: 'no_owner' };

const minutes = 30;

/**
 * Makes a one-time sign-in link for an owner, for the operator to hand over when every other way in is lost. It stands in
 * the organisation's log. The second factor is asked for as ever, unless the operator takes all of them away with it:
 * whoever may do that has the database and the keys anyway.
 */
export async function makeOwnerSignInLink(
  { db, auth, audit, publicUrl }: BackInParts,
  wanted: WantedOwnerLink,
): Promise<OwnerLink> {
  const { orgId, personId, withoutSecondFactor = false } = wanted;
  const owners = (await db.inOrg(orgId, listOwners)).filter(({ userId }) => userId !== null);
  const owner = personId === undefined ? owners[0] : owners.find(({ id }) => id === personId);
  if (!owner?.userId) return { ok: false, reason: 'no_owner' };
  const { userId } = owner;
  // First the record: a link that nobody could see in the log must not exist.
  await db.inOrg(orgId, (tx) =>
    audit.append(tx, {
      actor: { kind: 'operator', id: 'operator' },
      action: 'people.sign_in_link_made',
      target: { type: 'person', id: owner.id },
      detail: { withoutSecondFactor },
    }),
  );
  if (withoutSecondFactor) await removeSecondFactors(auth, userId);
  const token = await auth.createLink({ purpose: 'sign_in', subject: { userId, from: 'operator' }, minutes });
  return { ok: true, url: linkUrl(publicUrl, token), personId: owner.id, minutes };
}

/** Takes away what was lost or stolen, with everything that was begun or is running on it. */
async function removeSecondFactors(auth: Auth, userId: string): Promise<void> {
  await auth.codes.remove(userId);
  await auth.recovery.remove(userId);
  for (const { id } of await auth.passkeys.list(userId)) await auth.passkeys.remove(userId, id);
  await auth.tickets.withdraw(userId);
  await auth.endSessions(userId);
}
