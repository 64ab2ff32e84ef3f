import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import type { Clock } from '../clock/index.ts';
import { productVersion } from '../config/index.ts';
import { type Database, type Snapshot, withSnapshot } from '../db/index.ts';
import { type KeySettings, newFileKey, sealStream } from '../vault/index.ts';
import { nameOf, prune } from './names.ts';

/** Something about a backup that the operator can mend; the message is the sentence for them. */
export class BackupProblem extends Error {
  override readonly name = 'BackupProblem';
}

const dumpedTable = z.object({
  name: z.string().regex(/^(coact|jobs)\.[a-z_]+$/),
  columns: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)),
  tenant: z.boolean(),
  rows: z.int().nonnegative(),
  sum: z.string().regex(/^\d+$/),
});

/** What stands in clear at the head of a backup: no value of any row. */
export const backupContents = z.object({
  format: z.literal(1),
  version: z.string(),
  madeAt: z.iso.datetime(),
  database: z.enum(['pglite', 'postgres']),
  migrations: z.array(z.string()),
  tables: z.array(dumpedTable),
});
export type BackupContents = z.infer<typeof backupContents>;

export interface MadeBackup {
  readonly file: string;
  readonly bytes: number;
  readonly contents: BackupContents;
  /** How many earlier backups were removed. */
  readonly removed: number;
}

interface Making {
  readonly db: Database;
  readonly clock: Clock;
  readonly keys: KeySettings;
  readonly folder: string;
  /** How many backups stay in the folder; all when absent. */
  readonly keep?: number | undefined;
  readonly asOrganisations?: boolean;
}

/**
 * Makes a backup. The file has its name only when it is whole and on the disk.
 * @throws BackupProblem when there is no root key, nothing to back up, or no room
 */
export async function makeBackup({ db, clock, keys, folder, keep, asOrganisations }: Making): Promise<MadeBackup> {
  const key = await newFileKey(keys);
  if (key === null) throw new BackupProblem(`There is no root key in ${keys.keysDir} to seal a backup under.`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const madeAt = clock.now();
  const file = join(folder, nameOf(madeAt));
  const part = `${file}.part`;
  try {
    const contents = await withSnapshot(
      db,
      async (snapshot) => {
        const about = describe(db, snapshot, madeAt);
        await write(part, sealStream(key, about, zipped(lines(snapshot))));
        return about;
      },
      { asOrganisations: asOrganisations ?? false },
    );
    if (contents === null) throw new BackupProblem('This database is empty: there is nothing to back up.');
    await rename(part, file);
    await syncFolder(folder);
    const removed = keep === undefined ? 0 : await prune(folder, keep, madeAt);
    return { file, bytes: (await stat(file)).size, contents, removed };
  } catch (error) {
    await rm(part, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new BackupProblem(`There is no room left for the backup in ${folder}.`);
    }
    throw error;
  }
}

function describe(db: Database, { migrations, tables }: Snapshot, madeAt: Date): BackupContents {
  return backupContents.parse({
    format: 1,
    version: productVersion(),
    madeAt: madeAt.toISOString(),
    database: db.kind,
    migrations,
    tables,
  });
}

/** One line of JSON for some rows of a table, in the order of the tables. */
async function* lines(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  for (const { name } of snapshot.tables) {
    for await (const rows of snapshot.rows(name)) yield Buffer.from(`${JSON.stringify({ table: name, rows })}\n`);
  }
}

/** Compressed before it is sealed: afterwards there is nothing left to compress. */
async function* zipped(plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const zip = createGzip({ level: 6 });
  const fed = (async () => {
    for await (const bytes of plain) if (!zip.write(bytes)) await new Promise((resolve) => zip.once('drain', resolve));
    zip.end();
  })();
  fed.catch((error: Error) => zip.destroy(error));
  for await (const bytes of zip) yield bytes;
  await fed;
}

async function write(path: string, contents: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for await (const bytes of contents) await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The name is part of the folder: without this a power cut may lose it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
