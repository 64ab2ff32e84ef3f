import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a browser adds by itself, and a thief would like to choose. */
export interface PasskeyCircumstances {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Whether the person was verified by PIN or biometrics; they were, unless told. */
  readonly verified?: boolean;
  readonly type?: string;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly signWith?: KeyObject;
}

interface AskedOptions {
  readonly challenge: string;
  readonly rpId?: string;
  readonly rp?: { readonly id?: string };
  readonly user?: { readonly id: string };
}

/** A device that holds one passkey (ES256) and answers as browsers do. */
export interface Authenticator {
  readonly id: string;
  create(options: object, circumstances?: PasskeyCircumstances): object;
  get(options: object, circumstances?: PasskeyCircumstances): object;
}

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();

/** @param counting whether it counts its uses, as hardware keys do; synchronised passkeys always say 0 */
export function openAuthenticator(origin = 'http://localhost:3000', counting = false): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  let uses = 0;
  let handle: string | undefined;

  const clientData = (type: string, asked: AskedOptions, at: PasskeyCircumstances) =>
    Buffer.from(
      JSON.stringify({
        type: at.type ?? type,
        challenge: at.challenge ?? asked.challenge,
        origin: at.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const authenticatorData = (rpId: string, flags: number, counter: number, attested?: Uint8Array) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, attested ?? Buffer.alloc(0)]);
  };
  return {
    id,
    create: (options, at = {}) => {
      const asked = options as AskedOptions;
      handle = asked.user?.id;
      const data = clientData('webauthn.create', asked, at);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
      // Flags: user present (1), user verified (4), attested credential data (64).
      const flags = 0x41 | (at.verified === false ? 0 : 0x04);
      const auth = authenticatorData(at.rpId ?? asked.rp?.id ?? '', flags, at.counter ?? uses, attested);
      const response = { clientDataJSON: base64url(data), attestationObject: base64url(attestation(auth)) };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
    get: (options, at = {}) => {
      const asked = options as AskedOptions;
      if (counting) uses += 1;
      const data = clientData('webauthn.get', asked, at);
      const flags = 0x01 | (at.verified === false ? 0 : 0x04);
      const auth = authenticatorData(at.rpId ?? asked.rpId ?? '', flags, at.counter ?? uses);
      const signature = sign('sha256', Buffer.concat([auth, sha256(data)]), at.signWith ?? privateKey);
      const response = {
        ...{ clientDataJSON: base64url(data), authenticatorData: base64url(auth), signature: base64url(signature) },
        ...((at.userHandle ?? handle) ? { userHandle: at.userHandle ?? handle } : {}),
      };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
  };
}

/** A public key as COSE (RFC 9052): a CBOR map of key type, algorithm, curve and the two coordinates. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const coordinate = (label: number, value: string) =>
    Buffer.concat([Buffer.of(label, 0x58, 0x20), Buffer.from(value, 'base64url')]);
  const head = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01);
  return Buffer.concat([head, coordinate(0x21, x), coordinate(0x22, y)]);
}

/** {"fmt": "none", "attStmt": {}, "authData": …} as CBOR. */
function attestation(auth: Uint8Array): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(auth.length);
  return Buffer.concat([
    ...[Buffer.of(0xa3), text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0)],
    ...[text('authData'), Buffer.of(0x59), length, auth],
  ]);
}
