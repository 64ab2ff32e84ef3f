import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type AuditTrail, defineActs } from './platform/audit/index.ts';
import type { Clock } from './platform/clock/index.ts';
import type { Database, Tx } from './platform/db/index.ts';
import { handles, type JobHandler, jobKind, RetryLater } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import {
  type Keys,
  keyOwners,
  type Limits,
  type RotationParts,
  rotateDataKeys,
  rotateDue,
  rotateRootKey,
  usualEncryptions,
} from './platform/vault/index.ts';
import { allSealedPlaces } from './sealed-places.ts';

/** What is recorded of an organisation's keys. */
export const keyActs = defineActs({
  'keys.data_key_replaced': {
    sentence: '{actor} gave the organisation a new data key; what was sealed is sealed anew',
    target: 'organisation',
    fields: { key: 'id of the new key' },
  },
  'keys.root_key_replaced': {
    sentence:
      '{actor} replaced the root key of the installation; the organisation’s keys are wrapped under the new one',
    target: 'organisation',
    fields: { key: 'id of the new root key' },
  },
});

interface Parts {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly audit: AuditTrail;
}

interface KeyConfig {
  readonly dataDir: string;
  readonly keysMaxAgeDays: number;
}

export function limitsOf({ keysMaxAgeDays }: KeyConfig): Limits {
  return { maxAgeDays: keysMaxAgeDays, maxEncryptions: usualEncryptions };
}

/** What rotation works on: every place of the product, and the record of each organisation that gets a new key. */
export function rotationParts({ db, clock, keys, audit }: Parts, actor: 'operator' | 'system'): RotationParts {
  const recordAs = (action: keyof typeof keyActs) => async (tx: Tx, key: string) => {
    // The installation's own keys belong to no organisation, and so to no organisation's log.
    if (tx.orgId === null) return;
    // An erasure that was cut off between key and rows: what would be recorded could not be sealed any more.
    if (keys.organisations.state(tx.orgId) === 'destroyed') return;
    const target = { type: 'organisation', id: tx.orgId };
    await audit.append(tx, { actor: { kind: actor, id: 'keys' }, action, target, detail: { key } });
  };
  return {
    ...{ db, clock, keys, places: allSealedPlaces },
    record: recordAs('keys.data_key_replaced'),
    recordRoot: recordAs('keys.root_key_replaced'),
  };
}

const asked = ['root', 'data', 'all'] as const;
export type AskedRotation = (typeof asked)[number];

const requestFile = (dataDir: string, what: AskedRotation) => join(dataDir, 'requests', `rotate-${what}-keys`);

/** Asks the server that runs on the embedded database, which no second process can open, to rotate. */
export function askServerToRotate(dataDir: string, what: AskedRotation): void {
  mkdirSync(join(dataDir, 'requests'), { recursive: true, mode: 0o700 });
  writeFileSync(requestFile(dataDir, what), '', { mode: 0o600 });
}

/** A job that runs for longer is taken for lost: it ends itself before, and goes on in the next. */
const longestMs = 4 * 60_000;
const due = jobKind('keys.rotate_due', z.object({}), { cron: '41 3 * * *', onePerKey: true, atOnce: 1 });
const requested = jobKind('keys.rotate_requested', z.object({}), { cron: '* * * * *', onePerKey: true, atOnce: 1 });

/** Rotation by itself, daily; on the embedded database also when the operator asked for it. */
export function keyJobs(parts: Parts & { readonly log: Log; readonly config: KeyConfig }): JobHandler[] {
  const { log, config, db } = parts;
  const daily = handles(due, async () => {
    const end = performance.now() + longestMs;
    const rotation = { ...rotationParts(parts, 'system'), shouldStop: () => performance.now() > end };
    const { rotations, left } = await rotateDue(rotation, limitsOf(config));
    for (const { owner, outcome, resealed, broken } of rotations) {
      log.info({ event: 'keys.rotated', orgId: owner, outcome, resealed, broken });
    }
    if (left) throw new RetryLater(5);
  });
  if (db.kind !== 'pglite') return [daily];
  const onRequest = handles(requested, async () => {
    for (const what of asked) {
      const file = requestFile(config.dataDir, what);
      if (!existsSync(file)) continue;
      await rotateAsked(rotationParts(parts, 'operator'), what, log);
      // Last, so that what is cut off is asked for still.
      rmSync(file, { force: true });
    }
  });
  return [daily, onRequest];
}

async function rotateAsked(parts: RotationParts, what: AskedRotation, log: Log): Promise<void> {
  if (what !== 'data') {
    const { id, rewrapped } = await rotateRootKey(parts);
    log.info({ event: 'keys.root_rotated', rootKey: id, rewrapped });
  }
  if (what === 'root') return;
  for (const { owner, outcome, resealed, broken } of await rotateDataKeys(parts, await keyOwners(parts))) {
    log.info({ event: 'keys.rotated', orgId: owner, outcome, resealed, broken });
  }
}
