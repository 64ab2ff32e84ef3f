import { type OrgId, orgId } from '../../db/index.ts';
import { everyKey } from '../key-store.ts';
import { type DataRotation, finishRotation, rotateDataKey } from './data-rotation.ts';
import type { RotationParts } from './parts.ts';
import { dueOf, type Limits } from './status.ts';

/** Everybody who has data keys: the organisations, and the installation itself. */
export async function keyOwners({ db }: Pick<RotationParts, 'db'>): Promise<OrgId[]> {
  const keys = await db.directory((tx) => everyKey(tx));
  return [...new Set(keys.map((key) => orgId(key.org_id)))];
}

/**
 * Replaces the data keys that are old or have sealed much, and ends rotations that were cut off.
 * @returns what became of each, and whether work is left because `shouldStop` said so
 */
export async function rotateDue(
  parts: RotationParts,
  limits: Limits,
): Promise<{ readonly rotations: readonly DataRotation[]; readonly left: boolean }> {
  const keys = await parts.db.directory((tx) => everyKey(tx));
  const now = parts.clock.now();
  const rotations: DataRotation[] = [];
  for (const owner of dueOf(keys, limits, now)) {
    if (parts.shouldStop?.()) return { rotations, left: true };
    // A retired key alone asks for the end of its rotation, not for another one.
    const others = keys.filter((key) => key.org_id === owner && key.state !== 'retired');
    const isWorn = dueOf(others, limits, now).length > 0;
    rotations.push(await (isWorn ? rotateDataKey : finishRotation)(parts, owner));
  }
  return { rotations, left: parts.shouldStop?.() ?? false };
}
