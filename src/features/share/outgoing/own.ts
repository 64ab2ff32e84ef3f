import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { ownerTag, requestKeyName } from '../blind.ts';
import type { ShareParts } from '../parts.ts';
import { requestIdsIn } from '../store.ts';
import { type OutgoingRow, outgoingTagged } from './store.ts';

/**
 * A person's own shares on their way. Each is tagged under its request's key, so the requests that may still have some
 * are gone through: those that are out and not closed.
 */
export async function findOwn(
  parts: Pick<ShareParts, 'ring'>,
  tx: Tx,
  orgId: OrgId,
  personId: string,
): Promise<OutgoingRow[]> {
  const tags: Uint8Array[] = [];
  for (const requestId of await requestIdsIn(tx, ['open', 'ended', 'recalled'])) {
    const key = await parts.ring.find(requestKeyName(requestId));
    if (key !== null) tags.push(ownerTag(key, orgId, requestId, personId));
  }
  return tags.length === 0 ? [] : outgoingTagged(tx, tags);
}
