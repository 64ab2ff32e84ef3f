import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { kmsArn, startKms } from '../../../test/support/kms.ts';
import { fixedClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { loadRootKey } from '../../platform/vault/index.ts';
import { examineKeys } from './keys.ts';

const clock = fixedClock('2026-05-04T09:00:00Z');

it('names a root key in AWS KMS as what it is, and says what is wrong there', async () => {
  await using db = await openTestDatabase();
  const kms = startKms();
  const config = { ...loadConfig({ DATA_DIR: db.folder, KMS_KEY_ID: kmsArn('one') }), kmsClient: kms.client };
  await loadRootKey(config, db, clock);
  const said = async (settings = config) => {
    const found = await examineKeys(settings, db, [], clock);
    return found.map(({ level, sentence }) => `${level} ${sentence}`);
  };
  expect(await said()).toEqual([
    `ok root key ${kmsArn('one')} in AWS KMS is the one that the database is sealed under.`,
    'warning the organisations’ own keys stand beside the data that they protect.',
  ]);
  const elsewhere = { ...config, keysDir: join(db.folder, 'volume'), kmsKeyId: undefined };
  expect(await said(elsewhere)).toEqual([
    expect.stringMatching(/^ok .* in AWS KMS/),
    'warning the settings name a key file for the root key.',
  ]);
  kms.disabled.add(kmsArn('one'));
  expect(await said()).toEqual([expect.stringMatching(/^problem .* is disabled in AWS KMS/)]);
});
