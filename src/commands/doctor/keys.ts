import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { loadRootKey, RootKeyProblem } from '../../platform/vault/index.ts';
import { about, type Finding } from './finding.ts';

/**
 * Whether the root key is there, readable by us alone, and the one that the database is sealed under.
 * @param pending what the database lacks; null when it is empty
 */
export async function examineKeys(
  config: Config,
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
  if (pending === null || (!exists && pending.length > 0)) {
    return [
      notChecked(exists ? 'the database holds nothing yet.' : '`coact serve` makes the root key at its first start.'),
    ];
  }
  try {
    const key = await loadRootKey(config, db, clock);
    const right = ok(`root key ${key.id} in ${file} is the one that the database is sealed under.`);
    if (config.databaseUrl !== undefined || config.keysDir !== join(config.dataDir, 'keys')) return [right];
    const mend = 'Keep a copy of it elsewhere, or set KEYS_DIR to another volume.';
    return [right, warning('the root key stands beside the data that it protects.', mend)];
  } catch (error) {
    if (!(error instanceof RootKeyProblem)) throw error;
    return [problem(error.message, 'Without the right key nothing that is sealed can be read.')];
  }
}
