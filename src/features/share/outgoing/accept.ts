import { randomId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { RingKey } from '../../../platform/vault/index.ts';
import { awarenessToken, ownerTag, requestKeyName, shareKeyName, shareToken } from '../blind.ts';
import { postShareOn } from '../jobs.ts';
import type { ShareParts } from '../parts.ts';
import { findRequest } from '../store.ts';
import { type SharePayload, sealPayload, type WantedShare, wayOf } from './payload.ts';
import { hasShareToken, insertAwarenessToken, insertOutgoing, insertShareToken } from './store.ts';
import { type Way, waysOfRequest } from './way.ts';

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
export async function acceptShare(parts: ShareParts, orgId: OrgId, wanted: WantedShare): Promise<Acceptance> {
  const key = await parts.ring.find(requestKeyName(wanted.requestId));
  if (key === null) return { kind: 'over' };
  const now = parts.clock.now();
  const recordKey = parts.networks.recordKey(wanted.network);
  const payload: SharePayload = { ...wanted, recordKey, memory: null, acceptedAt: now.toISOString() };
  const shareId = randomId();
  // The key first, forced to the disk: a row without its key could never be opened. A key without a row is swept.
  const shareKey = await parts.ring.create(shareKeyName(shareId));
  const acceptance = await parts.db.inOrg(orgId, async (tx): Promise<Acceptance> => {
    const request = await findRequest(tx, wanted.requestId);
    if (request === null || request.state !== 'open') return { kind: 'over' };
    const { requestId, personId } = payload;
    if (!(await countOnce(tx, key, orgId, { requestId, personId, way: wayOf(payload) }))) return { kind: 'already' };
    const tag = ownerTag(key, orgId, payload.requestId, payload.personId);
    await insertOutgoing(tx, { id: shareId, ownerTag: tag, sealed: sealPayload(shareKey, payload) });
    const startAfter = payload.at === null ? undefined : new Date(payload.at);
    await parts.jobs.enqueue(tx, postShareOn[payload.network], { orgId, shareId }, { startAfter });
    return { kind: 'accepted', shareId };
  });
  if (acceptance.kind !== 'accepted') await parts.ring.destroy(shareKeyName(shareId));
  return acceptance;
}

/**
 * Counts what somebody did by themselves on a network's page: that they opened its composer (whether a post came of it
 * nobody hears), or that they say they have done what was asked for. Once.
 * @returns false when that is counted already, or it is over
 */
export async function countByHand(
  parts: Pick<ShareParts, 'db' | 'ring'>,
  orgId: OrgId,
  done: { readonly requestId: string; readonly way: Way; readonly personId: string },
): Promise<boolean> {
  const { requestId, way, personId } = done;
  const key = await parts.ring.find(requestKeyName(requestId));
  if (key === null) return false;
  return parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, requestId);
    if (request?.state !== 'open') return false;
    if (!waysOfRequest(request.draft).includes(way)) return false;
    // Who has posted there has opened nothing more.
    const [network = ''] = way.split('.');
    if (await hasShareToken(tx, requestId, shareToken(key, orgId, requestId, network, personId))) return false;
    return countOnce(tx, key, orgId, done);
  });
}

async function countOnce(
  tx: Tx,
  key: RingKey,
  orgId: OrgId,
  { requestId, way, personId }: { readonly requestId: string; readonly way: Way; readonly personId: string },
): Promise<boolean> {
  const token = shareToken(key, orgId, requestId, way, personId);
  if (!(await insertShareToken(tx, requestId, way, token))) return false;
  await insertAwarenessToken(tx, requestId, awarenessToken(key, orgId, requestId, personId));
  return true;
}
