import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import {
  DecryptCommand,
  DisabledException,
  EncryptCommand,
  InvalidCiphertextException,
  KMSClient,
  NotFoundException,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';

export const kmsArn = (name: string) => `arn:aws:kms:eu-west-1:111122223333:key/${name}`;

const metadata = { $metadata: {}, message: 'said by the stand-in' };

/**
 * Stands in for AWS KMS behind its own client: keys encrypt for themselves only, and what was encrypted under one
 * encryption context opens under no other. `fail` is thrown once for each entry, before anything else.
 */
export function startKms() {
  const client = new KMSClient({ region: 'eu-west-1' });
  const keys = new Map([kmsArn('one'), kmsArn('two')].map((arn) => [arn, randomBytes(32)]));
  const fail: Error[] = [];
  const disabled = new Set<string>();
  const contexts: (Record<string, string> | undefined)[] = [];
  const stub = mockClient(client);
  const keyOf = (id = '') => {
    const next = fail.shift();
    if (next !== undefined) throw next;
    const arn = id.startsWith('arn:') ? id : kmsArn(id.replace('alias/', ''));
    const key = keys.get(arn);
    if (key === undefined) throw new NotFoundException(metadata);
    if (disabled.has(arn)) throw new DisabledException(metadata);
    return { arn, key };
  };
  stub.on(EncryptCommand).callsFake((input) => {
    const { arn, key } = keyOf(input.KeyId);
    contexts.push(input.EncryptionContext);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aadOf(input.EncryptionContext));
    const body = Buffer.concat([cipher.update(input.Plaintext), cipher.final()]);
    return { KeyId: arn, CiphertextBlob: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
  });
  stub.on(DecryptCommand).callsFake((input) => {
    const { arn, key } = keyOf(input.KeyId);
    const blob = Buffer.from(input.CiphertextBlob);
    const decipher = createDecipheriv('aes-256-gcm', key, blob.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(aadOf(input.EncryptionContext)).setAuthTag(blob.subarray(12, 28));
    try {
      return { KeyId: arn, Plaintext: Buffer.concat([decipher.update(blob.subarray(28)), decipher.final()]) };
    } catch {
      throw new InvalidCiphertextException(metadata);
    }
  });
  const calls = () => stub.calls().length;
  return { client, fail, disabled, contexts, calls };
}

function aadOf(context: Record<string, string> = {}): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(context).toSorted()));
}

export const said = metadata;
