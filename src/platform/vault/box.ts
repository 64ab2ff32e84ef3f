import { createHmac, hkdfSync } from 'node:crypto';
import { openWith, sealWith } from './cipher.ts';
import type { Place } from './places.ts';

/** Seals what belongs to no organisation, under a secret of the installation. */
export interface Box {
  /** Seals a text to its place. */
  seal(place: Place, plain: string): Uint8Array;
  /** @throws SealBroken if it was altered or stands in another place */
  openText(place: Place, sealed: Uint8Array): string;
  /** HMAC-SHA-256 (RFC 2104) in base64url over the parts: for cookies we hand out, and to find what is sealed. */
  mac(purpose: string, ...parts: readonly string[]): string;
}

/**
 * A box on a secret text that the vault keeps (`instanceText`), so that a new root key re-seals the secret alone and
 * everything in the box stays as it is.
 */
export function openBox(secret: string): Box {
  const key = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', `coact box ${purpose}`, 32));
  const sealing = key('seal');
  const keyId = Buffer.alloc(16);
  const contextOf = ({ table, column, rowId }: Place) => ['box', table, column, rowId];
  return {
    seal: (place, plain) => sealWith(sealing, keyId, contextOf(place), Buffer.from(plain, 'utf8')),
    openText: (place, sealed) => Buffer.from(openWith(sealing, contextOf(place), sealed)).toString('utf8'),
    mac: (purpose, ...parts) =>
      createHmac('sha256', key(`mac ${purpose}`))
        .update(JSON.stringify(parts))
        .digest('base64url'),
  };
}
