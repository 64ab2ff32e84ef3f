import type { OrgId } from '../../../platform/db/index.ts';
import type { RingKey } from '../../../platform/vault/index.ts';
import type { NetworkName } from '../../networks/index.ts';
import { requestKeyName, shareKeyName } from '../blind.ts';
import type { ShareParts } from '../parts.ts';
import { findRequest } from '../store.ts';
import { findOwn, openAll } from './own.ts';
import type { SharePayload } from './payload.ts';
import { uncount } from './post.ts';
import { allOutgoing, deleteOutgoing } from './store.ts';

/** A person's own shares on their way, earliest first. */
export async function ownShares(
  parts: ShareParts,
  orgId: OrgId,
  personId: string,
): Promise<{ id: string; payload: SharePayload }[]> {
  const rows = await parts.db.inOrg(orgId, (tx) => findOwn(parts, tx, orgId, personId));
  return openAll(parts, rows);
}

/**
 * Cancels a share of this person that waits, and takes its count back.
 * @returns false if it isn't theirs, is gone, or is being sent just now
 */
export async function cancelOwn(parts: ShareParts, orgId: OrgId, personId: string, shareId: string): Promise<boolean> {
  const own = (await ownShares(parts, orgId, personId)).find((share) => share.id === shareId);
  if (own === undefined) return false;
  return cancel(parts, orgId, own.id, own.payload, true);
}

/** Cancels every share of a person that waits, or every one for a network. */
export async function cancelAllOf(
  parts: ShareParts,
  orgId: OrgId,
  personId: string,
  network: NetworkName | null = null,
): Promise<void> {
  for (const own of await ownShares(parts, orgId, personId)) {
    if (network !== null && own.payload.network !== network) continue;
    await cancel(parts, orgId, own.id, own.payload, true);
  }
}

/** Cancels everything on its way in an organisation, as when Coact is removed from Slack: nothing more is sent. */
export async function cancelEverything(parts: ShareParts, orgId: OrgId): Promise<number> {
  const rows = await parts.db.inOrg(orgId, (tx) => allOutgoing(tx));
  const opened = await openAll(parts, rows);
  for (const share of opened) await cancel(parts, orgId, share.id, share.payload, false);
  return opened.length;
}

/** Removes one share and takes its count back. @returns false if it is gone, or (`onlyWaiting`) being sent just now */
export async function cancel(
  parts: ShareParts,
  orgId: OrgId,
  id: string,
  payload: SharePayload,
  onlyWaiting: boolean,
): Promise<boolean> {
  const key: RingKey | null = await parts.ring.find(requestKeyName(payload.requestId));
  const cancelled = await parts.db.inOrg(orgId, async (tx) => {
    // In the same order as a share that is settled, so that neither waits for the other.
    if (key !== null) await findRequest(tx, payload.requestId, true);
    if (!(await deleteOutgoing(tx, id, onlyWaiting))) return false;
    if (key !== null) await uncount(tx, key, orgId, payload);
    return true;
  });
  if (cancelled) await parts.ring.destroy(shareKeyName(id));
  return cancelled;
}
