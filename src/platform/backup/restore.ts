import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import {
  type DumpedRow,
  holdsOrganisations,
  knownMigrations,
  LoadProblem,
  lockFolder,
  type MigrationSet,
  OthersConnected,
  openDatabase,
  replaceEmbedded,
  restoreDump,
} from '../db/index.ts';
import { openJobs } from '../jobs/index.ts';
import { memoryLog } from '../log/index.ts';
import {
  type FileKey,
  fileKeyOf,
  type KeySettings,
  RootKeyProblem,
  readSealedFile,
  SealBroken,
} from '../vault/index.ts';
import { type BackupContents, BackupProblem, backupContents } from './backup.ts';

interface Restoring {
  readonly file: string;
  /** A PostgreSQL address, or else the data folder of an embedded database. */
  readonly into: { readonly url: string } | { readonly folder: string };
  readonly keys: KeySettings;
  readonly sets: readonly MigrationSet[];
  readonly clock: Clock;
  /** Replace a database that holds something; it is set aside, not deleted. */
  readonly force: boolean;
  /** Leave everybody signed out. */
  readonly endSessions: boolean;
}

export interface RestoreOutcome {
  readonly contents: BackupContents;
  /** Where the database is that stood there before: a folder or a schema; null when there was none. */
  readonly setAside: string | null;
}

/**
 * Restores a backup as a whole or not at all. The file is read to its end, and proven whole, before anything is touched.
 * @throws BackupProblem with what to do
 */
export async function restoreBackup(restoring: Restoring): Promise<RestoreOutcome> {
  const { file } = restoring;
  const { contents, key } = await prove(restoring);
  const dump = {
    migrations: contents.migrations,
    tables: contents.tables,
    batches: () => batches(file, key),
  };
  try {
    const setAside =
      'url' in restoring.into
        ? await intoServer(restoring, restoring.into.url, dump)
        : await intoFolder(restoring, restoring.into.folder, dump);
    return { contents, setAside };
  } catch (error) {
    if (error instanceof LoadProblem) throw new BackupProblem(`${error.message} Nothing was changed.`);
    if (error instanceof OthersConnected) {
      throw new BackupProblem(`${error.message} Stop every coact serve and coact work, and close other sessions.`);
    }
    throw error;
  }
}

type Dump = Parameters<typeof restoreDump>[2];

async function intoServer(restoring: Restoring, url: string, dump: Dump): Promise<string | null> {
  const db = await openDatabase({ url, folder: '', connections: 1 });
  try {
    const held = await holdsOrganisations(db);
    if (held && !restoring.force) throw occupied('That database');
    await makeQueue({ url });
    const setAside = held ? `coact_before_${stampOf(restoring.clock)}` : null;
    await restoreDump(db, restoring.sets, dump, { setAside, emptied: emptiedBy(restoring) });
    return setAside === null ? null : `schema ${setAside}`;
  } finally {
    await db.close();
  }
}

async function intoFolder(restoring: Restoring, folder: string, dump: Dump): Promise<string | null> {
  if (await isHeld(folder)) {
    if (!restoring.force) throw occupied(`The database in ${folder}`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    return await replaceEmbedded(folder, stampOf(restoring.clock), async (workshop) => {
      const db = await openDatabase({ folder: workshop });
      try {
        if ('pglite' in db.engine) await makeQueue(db.engine);
        await restoreDump(db, restoring.sets, dump, { setAside: null, emptied: emptiedBy(restoring) });
      } finally {
        await db.close();
      }
    });
  } finally {
    unlock();
  }
}

async function isHeld(folder: string): Promise<boolean> {
  // Opening would make a database where there is none, which takes its time.
  if (!['pg', 'pg.restored'].some((name) => existsSync(join(folder, name)))) return false;
  const present = await openDatabase({ folder });
  return holdsOrganisations(present).finally(() => present.close());
}

const emptiedBy = ({ endSessions }: Restoring) => (endSessions ? ['coact.sessions'] : []);
const stampOf = (clock: Clock): string => clock.now().toISOString().slice(0, 19).replace(/\D/g, '');

function occupied(what: string): BackupProblem {
  return new BackupProblem(`${what} holds organisations. Restore elsewhere with --into, or replace it with --force.`);
}

/** The queue's tables are its library's own: it makes them when it is opened. */
async function makeQueue(engine: Parameters<typeof openJobs>[0]['engine']): Promise<void> {
  const jobs = await openJobs({ engine, log: memoryLog(), handlers: [] });
  await jobs.close();
}

/** Reads the head, refuses what can't be restored here, and reads the rest to its end. */
async function prove({ file, keys, sets }: Restoring): Promise<{ contents: BackupContents; key: FileKey }> {
  const damaged = new BackupProblem(`${file} is damaged, cut short, or no backup of Coact. Nothing was changed.`);
  try {
    const sealed = await readSealedFile(createReadStream(file));
    const parsed = backupContents.safeParse(sealed.about);
    if (!parsed.success)
      throw new BackupProblem(`${file} was made by a newer version of Coact. Restore with that one.`);
    const contents = parsed.data;
    const key = await keyOf(keys, sealed.rootKeyId);
    const known = new Set(knownMigrations(sets));
    const unknown = contents.migrations.filter((name) => !known.has(name));
    if (unknown.length > 0) {
      const sentence = `${file} was made by a newer version of Coact (${contents.version}), with ${unknown.join(', ')}.`;
      throw new BackupProblem(`${sentence} Restore with that version. Nothing was changed.`);
    }
    for await (const _chunk of sealed.open(key));
    return { contents, key };
  } catch (error) {
    if (error instanceof SealBroken) throw damaged;
    if (error instanceof RootKeyProblem) throw new BackupProblem(`${error.message} Nothing was changed.`);
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new BackupProblem(`There is no file ${file}.`);
    }
    throw error;
  }
}

/** A backup opens with the root key of its time alone, which is not today's where that was replaced since. */
async function keyOf(keys: KeySettings, id: string): Promise<FileKey> {
  try {
    return await fileKeyOf(keys, id);
  } catch (error) {
    if (!(error instanceof RootKeyProblem) || id.startsWith('arn:')) throw error;
    const sentence = `If the root key was replaced since the backup, put the former one beside it, as root-${id}.key.`;
    throw new RootKeyProblem(`${error.message} ${sentence}`);
  }
}

const batch = z.object({ table: z.string(), rows: z.array(z.array(z.string().nullable())) });

async function* batches(file: string, key: FileKey): AsyncGenerator<{ table: string; rows: readonly DumpedRow[] }> {
  const sealed = await readSealedFile(createReadStream(file));
  const zip = createGunzip();
  const fed = pipeline(sealed.open(key), zip).catch((error: Error) => zip.destroy(error));
  for await (const line of linesOf(zip)) yield batch.parse(JSON.parse(line));
  await fed;
}

async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let parts: Uint8Array[] = [];
  for await (const bytes of source) {
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      yield Buffer.concat([...parts, bytes.subarray(from, end)]).toString('utf8');
      parts = [];
      from = end + 1;
    }
    if (from < bytes.length) parts.push(bytes.subarray(from));
  }
}
