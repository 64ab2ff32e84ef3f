import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const live = 'pg';
const ready = 'pg.restored';

/**
 * Ends a replacement that was cut off: from the moment `pg.restored` exists, that is the database. Called before the
 * embedded database is opened, under the folder's lock.
 */
export function finishReplacement(folder: string, setAside = `pg.before-${Date.now()}`): void {
  if (!existsSync(join(folder, ready))) return;
  if (existsSync(join(folder, live))) renameSync(join(folder, live), join(folder, setAside));
  renameSync(join(folder, ready), join(folder, live));
}

/**
 * Puts another embedded database into the place of the one in `folder`, whose lock the caller holds. The one before is set
 * aside in the same folder. Cut off at any point, either it is still there, or the next opening finishes the exchange.
 * @param build fills the folder that it is given with a database, and closes it
 * @returns the folder of the one before; null when there was none
 */
export async function replaceEmbedded(
  folder: string,
  stamp: string,
  build: (folder: string) => Promise<void>,
): Promise<string | null> {
  const workshop = join(folder, 'pg.restoring');
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true, mode: 0o700 });
  try {
    await build(workshop);
    renameSync(join(workshop, live), join(folder, ready));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  const aside = `pg.before-${stamp}`;
  const before = existsSync(join(folder, live));
  finishReplacement(folder, aside);
  return before ? join(folder, aside) : null;
}
