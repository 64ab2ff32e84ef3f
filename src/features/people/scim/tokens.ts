import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import { randomToken, tokenHash } from '../../../platform/vault/index.ts';
import type { PeopleContext } from '../context.ts';
import { deleteToken, findToken, noteUse, organisationOfToken, putToken } from './store.ts';

type Context = Pick<PeopleContext, 'clock' | 'audit'>;

const entryOf = (by: Actor) =>
  ({ actor: { kind: 'person', id: by.personId }, target: { type: 'organisation', id: by.orgId } }) as const;

/** Makes the organisation's token and gives it this once; the one before stops working. */
export async function makeToken({ clock, audit }: Context, tx: Tx, by: Actor): Promise<string> {
  // Recognisable, so that whoever finds one lying about knows what it opens.
  const token = `coact_scim_${randomToken()}`;
  const replaced = (await findToken(tx)) !== null;
  await putToken(tx, tokenHash(token), by.personId, clock.now());
  await audit.append(tx, { ...entryOf(by), action: 'people.scim_token_made', detail: { replaced } });
  return token;
}

/** Revokes the token; false when there is none. */
export async function revokeToken({ audit }: Pick<Context, 'audit'>, tx: Tx, by: Actor): Promise<boolean> {
  if (!(await deleteToken(tx))) return false;
  await audit.append(tx, { ...entryOf(by), action: 'people.scim_token_revoked' });
  return true;
}

/** Whose the token of a request is; null for none, a made-up one and a revoked one. */
export async function organisationOf(
  { db, clock }: Pick<PeopleContext, 'db' | 'clock'>,
  authorization: string | undefined,
): Promise<OrgId | null> {
  const token = /^Bearer +(coact_scim_[\w-]{43})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return null;
  const orgId = await db.directory((tx) => organisationOfToken(tx, tokenHash(token)));
  if (orgId !== null) await db.inOrg(orgId, (tx) => noteUse(tx, clock.now()));
  return orgId;
}
