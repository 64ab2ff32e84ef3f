import { type OrgId, orgId } from '../../db/index.ts';
import { everyKey, installation, type KnownKey, rootMarks } from '../key-store.ts';
import { providerOf, type RootProvider } from '../root/root-key.ts';
import { inScope, placesOf, type RotationParts } from './parts.ts';
import { countUnder } from './sweep-store.ts';

/** When a data key is replaced by itself. */
export interface Limits {
  readonly maxAgeDays: number;
  /** Random nonces of 96 bits are safe for 2^32 values under a key; this stays far below. */
  readonly maxEncryptions: number;
}

export const usualEncryptions = 2 ** 30;

export interface KeyStatus {
  readonly root: {
    readonly id: string;
    readonly provider: RootProvider;
    readonly ageDays: number;
    /** A change of root keys has begun and not ended. */
    readonly underWay: boolean;
    /** KMS_KEY_ID is set and another key is in use, or it is not set and a key in KMS is. */
    readonly differsFromSettings: boolean;
  };
  /** Organisations that have anything sealed. */
  readonly organisations: number;
  readonly ownKeys: { readonly present: number; readonly missing: number; readonly destroyed: number };
  readonly dataKeys: { readonly pending: number; readonly active: number; readonly retired: number };
  readonly oldestActiveDays: number | null;
  /** The greatest number of values sealed under one active key; never less than the truth. */
  readonly mostEncryptions: number;
  /** Sealed values that stand under a retired key. */
  readonly valuesOnRetired: number;
  readonly due: readonly OrgId[];
}

const dayMs = 86_400_000;

/** Reads how all keys stand. Counts values only where an organisation has a retired key. */
export async function keyStatus(parts: RotationParts, limits: Limits): Promise<KeyStatus> {
  const { db, clock, keys } = parts;
  const now = clock.now();
  const marks = await db.asOwner((tx) => rootMarks(tx));
  const active = marks.find(({ state }) => state === 'active');
  const known = await db.directory((tx) => everyKey(tx));
  const sealing = known.filter(({ purpose }) => purpose === 'sealing');
  const inState = (state: KnownKey['state']) => sealing.filter((key) => key.state === state);
  const owners = [...new Set(known.map((key) => key.org_id))].filter((id) => id !== installation);
  const ownKeys = { present: 0, missing: 0, destroyed: 0 };
  for (const owner of owners) ownKeys[keys.organisations.state(owner)] += 1;
  const ages = inState('active').map((key) => daysOf(key, now));
  const rootId = active?.id ?? keys.id;
  const configured = keys.roots.kms === null ? null : await keys.roots.configured();
  return {
    root: {
      id: rootId,
      provider: providerOf(rootId),
      ageDays: active ? Math.floor((now.getTime() - active.created_at.getTime()) / dayMs) : 0,
      underWay: marks.some(({ state }) => state !== 'active'),
      differsFromSettings: configured === null ? providerOf(rootId) === 'kms' : configured.id !== rootId,
    },
    organisations: owners.length,
    ownKeys,
    dataKeys: {
      pending: inState('pending').length,
      active: inState('active').length,
      retired: inState('retired').length,
    },
    oldestActiveDays: ages.length === 0 ? null : Math.max(...ages),
    mostEncryptions: Math.max(0, ...inState('active').map((key) => key.encryptions)),
    valuesOnRetired: await countOnRetired(parts, inState('retired')),
    due: dueOf(known, limits, now),
  };
}

/** Whose data key is to be replaced, or whose rotation was cut off; the installation itself among them. */
export function dueOf(keys: readonly KnownKey[], limits: Limits, now: Date): OrgId[] {
  const due = keys.filter(
    (key) =>
      key.purpose === 'sealing' &&
      (key.state !== 'active' || daysOf(key, now) >= limits.maxAgeDays || key.encryptions >= limits.maxEncryptions),
  );
  return [...new Set(due.map((key) => orgId(key.org_id)))];
}

function daysOf(key: KnownKey, now: Date): number {
  return Math.floor((now.getTime() - (key.activated_at ?? key.created_at).getTime()) / dayMs);
}

async function countOnRetired({ db, places }: RotationParts, retired: readonly KnownKey[]): Promise<number> {
  let total = 0;
  for (const key of retired) {
    const owner = orgId(key.org_id);
    total += await inScope(db, owner, async (tx) => {
      let found = 0;
      for (const place of placesOf(places, owner)) found += await countUnder(tx, place, owner, [key.id]);
      return found;
    });
  }
  return total;
}
