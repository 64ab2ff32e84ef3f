import { randomId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { RingKey } from '../../../platform/vault/index.ts';
import { awarenessToken, ownerTag, requestKeyName, shareKeyName, shareToken } from '../blind.ts';
import { postShare } from '../jobs.ts';
import type { ShareParts } from '../parts.ts';
import { findRequest } from '../store.ts';
import { type SharePayload, sealPayload } from './payload.ts';
import { insertAwarenessToken, insertOutgoing, insertShareToken } from './store.ts';

export type Acceptance =
  | { readonly kind: 'accepted'; readonly shareId: string }
  /** This person has shared the request on this network, or is about to. */
  | { readonly kind: 'already' }
  /** The request has ended or was recalled. */
  | { readonly kind: 'over' };

/**
 * Takes a share on, durably: when this returns `accepted`, it will be posted, or the person told why not. Two clicks are
 * one share. The transaction holds only rows that name nobody: two blind tokens and a sealed payload; the job carries the
 * id alone.
 */
export async function acceptShare(
  parts: ShareParts,
  orgId: OrgId,
  wanted: Omit<SharePayload, 'recordKey' | 'acceptedAt'>,
): Promise<Acceptance> {
  const key = await parts.ring.find(requestKeyName(wanted.requestId));
  if (key === null) return { kind: 'over' };
  const now = parts.clock.now();
  const recordKey = parts.networks.recordKey(wanted.network);
  const payload: SharePayload = { ...wanted, recordKey, acceptedAt: now.toISOString() };
  const shareId = randomId();
  // The key first, forced to the disk: a row without its key could never be opened. A key without a row is swept.
  const shareKey = await parts.ring.create(shareKeyName(shareId));
  const acceptance = await parts.db.inOrg(orgId, async (tx): Promise<Acceptance> => {
    const request = await findRequest(tx, wanted.requestId);
    if (request === null || request.state !== 'open') return { kind: 'over' };
    if (!(await countOnce(tx, key, orgId, payload))) return { kind: 'already' };
    const tag = ownerTag(key, orgId, payload.requestId, payload.personId);
    await insertOutgoing(tx, { id: shareId, ownerTag: tag, sealed: sealPayload(shareKey, payload) });
    const startAfter = payload.at === null ? undefined : new Date(payload.at);
    await parts.jobs.enqueue(tx, postShare, { orgId, shareId }, { startAfter });
    return { kind: 'accepted', shareId };
  });
  if (acceptance.kind !== 'accepted') await parts.ring.destroy(shareKeyName(shareId));
  return acceptance;
}

async function countOnce(tx: Tx, key: RingKey, orgId: OrgId, payload: SharePayload): Promise<boolean> {
  const { requestId, network, personId } = payload;
  const token = shareToken(key, orgId, requestId, network, personId);
  if (!(await insertShareToken(tx, requestId, network, token))) return false;
  await insertAwarenessToken(tx, requestId, awarenessToken(key, orgId, requestId, personId));
  return true;
}
