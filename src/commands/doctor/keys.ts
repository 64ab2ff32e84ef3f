import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { type KeySettings, loadRootKey, RootKeyProblem } from '../../platform/vault/index.ts';
import { about, type Finding } from './finding.ts';

/**
 * Whether the root key is there (a file readable by us alone, or AWS KMS), and the one that the database is sealed under.
 * @param pending what the database lacks; null when it is empty
 */
export async function examineKeys(
  config: Config & Pick<KeySettings, 'kmsClient'>,
  db: Database,
  pending: readonly string[] | null,
  clock: Clock,
): Promise<Finding[]> {
  const { ok, warning, problem, notChecked } = about('Keys');
  const file = join(config.keysDir, 'root.key');
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  const onKms = config.kmsKeyId !== undefined;
  if (pending === null || (!exists && !onKms && pending.length > 0)) {
    const first = onKms
      ? '`coact serve` begins on AWS KMS at its first start.'
      : '`coact serve` makes the root key at its first start.';
    return [notChecked(exists ? 'the database holds nothing yet.' : first)];
  }
  try {
    const { id } = await loadRootKey(config, db, clock);
    const inKms = id.startsWith('arn:');
    const where = inKms ? 'in AWS KMS' : `in ${file}`;
    const found = [ok(`root key ${id} ${where} is the one that the database is sealed under.`)];
    if (onKms !== inKms) {
      const other = inKms ? 'a key file' : 'AWS KMS';
      found.push(
        warning(
          `the settings name ${other} for the root key.`,
          'Move to it with coact keys rotate --root, or set KMS_KEY_ID back.',
        ),
      );
    }
    if (config.databaseUrl !== undefined || config.keysDir !== join(config.dataDir, 'keys')) return found;
    const mend = (it: string) => `Keep a copy of ${it} elsewhere, or set KEYS_DIR to another volume.`;
    const beside = inKms
      ? warning('the organisations’ own keys stand beside the data that they protect.', mend('them'))
      : warning('the root key stands beside the data that it protects.', mend('it'));
    return [...found, beside];
  } catch (error) {
    if (!(error instanceof RootKeyProblem)) throw error;
    return [problem(error.message, 'Without the right key nothing that is sealed can be read.')];
  }
}
