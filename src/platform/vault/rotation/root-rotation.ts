/**
 * How the root key is replaced while everything runs, from a file to another, or between a file and AWS KMS.
 *
 * pending: the database names the next root key; then it is made, and proved to wrap and unwrap.
 * active: wraps every new data key, in all processes, as each asks the database. The former one becomes retired.
 * retired: only unwraps. What is wrapped under it is wrapped under the active one; values are not touched. A foreign key
 *   of the database refuses to forget it before nothing is left, and to take in anything under it afterwards.
 * destroyed: forgotten by the database; a file is overwritten and removed, a key in KMS is left to its owner.
 *
 * Cut off anywhere, the next run goes on from there.
 */
import type { OrgId } from '../../db/index.ts';
import {
  changeKey,
  changeRootMark,
  type DataKeyRow,
  deleteRootMark,
  insertFormerRoot,
  insertRootMark,
  keysOfOwner,
  noteRootDestroyed,
  ownersUnder,
  rootMarks,
  undestroyedRoots,
} from '../key-store.ts';
import { makeRootText, nextRootFile, readRootFiles, rootFile } from '../root/key-file.ts';
import { providerOf, type RootKey, RootKeyProblem } from '../root/root-key.ts';
import { inScope, type RotationParts } from './parts.ts';

export interface RootRotation {
  /** `same`: KMS_KEY_ID names the key that is in use already; AWS renews what is inside it by itself. */
  readonly outcome: 'rotated' | 'resumed' | 'same';
  readonly id: string;
  readonly rewrapped: number;
  /** Former root keys that nothing is wrapped under any more. Backups from before need them. */
  readonly former: readonly string[];
}

/** @throws RootKeyProblem, KeyServiceAway */
export async function rotateRootKey(parts: RotationParts): Promise<RootRotation> {
  await destroyFormer(parts);
  const underWay = (await marksOf(parts)).some(({ state }) => state === 'retired');
  if (!underWay && !(await changeOver(parts))) {
    return { outcome: 'same', id: await activeId(parts), rewrapped: 0, former: [] };
  }
  const former: string[] = [];
  let rewrapped = 0;
  for (const { id, state } of await marksOf(parts)) {
    if (state !== 'retired') continue;
    rewrapped += await emptyRoot(parts, id);
    former.push(id);
  }
  await destroyFormer(parts);
  return { outcome: underWay ? 'resumed' : 'rotated', id: await activeId(parts), rewrapped, former };
}

const marksOf = ({ db }: RotationParts) => db.asOwner((tx) => rootMarks(tx));

async function activeId(parts: RotationParts): Promise<string> {
  const active = (await marksOf(parts)).find(({ state }) => state === 'active');
  if (active === undefined) throw new RootKeyProblem('This database says of no root key that it is in use.');
  return active.id;
}

/** Makes the next root key the active one. False where the one that is wanted is in use already. */
async function changeOver(parts: RotationParts): Promise<boolean> {
  const { db, keys, onStep } = parts;
  const active = await activeId(parts);
  await dropPending(parts);
  const next = keys.roots.kms === null ? await makeFileRoot(parts) : await noteKmsRoot(parts, active);
  if (next === null) return false;
  await prove(next);
  const changed = await db.asOwner(async (tx) => {
    if (!(await changeRootMark(tx, active, 'active', 'retired'))) return false;
    return changeRootMark(tx, next.id, 'pending', 'active');
  });
  if (!changed)
    throw new RootKeyProblem('Another change of the root key is under way. Wait for it, then look at the status.');
  onStep?.({ step: 'root_active', id: next.id });
  return true;
}

/** Nothing was ever wrapped under a key that was pending only, so it can go. */
async function dropPending({ db, keys: { roots } }: RotationParts): Promise<void> {
  const pending = (await db.asOwner((tx) => rootMarks(tx))).find(({ state }) => state === 'pending');
  if (pending === undefined) return;
  await db.asOwner((tx) => deleteRootMark(tx, pending.id));
  if (providerOf(pending.id) === 'file') roots.folder.destroy(nextRootFile(pending.id));
}

/** The database names it first: a file that it does not name is never destroyed. */
async function makeFileRoot({ db, clock, keys: { roots }, onStep }: RotationParts): Promise<RootKey> {
  const { id, text } = makeRootText();
  const isNoted = await db.asOwner((tx) => insertRootMark(tx, { id, state: 'pending', created_at: clock.now() }));
  if (!isNoted)
    throw new RootKeyProblem('Another change of the root key is under way. Wait for it, then look at the status.');
  onStep?.({ step: 'root_noted', id });
  roots.folder.create(nextRootFile(id), text);
  onStep?.({ step: 'root_made', id });
  return roots.byId(id);
}

async function noteKmsRoot(
  { db, clock, keys: { roots }, onStep }: RotationParts,
  active: string,
): Promise<RootKey | null> {
  const root = await roots.configured();
  if (root.id === active) return null;
  await db.asOwner((tx) => insertRootMark(tx, { id: root.id, state: 'pending', created_at: clock.now() }));
  onStep?.({ step: 'root_noted', id: root.id });
  return root;
}

async function prove(root: RootKey): Promise<void> {
  const binding = { organisation: 'none', purpose: 'sealing', keyId: '00000000-0000-0000-0000-000000000000' } as const;
  const sent = Buffer.alloc(32, 7);
  if (sent.equals(await root.unwrap(await root.wrap(sent, binding), binding))) return;
  throw new RootKeyProblem(`The new root key ${root.id} does not give back what it wrapped.`);
}

/** Wraps under the active root key what is under a former one, until the database lets that one go. */
async function emptyRoot(parts: RotationParts, id: string): Promise<number> {
  let rewrapped = 0;
  for (let turn = 0; turn < 100; turn += 1) {
    for (const owner of await parts.db.directory((tx) => ownersUnder(tx, id))) {
      const keys = await rewrap(parts, owner, id);
      rewrapped += keys;
      parts.onStep?.({ step: 'rewrapped', owner, keys });
    }
    if (await letGo(parts, id)) return rewrapped;
  }
  throw new RootKeyProblem(`Keys keep being wrapped under the former root key ${id}. Restart the other processes.`);
}

/** The organisation's own key is not needed for this: what it sealed stays as it is, inside. */
async function rewrap(parts: RotationParts, owner: OrgId, formerId: string): Promise<number> {
  const {
    db,
    keys: { roots },
    recordRoot,
  } = parts;
  const rows = (await inScope(db, owner, keysOfOwner)).filter((row) => row.root_key_id === formerId);
  const active = (await db.asOwner((tx) => rootMarks(tx))).find(({ state }) => state === 'active');
  if (active === undefined) return 0;
  const [former, next] = [await roots.byId(formerId), await roots.byId(active.id)];
  const changes: { readonly row: DataKeyRow; readonly wrapped: Uint8Array }[] = [];
  for (const row of rows) {
    // Outside of a transaction: a key service may take its time.
    const binding = { organisation: row.org_id, purpose: row.purpose, keyId: row.id };
    changes.push({ row, wrapped: await next.wrap(await former.unwrap(row.wrapped, binding), binding) });
  }
  return inScope(db, owner, async (tx) => {
    let done = 0;
    for (const { row, wrapped } of changes) {
      if (await changeKey(tx, row, { wrapped, root_key_id: next.id })) done += 1;
    }
    if (done > 0) await recordRoot?.(tx, next.id);
    return done;
  });
}

async function letGo({ db, clock, onStep }: RotationParts, id: string): Promise<boolean> {
  try {
    await db.asOwner(async (tx) => {
      await deleteRootMark(tx, id);
      await insertFormerRoot(tx, id, clock.now());
    });
  } catch (error) {
    // Something is wrapped under it still, or again.
    if (error instanceof Error && 'code' in error && error.code === '23503') return false;
    throw error;
  }
  onStep?.({ step: 'root_emptied', id });
  return true;
}

async function destroyFormer(parts: RotationParts): Promise<void> {
  const {
    db,
    clock,
    keys: { roots },
    onStep,
  } = parts;
  const { folder } = roots;
  const files = readRootFiles(folder);
  for (const id of await db.asOwner((tx) => undestroyedRoots(tx))) {
    if (providerOf(id) === 'kms') continue;
    const file = files.get(id)?.file;
    if (file !== undefined) folder.destroy(file);
    await db.asOwner((tx) => noteRootDestroyed(tx, id, clock.now()));
    onStep?.({ step: 'root_destroyed', id });
  }
  const id = await activeId(parts);
  if (folder.read(rootFile) === null && folder.read(nextRootFile(id)) !== null)
    folder.rename(nextRootFile(id), rootFile);
}
