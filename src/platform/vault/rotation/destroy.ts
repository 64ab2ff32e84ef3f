import { randomBytes } from 'node:crypto';
import type { OrgId } from '../../db/index.ts';
import { installation, keysOfOwner, wipeKeys } from '../key-store.ts';
import type { RotationParts } from './parts.ts';

/** What was destroyed, for the receipt of an erasure. */
export interface DestroyedKeys {
  readonly organisation: OrgId;
  readonly keyIds: readonly string[];
  readonly at: Date;
}

/**
 * Destroys the keys of an organisation, for good: first its own key, which is in no backup of the database, so that its
 * values are unreadable wherever they were copied to; then its wrapped data keys. Other processes may open values from
 * memory for five more minutes. Twice is no error; cut off, call it again.
 */
export async function destroyKeys(
  { db, clock, keys }: Pick<RotationParts, 'db' | 'clock' | 'keys'>,
  organisation: OrgId,
): Promise<DestroyedKeys> {
  if (organisation === installation) throw new RangeError('the keys of the installation belong to no organisation');
  const at = clock.now();
  const keyIds = await db.inOrg(organisation, async (tx) => (await keysOfOwner(tx)).map(({ id }) => id));
  keys.organisations.destroy(organisation, at);
  await db.inOrg(organisation, (tx) => wipeKeys(tx, null, randomBytes(64)));
  keys.dataKeys.forget(organisation);
  return { organisation, keyIds, at };
}
