import { KMSInvalidStateException, KMSServiceException } from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { kmsArn, said, startKms } from '../../../../test/support/kms.ts';
import { fixedClock, newId } from '../../clock/index.ts';
import { orgId } from '../../db/index.ts';
import { SealBroken } from '../cipher.ts';
import { loadRootKey, openVault } from '../index.ts';
import { openKmsRoot } from './kms.ts';
import { KeyServiceAway, RootKeyProblem } from './root-key.ts';

const binding = { organisation: 'o-1', purpose: 'sealing', keyId: 'k-1' } as const;
const secret = Buffer.alloc(32, 9);
const named = (name: string) => new KMSServiceException({ ...said, name, $fault: 'client' });

describe('a root key in AWS KMS', () => {
  it('wraps under a context of organisation, purpose and key, and unwraps under that alone', async () => {
    const kms = startKms();
    const root = await openKmsRoot({ keyId: 'alias/one', client: kms.client });
    expect(root).toMatchObject({ id: kmsArn('one'), provider: 'kms' });
    const wrapped = await root.wrap(secret, binding);
    expect(Buffer.from(wrapped).includes(secret)).toBe(false);
    expect(secret.equals(await root.unwrap(wrapped, binding))).toBe(true);
    expect(kms.contexts.at(-1)).toEqual({
      'coact:organisation': 'o-1',
      'coact:purpose': 'sealing',
      'coact:key': 'k-1',
    });
    for (const other of [{ organisation: 'o-2' }, { purpose: 'lookup' as const }, { keyId: 'k-2' }]) {
      await expect(root.unwrap(wrapped, { ...binding, ...other })).rejects.toThrow(SealBroken);
    }
    const two = await openKmsRoot({ keyId: kmsArn('two'), client: kms.client });
    await expect(two.unwrap(wrapped, binding)).rejects.toThrow(SealBroken);
  });

  it('asks again when it is throttled or cut off, four times at most', async () => {
    const kms = startKms();
    const root = await openKmsRoot({ keyId: 'one', client: kms.client });
    const cut = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    kms.fail.push(named('ThrottlingException'), cut, named('KMSInternalException'));
    const wrapped = await root.wrap(secret, binding);
    const before = kms.calls();
    kms.fail.push(...Array.from({ length: 4 }, () => named('ThrottlingException')));
    await expect(root.unwrap(wrapped, binding)).rejects.toThrow(KeyServiceAway);
    expect(kms.calls() - before).toBe(4);
    expect(secret.equals(await root.unwrap(wrapped, binding))).toBe(true);
  });

  it.each([
    ['AccessDeniedException', named('AccessDeniedException'), /Allow kms:Encrypt and kms:Decrypt/],
    ['a key to be deleted', new KMSInvalidStateException(said), /cancel-key-deletion/],
    ['no credentials', Object.assign(new Error('none'), { name: 'CredentialsProviderError' }), /no credentials/],
    ['a key of another kind', named('InvalidKeyUsageException'), /not a symmetric key/],
    ['what nobody thought of', named('SurprisingException'), /SurprisingException/],
  ])('says what to do about %s, without asking again', async (_, error, sentence) => {
    const kms = startKms();
    kms.fail.push(error);
    const opening = openKmsRoot({ keyId: 'one', client: kms.client });
    await expect(opening).rejects.toThrow(RootKeyProblem);
    await expect(opening).rejects.toThrow(sentence);
    expect(kms.calls()).toBe(1);
  });

  it('says that a key is disabled, and that one is unknown', async () => {
    const kms = startKms();
    kms.disabled.add(kmsArn('one'));
    await expect(openKmsRoot({ keyId: 'one', client: kms.client })).rejects.toThrow(/disabled.*enable-key/);
    await expect(openKmsRoot({ keyId: 'three', client: kms.client })).rejects.toThrow(/knows no key three/);
  });
});

describe('the vault on AWS KMS', () => {
  it('starts on it, asks it once for each data key, and keeps no root key on the disk', async () => {
    await using own = await openTestDatabase();
    const clock = fixedClock('2026-05-04T09:00:00Z');
    const org = orgId(newId(clock));
    const kms = startKms();
    const settings = { keysDir: `${own.folder}/kms-keys`, kmsKeyId: 'alias/one', kmsClient: kms.client };
    const vault = openVault(await loadRootKey(settings, own, clock), own, clock);
    const place = { table: 'people', column: 'email_sealed', rowId: 'p' };
    const sealed = await own.inOrg(org, (tx) => vault.seal(tx, place, 'ana@example.com'));

    const restarted = openVault(await loadRootKey(settings, own, clock), own, clock);
    const before = kms.calls();
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await own.inOrg(org, (tx) => restarted.openText(tx, place, sealed))).toBe('ana@example.com');
    }
    expect(kms.calls() - before).toBe(1);
    expect(restarted.instanceSecret('x')).toEqual(vault.instanceSecret('x'));
    // The key's id is in the database: the setting may be gone, the key may not.
    const { kmsKeyId: _, ...unset } = settings;
    kms.disabled.add(kmsArn('one'));
    await expect(loadRootKey(settings, own, clock)).rejects.toThrow(/disabled/);
    kms.disabled.clear();
    kms.fail.push(...Array.from({ length: 4 }, () => named('ThrottlingException')));
    await expect(loadRootKey(settings, own, clock)).rejects.toThrow(RootKeyProblem);
    expect((await loadRootKey(unset, own, clock)).id).toBe(kmsArn('one'));
  });
});
