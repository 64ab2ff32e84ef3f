import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '../../src/platform/db/index.ts';

export interface StoredInstallation {
  readonly state: string;
  readonly bot_token: Uint8Array | null;
  readonly refresh_token: Uint8Array | null;
}

/** Reads from a stopped Coact's embedded database what is kept of installations in Slack, past all its doors. */
export async function readInstallations(dataDir: string): Promise<readonly StoredInstallation[]> {
  const db = await openDatabase({ folder: dataDir });
  try {
    if (!('pglite' in db.engine)) throw new Error('this is about the embedded database');
    const found = await db.engine.pglite.query<StoredInstallation>(
      'select state, bot_token, refresh_token from coact.slack_installations',
    );
    return found.rows;
  } finally {
    await db.close();
  }
}

/** The files below a folder that hold some text as it is, the write-ahead log included. */
export async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) if ((await readFile(file)).includes(text)) found.push(file);
  return found;
}
