import { setTimeout as wait } from 'node:timers/promises';
import type { DecryptCommandOutput, EncryptCommandOutput, KMSClient } from '@aws-sdk/client-kms';
import { SealBroken } from '../cipher.ts';
import { type Binding, KeyServiceAway, type RootKey, RootKeyProblem } from './root-key.ts';

/** How to reach AWS KMS. Credentials come the way AWS's own library finds them: role of the machine, profile, environment. */
export interface KmsSettings {
  /** Id, ARN or alias of a symmetric key. */
  readonly keyId: string;
  /** Default: the one in the ARN, else the one that AWS's library finds. */
  readonly region?: string | undefined;
  /** For tests: a client whose `send` is replaced. */
  readonly client?: KMSClient | undefined;
}

const tries = 4;
const firstWaitMs = 60;
const timeouts = { connectionTimeout: 1_500, requestTimeout: 3_000 };

/** What will pass: too many calls at once, and KMS or the way to it being away. */
const passing = new Set([
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'KMSInternalException',
  'DependencyTimeoutException',
  'KeyUnavailableException',
  'TimeoutError',
  'NetworkingError',
  'InternalFailure',
  'ServiceUnavailable',
]);
const passingCodes = new Set(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Opens a root key in AWS KMS and proves that it wraps and unwraps. Data keys go there and back under an encryption
 * context of organisation, purpose and key id, so that KMS itself refuses one that was moved, and its log names them.
 * @throws RootKeyProblem with a sentence; KeyServiceAway when KMS does not answer
 */
export async function openKmsRoot(settings: KmsSettings): Promise<RootKey> {
  const kms = await import('@aws-sdk/client-kms');
  const region = settings.region ?? regionOf(settings.keyId);
  const client =
    settings.client ??
    // Retries are ours: the library's own would multiply with them.
    new kms.KMSClient({ ...(region === undefined ? {} : { region }), maxAttempts: 1, requestHandler: timeouts });
  const ask = <Answer>(act: () => Promise<Answer>) => asked(settings.keyId, act);
  const encrypt = (KeyId: string, Plaintext: Uint8Array, binding: Binding): Promise<EncryptCommandOutput> =>
    ask(() => client.send(new kms.EncryptCommand({ KeyId, Plaintext, EncryptionContext: contextOf(binding) })));
  const decrypt = (KeyId: string, CiphertextBlob: Uint8Array, binding: Binding): Promise<DecryptCommandOutput> =>
    ask(() => client.send(new kms.DecryptCommand({ KeyId, CiphertextBlob, EncryptionContext: contextOf(binding) })));

  const probe: Binding = { organisation: 'none', purpose: 'sealing', keyId: 'probe' };
  const sent = Buffer.from('coact asks whether it may use this key');
  const first = await encrypt(settings.keyId, sent, probe);
  const id = first.KeyId;
  if (id === undefined || !id.startsWith('arn:')) {
    throw new RootKeyProblem(`AWS KMS did not name the key behind ${settings.keyId}.`);
  }
  const root: RootKey = {
    id,
    provider: 'kms',
    wrap: async (plain, binding) => bytes((await encrypt(id, plain, binding)).CiphertextBlob),
    unwrap: async (wrapped, binding) => bytes((await decrypt(id, wrapped, binding)).Plaintext),
  };
  const back = await root.unwrap(bytes(first.CiphertextBlob), probe);
  if (!sent.equals(back)) throw new RootKeyProblem(`AWS KMS gave back something else than it was given, by ${id}.`);
  return root;
}

/** A symmetric key's ciphertext holds no secret of ours in clear: it must come back whole or not at all. */
function bytes(found: Uint8Array | undefined): Uint8Array {
  if (found === undefined || found.length === 0) throw new SealBroken();
  return found;
}

function contextOf({ organisation, purpose, keyId }: Binding): Record<string, string> {
  return { 'coact:organisation': organisation, 'coact:purpose': purpose, 'coact:key': keyId };
}

/** `arn:aws:kms:eu-west-1:…` names its region. */
function regionOf(keyId: string): string | undefined {
  return /^arn:[^:]+:kms:([^:]+):/.exec(keyId)?.[1];
}

async function asked<Answer>(keyId: string, act: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isPassing(error)) throw told(keyId, error);
      if (attempt === tries) {
        throw new KeyServiceAway(`AWS KMS did not answer for ${keyId} (${nameOf(error)}), asked ${tries} times.`);
      }
      // Spread out, so that processes which were refused together don't ask together again.
      await wait(firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return passing.has(error.name) || ('code' in error && passingCodes.has(String(error.code)));
}

function told(keyId: string, error: unknown): Error {
  const name = nameOf(error);
  switch (name) {
    case 'InvalidCiphertextException':
    case 'IncorrectKeyException':
      return new SealBroken();
    case 'AccessDeniedException':
      return new RootKeyProblem(
        `AWS KMS does not let Coact use ${keyId}. Allow kms:Encrypt and kms:Decrypt on it to the role that Coact runs as.`,
      );
    case 'DisabledException':
      return new RootKeyProblem(`The key ${keyId} is disabled in AWS KMS. Enable it: aws kms enable-key --key-id …`);
    case 'KMSInvalidStateException':
      return new RootKeyProblem(
        `The key ${keyId} can't be used in its present state in AWS KMS. If it is to be deleted, stop that: ` +
          'aws kms cancel-key-deletion --key-id …, then enable it.',
      );
    case 'NotFoundException':
      return new RootKeyProblem(
        `AWS KMS knows no key ${keyId} in this account and region. Check KMS_KEY_ID, AWS_REGION.`,
      );
    case 'InvalidKeyUsageException':
      return new RootKeyProblem(`${keyId} is not a symmetric key for encryption. Make one: aws kms create-key`);
    case 'CredentialsProviderError':
      return new RootKeyProblem(
        'There are no credentials for AWS KMS. Give Coact a role, or the usual settings of AWS.',
      );
    default:
      return new RootKeyProblem(
        `AWS KMS refused the key ${keyId} (${name}). Check KMS_KEY_ID, AWS_REGION and the role.`,
      );
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
