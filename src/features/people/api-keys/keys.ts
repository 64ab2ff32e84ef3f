import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor, Right, ServiceActor } from '../../../platform/policy/index.ts';
import { randomToken, tokenHash } from '../../../platform/vault/index.ts';
import type { PeopleContext } from '../context.ts';
import { isKey, writeKey } from './key.ts';
import { type ApiKey, insertKey, keyOfHash, listKeys, noteDayOfUse, revoke } from './store.ts';

type Context = Pick<PeopleContext, 'clock' | 'audit'>;

type WantedKey = { readonly name: string; readonly rights: readonly Right[]; readonly expiresAt: Date };

/** More would be a sign that keys are made where one should be used. */
const mostKeys = 50;

/** Whether a key opens anything at a moment, and if not, why. */
export function keyState({ expiresAt, revokedAt }: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date) {
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'active' : 'expired';
}

const targetOf = (id: string) => ({ type: 'api_key', id }) as const;

/** Makes a key and gives it this once; null when there are too many already. */
export async function makeKey(
  { clock, audit }: Context,
  tx: Tx,
  by: Actor,
  { name, rights, expiresAt }: WantedKey,
): Promise<{ readonly made: ApiKey; readonly key: string } | null> {
  const now = clock.now();
  const active = (await listKeys(tx)).filter((one) => keyState(one, now) === 'active');
  if (active.length >= mostKeys) return null;
  const key = writeKey(randomToken());
  const made = { id: newId(clock), name, rights, madeBy: by.personId, createdAt: now, expiresAt };
  await insertKey(tx, made, tokenHash(key));
  await audit.append(tx, {
    actor: { kind: 'person', id: by.personId },
    action: 'people.api_key_made',
    target: targetOf(made.id),
    detail: { rights: rights.join(','), until: expiresAt.toISOString().slice(0, 10) },
  });
  return { made: { ...made, revokedAt: null, lastUsedOn: null }, key };
}

/** Ends a key at once. */
export async function revokeKey({ clock, audit }: Context, tx: Tx, by: Actor, id: string): Promise<void> {
  if (!(await revoke(tx, id, clock.now()))) return;
  const actor = { kind: 'person', id: by.personId } as const;
  await audit.append(tx, { actor, action: 'people.api_key_revoked', target: targetOf(id) });
}

/**
 * The program that shows a key; null for a made-up, a revoked and an expired one. It is found by its hash: how long that
 * takes says nothing of the key itself, as nobody can choose what a hash begins with.
 */
export async function actorOfKey(
  { db, clock }: Pick<PeopleContext, 'db' | 'clock'>,
  key: string,
): Promise<ServiceActor | null> {
  if (!isKey(key)) return null;
  const found = await db.directory((tx) => keyOfHash(tx, tokenHash(key)));
  if (found === null || keyState(found, clock.now()) !== 'active') return null;
  const { id, orgId, rights, lastUsedOn } = found;
  const today = clock.now().toISOString().slice(0, 10);
  if (lastUsedOn !== today) await db.inOrg(orgId, (tx) => noteDayOfUse(tx, id, today));
  return { kind: 'key', keyId: id, orgId, rights, state: 'active' };
}
