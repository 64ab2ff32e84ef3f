import type { RingKey } from '../../platform/vault/index.ts';

/** Name of the ring key that a request's tokens are made with. It is destroyed when the request closes. */
export const requestKeyName = (requestId: string) => `request-${requestId}`;

/** Name of the key of one share on its way. It is destroyed when the share is settled. */
export const shareKeyName = (shareId: string) => `share-${shareId}`;

/** Says "this person has shared this request on this network" without saying who, once the key is gone. */
export function shareToken(
  key: RingKey,
  orgId: string,
  requestId: string,
  network: string,
  personId: string,
): Uint8Array {
  return key.hmac('share', orgId, requestId, network, personId);
}

/** Says "this person has acted on this request", whatever the network. */
export function awarenessToken(key: RingKey, orgId: string, requestId: string, personId: string): Uint8Array {
  return key.hmac('awareness', orgId, requestId, personId);
}

/**
 * Finds a person's own share of a request on its way, for App Home. Made with the request's key: it is written beside the
 * request's tokens, in the same transaction, so under a key that outlives them it would tell afterwards, from the
 * write-ahead log, whose tokens they were.
 */
export function ownerTag(key: RingKey, orgId: string, requestId: string, personId: string): Uint8Array {
  return key.hmac('owner', orgId, requestId, personId);
}

/**
 * The variant handed to a person: the same at every look, spread evenly over people, and stored nowhere. On each further
 * network of a request they get another one, as long as there are any.
 * @param place of the network among those of the request, from 0
 * @param count how many variants there are, at least 1
 */
export function variantFor(key: RingKey, requestId: string, personId: string, place: number, count: number): number {
  const bytes = key.hmac('variant', requestId, personId);
  return (Buffer.from(bytes).readUInt32BE(0) + place) % count;
}
