import { type OrgId, orgId } from '../../db/index.ts';
import { everyKey } from '../key-store.ts';
import { type DataRotation, finishRotation, rotateDataKey } from './key-rotation.ts';
import type { RotationParts } from './parts.ts';
import { dueOf, type Limits } from './status.ts';

/** Everybody who has data keys: the organisations, and the installation itself. */
export async function keyOwners({ db }: Pick<RotationParts, 'db'>): Promise<OrgId[]> {
  const keys = await db.directory((tx) => everyKey(tx));
  return [...new Set(keys.map((key) => orgId(key.org_id)))];
}

/**
 * Replaces the data keys of many. All get their new key first; only then are the former ones waited for, so that the
 * time for which each stays at least passes once and not once for each.
 */
export async function rotateDataKeys(
  parts: RotationParts,
  owners: readonly OrgId[],
  begin: (parts: RotationParts, owner: OrgId) => Promise<DataRotation> = rotateDataKey,
): Promise<DataRotation[]> {
  const rotations: DataRotation[] = [];
  for (const owner of owners) {
    if (parts.shouldStop?.()) return rotations;
    rotations.push(await begin({ ...parts, hasty: true }, owner));
  }
  for (const [index, begun] of rotations.entries()) {
    if (begun.outcome !== 'unfinished' || begun.broken > 0) continue;
    const ended = await finishRotation(parts, begun.owner);
    const outcome = ended.outcome === 'resumed' ? 'rotated' : ended.outcome;
    rotations[index] = { ...ended, outcome, resealed: begun.resealed + ended.resealed };
  }
  return rotations;
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
  const rotations = await rotateDataKeys(parts, dueOf(keys, limits, now), (hasty, owner) => {
    // A retired key alone asks for the end of its rotation, not for another one.
    const others = keys.filter((key) => key.org_id === owner && key.state !== 'retired');
    return dueOf(others, limits, now).length > 0 ? rotateDataKey(hasty, owner) : finishRotation(hasty, owner);
  });
  return { rotations, left: parts.shouldStop?.() ?? false };
}
