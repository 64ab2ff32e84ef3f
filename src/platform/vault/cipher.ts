import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const version = 1;
const nonceLength = 12;
const tagLength = 16;
const keyIdLength = 16;
const headLength = 1 + keyIdLength + nonceLength;

/** A sealed value that can't be opened: altered, cut short, moved to another place, or sealed under another key. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  constructor() {
    super('a sealed value could not be opened');
  }
}

/**
 * Seals with AES-256-GCM. Layout: version (1) ‖ key id (16) ‖ nonce (12) ‖ ciphertext ‖ tag (16).
 * @param keyId 16 bytes naming the key, so that rotation can tell what is sealed under which
 * @param context what the value is bound to; the same parts must be given to open it
 */
export function sealWith(
  key: Uint8Array,
  keyId: Uint8Array,
  context: readonly string[],
  plain: Uint8Array,
): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(bindingOf(keyId, context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(version), keyId, nonce, body, cipher.getAuthTag()]);
}

/** The key id in a sealed value. @throws SealBroken if it is none */
export function keyIdOf(sealed: Uint8Array): Uint8Array {
  if (sealed.length < headLength + tagLength || sealed[0] !== version) throw new SealBroken();
  return sealed.subarray(1, 1 + keyIdLength);
}

/** Opens what `sealWith` sealed. @throws SealBroken */
export function openWith(key: Uint8Array, context: readonly string[], sealed: Uint8Array): Uint8Array {
  const keyId = keyIdOf(sealed);
  const nonce = sealed.subarray(1 + keyIdLength, headLength);
  // The length of the tag is fixed on this side too: without it Node accepts tags cut down to 4 bytes.
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(bindingOf(keyId, context));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength, sealed.length - tagLength)), decipher.final()]);
  } catch {
    throw new SealBroken();
  }
}

/** Each part with its length in front, so that ("ab","c") and ("a","bc") differ. */
function bindingOf(keyId: Uint8Array, context: readonly string[]): Buffer {
  const parts = [Buffer.of(version), Buffer.from(keyId)];
  for (const part of context) {
    const bytes = Buffer.from(part, 'utf8');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    parts.push(length, bytes);
  }
  return Buffer.concat(parts);
}
