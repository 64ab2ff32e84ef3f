import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';

/** The root key is missing, wrong or readable by others. The message says what to do; Coact does not start. */
export class RootKeyProblem extends Error {
  override readonly name = 'RootKeyProblem';
}

export interface RootKey {
  /** Names the key without revealing it. */
  readonly id: string;
  /** 256 bits for one purpose, derived from the root key by HKDF-SHA-256 (RFC 5869). */
  derive(purpose: string): Uint8Array;
}

interface Tables {
  root_key_marks: { id: string; created_at: Date };
}

/**
 * Reads the root key from `folder`/root.key, or makes it for an installation that has none yet.
 * @throws RootKeyProblem if data is sealed under a key that is not there, or others may read the file
 */
export async function loadRootKey(folder: string, db: Database, clock: Clock): Promise<RootKey> {
  const path = join(folder, 'root.key');
  const marks = await db.asOwner((tx) => tx.on<Tables>().selectFrom('root_key_marks').select('id').execute());
  if (!existsSync(path)) {
    if (marks.length > 0) {
      throw new RootKeyProblem(
        `This database holds data sealed under the root key ${marks[0]?.id}, but ${path} does not exist. ` +
          'Put the key file back (from the place where you keep it apart from the backups). Without it that data is lost.',
      );
    }
    create(folder, path);
  }
  const key = rootKey(readKey(path));
  if (marks.length === 0) {
    await db.asOwner((tx) =>
      tx.on<Tables>().insertInto('root_key_marks').values({ id: key.id, created_at: clock.now() }).execute(),
    );
  } else if (!marks.some((mark) => mark.id === key.id)) {
    throw new RootKeyProblem(
      `${path} is the key ${key.id}, but this database is sealed under ${marks.map((mark) => mark.id).join(', ')}. ` +
        'Use the key file that belongs to this database.',
    );
  }
  return key;
}

function create(folder: string, path: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(path, 0o600);
}

function readKey(path: string): Buffer {
  const onUnix = process.platform !== 'win32';
  if (onUnix && (statSync(path).mode & 0o077) !== 0) {
    throw new RootKeyProblem(`${path} can be read by other users of this machine. Run: chmod 600 ${path}`);
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64');
  if (key.length !== 32) throw new RootKeyProblem(`${path} is damaged: it must hold 32 bytes in base64.`);
  return key;
}

function rootKey(key: Buffer): RootKey {
  return {
    id: createHash('sha256').update('coact root key id').update(key).digest('hex').slice(0, 16),
    derive: (purpose) => new Uint8Array(hkdfSync('sha256', key, '', `coact ${purpose}`, 32)),
  };
}
