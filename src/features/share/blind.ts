import type { RingKey } from '../../platform/vault/index.ts';

/** Name of the ring key that a request's tokens are made with. It is destroyed when the request closes. */
export const requestKeyName = (requestId: string) => `request-${requestId}`;

/** Name of the key of one share on its way. It is destroyed when the share is settled. */
export const shareKeyName = (shareId: string) => `share-${shareId}`;

/** Name of the key that a person's shares on their way are found by. */
export const ownersKeyName = 'owners';

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

/** Finds a person's own shares on their way, for App Home. */
export function ownerTag(key: RingKey, orgId: string, personId: string): Uint8Array {
  return key.hmac('owner', orgId, personId);
}

/**
 * The variant handed to a person: the same at every look, spread evenly over people, and stored nowhere.
 * @param count how many variants there are, at least 1
 */
export function variantFor(key: RingKey, requestId: string, network: string, personId: string, count: number): number {
  const bytes = key.hmac('variant', requestId, network, personId);
  return Buffer.from(bytes).readUInt32BE(0) % count;
}
