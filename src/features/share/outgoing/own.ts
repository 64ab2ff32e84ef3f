import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { ownerTag, requestKeyName, shareKeyName } from '../blind.ts';
import type { ShareParts } from '../parts.ts';
import { requestIdsIn } from '../store.ts';
import { openPayload, type SharePayload } from './payload.ts';
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

/** Opens shares on their way, earliest first. One whose key is gone can't be read any more. */
export async function openAll<Row extends Pick<OutgoingRow, 'id' | 'sealed'>>(
  { ring }: Pick<ShareParts, 'ring'>,
  rows: readonly Row[],
): Promise<(Row & { readonly payload: SharePayload })[]> {
  const opened = [];
  for (const row of rows) {
    const key = await ring.find(shareKeyName(row.id));
    if (key !== null) opened.push({ ...row, payload: openPayload(key, row.sealed) });
  }
  return opened.toSorted((left, right) => (left.payload.at ?? '').localeCompare(right.payload.at ?? ''));
}
