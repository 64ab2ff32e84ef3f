import { allMigrations } from '../migrations.ts';
import { migrate, openDatabase } from '../platform/db/index.ts';
import type { Command } from './command.ts';

/** `coact migrate`: brings the database up to this version and names what was applied. */
export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database up to this version, then end',
  help: 'Forward only, each step in a transaction. Several at once wait for each other. coact serve does it by itself.',
  run: async ({ config, out }) => {
    const db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
    try {
      const applied = await migrate(db, allMigrations);
      if (applied.length === 0) out.say('The database is up to date.');
      for (const name of applied) out.say(`applied ${name}`);
      out.result({ applied });
      return 0;
    } finally {
      await db.close();
    }
  },
};
