import { allMigrations } from '../migrations.ts';
import type { Config } from '../platform/config/index.ts';
import { migrate, openDatabase } from '../platform/db/index.ts';

/** `coact migrate`: brings the database up to this version and names what was applied. */
export async function migrateOnly(config: Config): Promise<number> {
  const db = await openDatabase({ url: config.databaseUrl, folder: config.dataDir });
  try {
    const applied = await migrate(db, allMigrations);
    const lines = applied.length === 0 ? ['The database is up to date.'] : applied.map((name) => `applied ${name}`);
    process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await db.close();
  }
}
