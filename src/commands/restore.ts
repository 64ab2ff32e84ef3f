import { resolve } from 'node:path';
import { allMigrations } from '../migrations.ts';
import { restoreBackup } from '../platform/backup/index.ts';
import { systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { openDatabase } from '../platform/db/index.ts';
import type { Command } from './command.ts';
import { type Recorded, recordEverywhere } from './org/record.ts';
import { WrongCall } from './problems.ts';

/** `coact restore`: puts a backup back, as a whole or not at all. */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'restore a backup, as a whole or not at all',
  help: [
    '  coact restore FILE',
    '  --into PLACE    a data folder, or a postgres:// address; default: the database of the settings',
    '  --force         replace a database that holds organisations; it is set aside, not deleted',
    '  --end-sessions  leave everybody signed out',
    '',
    'The root key under which the file is sealed has to be in KEYS_DIR. Stop Coact first. A backup of either database can',
    'be restored into either. Before anything is touched the file is read to its end and proven whole; afterwards every',
    'table is counted and summed again, and that it was restored is recorded in every audit log.',
  ].join('\n'),
  options: { into: { type: 'string' }, force: { type: 'boolean' }, 'end-sessions': { type: 'boolean' } },
  run: async ({ config, out, options, words }) => {
    const [file, ...more] = words;
    if (file === undefined || more.length > 0) throw new WrongCall('name one file.');
    const into = placeOf(config, options.into);
    const { contents, setAside } = await restoreBackup({
      ...{ file, into, sets: allMigrations, clock: systemClock },
      keys: config,
      force: options.force === true,
      endSessions: options['end-sessions'] === true,
    });
    const rows = contents.tables.reduce((total, table) => total + table.rows, 0);
    out.say(`Restored the backup of ${contents.madeAt}: ${contents.tables.length} tables, ${rows} rows, all verified.`);
    const recorded = await record(config, into, contents.madeAt);
    if (recorded.problem !== null) out.warn(`No audit log says so: ${recorded.problem}`);
    if (setAside !== null) out.say(`What was there before is set aside: ${setAside}. Delete it when all is well.`);
    out.say('Next: run coact doctor, then start coact serve. Clicks and shares since the backup are not in it.');
    out.result({ restored: true, madeAt: contents.madeAt, rows, tables: contents.tables, setAside, recorded });
    return 0;
  },
};

/** Into what was restored, so that whoever looks for what is missing finds why. */
async function record(config: Config, into: ReturnType<typeof placeOf>, madeAt: string): Promise<Recorded> {
  const db = await openDatabase('url' in into ? { url: into.url, folder: config.dataDir } : { folder: into.folder });
  return recordEverywhere(config, db, 'operator.backup_restored', { madeAt }).finally(() => db.close());
}

function placeOf(config: Config, given: string | boolean | undefined) {
  if (typeof given === 'string') return /^postgres(ql)?:/.test(given) ? { url: given } : { folder: resolve(given) };
  return config.databaseUrl === undefined ? { folder: config.dataDir } : { url: config.databaseUrl };
}
