import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeBackup } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { DatabaseInUse, openDatabase } from '../platform/db/index.ts';
import type { Command } from './command.ts';
import { recordEverywhere } from './org/record.ts';
import { CommandProblem, WrongCall } from './problems.ts';

/** `coact backup`: one sealed file with the whole database at one moment. */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'back up the database into a sealed file',
  help: [
    '  --to FOLDER  where to; default: BACKUP_DIR',
    '  --keep N     remove all but the latest N backups there; default: remove none',
    '',
    'PostgreSQL: while Coact runs. Embedded database: while it is stopped; a running Coact backs it up by itself where',
    'BACKUP_DIR is set. The file is sealed under the root key, which is not in it: keep a copy of that elsewhere.',
    'It is recorded in the audit log of every organisation.',
  ].join('\n'),
  options: { to: { type: 'string' }, keep: { type: 'string' } },
  run: async ({ config, out, options, words }) => {
    if (words.length > 0) throw new WrongCall('it takes no words; say --to FOLDER.');
    const folder = typeof options.to === 'string' ? options.to : config.backups.folder;
    if (folder === undefined) throw new WrongCall('say where to: --to FOLDER, or set BACKUP_DIR.');
    const keep = readCount(options.keep);
    const db = await open(config);
    try {
      const { file, bytes, contents, removed } = await makeBackup({
        ...{ db, folder, keep, clock: systemClock },
        keys: config,
      });
      const recorded = await recordEverywhere(config, db, 'operator.backup_made', { file: basename(file) });
      const rows = contents.tables.reduce((total, table) => total + table.rows, 0);
      out.say(`${file}: ${contents.tables.length} tables, ${rows} rows, ${Math.ceil(bytes / 1_024)} kB.`);
      if (removed > 0) out.say(`${removed} earlier backups were removed.`);
      if (recorded.problem !== null) out.warn(`No audit log says so: ${recorded.problem}`);
      if (hasJournals(config)) {
        out.warn(`Clicks not yet in the database are not in the backup: they stay in ${config.dataDir}/clicks.`);
      }
      out.result({ file, bytes, rows, removed, madeAt: contents.madeAt, tables: contents.tables, recorded });
      return 0;
    } finally {
      await db.close();
    }
  },
};

async function open(config: Config) {
  try {
    return await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  } catch (error) {
    if (!(error instanceof DatabaseInUse)) throw error;
    throw new CommandProblem(
      'Coact is running on the embedded database, which serves one process. Set BACKUP_DIR, and it makes backups by ' +
        'itself; or stop it for this one.',
    );
  }
}

function readCount(given: string | boolean | undefined): number | undefined {
  if (given === undefined) return undefined;
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1) throw new WrongCall('--keep takes a number from 1.');
  return count;
}

/** A process that was killed leaves its clicks in files, and the next start counts them. */
function hasJournals({ dataDir }: Config): boolean {
  try {
    return readdirSync(join(dataDir, 'clicks'), { recursive: true, withFileTypes: true }).some((one) => one.isFile());
  } catch {
    return false;
  }
}
