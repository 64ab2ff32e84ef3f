/**
 * How the data key of an organisation is replaced while everything runs.
 *
 * pending: made, wrapped, proved to unwrap, committed. Nothing is sealed under it yet.
 * active: seals. In the transaction in which the pending key becomes active, the former one becomes retired; as whoever
 *   seals asks for the active key in each transaction, all processes use the new one from then on.
 * retired: only opens. What stands under it is sealed anew in small transactions, each value where and if it is still
 *   the one that was read. Whoever is just now sealing under it holds a lock until their transaction ends.
 * destroyed: with that lock alone in hand, and so with nobody sealing, no value carries the key's id any more: its row
 *   is overwritten and deleted.
 *
 * Each arrow is one transaction; cut off anywhere, the next run reads the state and goes on from there. Two runs at once
 * do each other's work and no harm.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { OrgId, Tx } from '../../db/index.ts';
import { changeKey, type DataKeyRow, holdBackSealing, keysOfOwner, wipeKeys } from '../key-store.ts';
import { inScope, placesOf, type RotationParts } from './parts.ts';
import { resealOnce } from './reseal.ts';
import { countUnder } from './sweep-store.ts';

export interface DataRotation {
  readonly owner: OrgId;
  /** `resumed`: a rotation that had been cut off was brought to its end. `none`: nothing was ever sealed. */
  readonly outcome: 'rotated' | 'resumed' | 'unfinished' | 'none';
  readonly resealed: number;
  /** Values that no key opens; their key stays until they are mended or deleted. */
  readonly broken: number;
  readonly destroyed: number;
}

const usualGraceMs = 10_000;
/** While others hold rows or are sealing, look again after this. */
const pauseMs = 40;
const dayMs = 86_400_000;

/** Gives an organisation, or the installation, a new data key; or ends a rotation that was begun within the day. */
export async function rotateDataKey(parts: RotationParts, owner: OrgId): Promise<DataRotation> {
  const before = await sealingKeys(parts, owner);
  const active = before.find(({ state }) => state === 'active');
  if (active === undefined) return { owner, outcome: 'none', resealed: 0, broken: 0, destroyed: 0 };
  const since = active.activated_at ?? active.created_at;
  const underWay = before.some(({ state }) => state === 'retired');
  const isRecent = parts.clock.now().getTime() - since.getTime() < dayMs;
  if (!(underWay && isRecent)) await renewKey(parts, owner);
  return finish(parts, owner, underWay && isRecent ? 'resumed' : 'rotated');
}

/** Ends what was begun, without a new key. */
export function finishRotation(parts: RotationParts, owner: OrgId): Promise<DataRotation> {
  return finish(parts, owner, 'resumed');
}

async function sealingKeys({ db }: RotationParts, owner: OrgId): Promise<DataKeyRow[]> {
  return (await inScope(db, owner, keysOfOwner)).filter(({ purpose }) => purpose === 'sealing');
}

async function renewKey(parts: RotationParts, owner: OrgId): Promise<void> {
  const { db, keys, clock, record, onStep } = parts;
  const waiting = (await sealingKeys(parts, owner)).find(({ state }) => state === 'pending');
  const id = waiting?.id ?? (await inScope(db, owner, (tx) => keys.dataKeys.make(tx, 'sealing', 'pending')));
  onStep?.({ step: 'key_made', owner, keyId: id });
  await inScope(db, owner, async (tx) => {
    const rows = (await keysOfOwner(tx)).filter(({ purpose }) => purpose === 'sealing');
    const next = rows.find((row) => row.id === id && row.state === 'pending');
    const former = rows.find(({ state }) => state === 'active');
    // Another run has got it there already.
    if (next === undefined) return;
    // A key that can't be unwrapped after a restart would take with it whatever is sealed under it.
    await keys.dataKeys.unwrap(next);
    const now = clock.now();
    if (former && !(await changeKey(tx, former, { state: 'retired', retired_at: now }))) return;
    await changeKey(tx, next, { state: 'active', activated_at: now });
    await record?.(tx, id);
  });
  onStep?.({ step: 'key_active', owner, keyId: id });
}

async function finish(parts: RotationParts, owner: OrgId, outcome: 'rotated' | 'resumed'): Promise<DataRotation> {
  let resealed = 0;
  for (;;) {
    const retired = (await sealingKeys(parts, owner)).filter(({ state }) => state === 'retired');
    if (retired.length === 0) return { owner, outcome, resealed, broken: 0, destroyed: 0 };
    const ids = retired.map(({ id }) => id);
    const pass = await resealOnce(parts, owner, ids);
    resealed += pass.resealed;
    const destroyed = await inScope(parts.db, owner, (tx) => destroyUnused(parts, tx, owner));
    if (destroyed > 0) parts.onStep?.({ step: 'keys_destroyed', owner, keys: destroyed });
    if (destroyed === ids.length) return { owner, outcome, resealed, broken: 0, destroyed };
    const isStuck = pass.broken > 0 && pass.resealed === 0;
    const hasToWait = parts.hasty === true && pass.resealed === 0;
    if (isStuck || hasToWait || parts.shouldStop?.()) {
      return { owner, outcome: 'unfinished', resealed, broken: pass.broken, destroyed };
    }
    await wait(pauseMs);
  }
}

/** Destroys the retired keys that no value carries. @returns how many; 0 while somebody is sealing */
async function destroyUnused(parts: RotationParts, tx: Tx, owner: OrgId): Promise<number> {
  if (!(await holdBackSealing(tx))) return 0;
  const places = placesOf(parts.places, owner);
  const grace = places.some(({ within }) => within) ? (parts.graceMs ?? usualGraceMs) : 0;
  const now = parts.clock.now().getTime();
  const unused: string[] = [];
  for (const key of await keysOfOwner(tx)) {
    if (key.state !== 'retired' || now - (key.retired_at?.getTime() ?? 0) < grace) continue;
    let carried = 0;
    for (const place of places) carried += await countUnder(tx, place, owner, [key.id]);
    if (carried === 0) unused.push(key.id);
  }
  if (unused.length > 0) await wipeKeys(tx, unused, randomBytes(64));
  return unused.length;
}
