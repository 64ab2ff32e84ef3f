/** What a wrapped key belongs to. It unwraps with the same binding only. */
export interface Binding {
  /** The organisation, or the id of the installation itself. */
  readonly organisation: string;
  readonly purpose: 'sealing' | 'lookup';
  /** The wrapped key's own id, a UUID. */
  readonly keyId: string;
}

/** A root key: it wraps other keys and nothing else. It may live where Coact can use it but never see it. */
export interface RootKey {
  /** Names the key without revealing it: 16 hex digits of a key file, the ARN of a key in AWS KMS. */
  readonly id: string;
  readonly provider: RootProvider;
  /** @throws KeyServiceAway when the service that holds the key does not answer */
  wrap(key: Uint8Array, binding: Binding): Promise<Uint8Array>;
  /** @throws SealBroken if it was altered or bound elsewhere; KeyServiceAway */
  unwrap(wrapped: Uint8Array, binding: Binding): Promise<Uint8Array>;
}

export type RootProvider = 'file' | 'kms';

/** A key is missing, wrong or readable by others. The message says what to do; Coact does not start. */
export class RootKeyProblem extends Error {
  override readonly name = 'RootKeyProblem';
}

/** The service that holds the root key does not answer now; later it may. */
export class KeyServiceAway extends Error {
  override readonly name = 'KeyServiceAway';
}

/** Which provider a root key's id belongs to. */
export function providerOf(rootId: string): RootProvider {
  return rootId.startsWith('arn:') ? 'kms' : 'file';
}
