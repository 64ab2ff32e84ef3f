import { createHmac, hash, randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openWith, sealWith } from './cipher.ts';

/** A short-lived key. What it seals, and what its HMAC names, means nothing once the key is destroyed. */
export interface RingKey {
  seal(plain: string | Uint8Array): Uint8Array;
  /** @throws SealBroken */
  open(sealed: Uint8Array): Uint8Array;
  openText(sealed: Uint8Array): string;
  /** 128 bits of HMAC-SHA-256 over the parts, each with its length in front: a blind token. */
  hmac(...parts: readonly string[]): Uint8Array;
  /**
   * 128 bits of SHA-256 over a key derived for this and the text, as 16 characters of one byte each: a blind token like that of `hmac`, at
   * a seventh of its cost, for places that make thousands a second. What is left out of the digest keeps it from being extended.
   */
  blind(text: string): string;
}

/** Short-lived keys in a folder that no backup may contain, one file a key. */
export interface KeyRing {
  /** Makes a key and forces it to the disk before returning. @throws if the name is taken */
  create(name: string): Promise<RingKey>;
  find(name: string): Promise<RingKey | null>;
  /** The key of that name, made if absent; two callers at once get the same one. */
  findOrCreate(name: string): Promise<RingKey>;
  /** Overwrites and removes the key. Twice is no error. */
  destroy(name: string): Promise<void>;
  /** Names of the keys that begin with `prefix`. */
  names(prefix: string): Promise<string[]>;
}

const allowedName = /^[a-z0-9][a-z0-9-]{0,120}$/;

const keyBytes = 32;
/** Files on their way in and out. What a killed process leaves of them is cleared at the next start. */
const comingEnding = '.coming';
const goneEnding = '.gone';
const leftMs = 60_000;

/**
 * Opens the ring in `folder`, made if absent. Any number of processes may have it open, on one machine or on a volume that they share: a
 * key appears whole under its name (by a link, of which one caller succeeds) and disappears from it before it is overwritten.
 */
export function openRing(folder: string): KeyRing {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  clearLeft(folder);
  const pathOf = (name: string) => {
    if (!allowedName.test(name)) throw new RangeError('not a name for a ring key');
    return join(folder, `${name}.key`);
  };
  const find = async (name: string) => {
    const bytes = await readWhole(pathOf(name));
    if (bytes !== null && bytes.length !== keyBytes) throw new Error('a key in the ring is damaged');
    return bytes === null ? null : ringKey(bytes, name);
  };
  const create = async (name: string) => {
    const bytes = randomBytes(keyBytes);
    write(pathOf(name), bytes, folder);
    return ringKey(bytes, name);
  };
  return {
    find,
    create,
    findOrCreate: async (name) => {
      const found = await find(name);
      if (found !== null) return found;
      return create(name).catch(async (error: unknown) => {
        const other = await find(name);
        if (other === null) throw error;
        return other;
      });
    },
    destroy: async (name) => {
      // Under another name first: whoever looks for the key at this moment finds it whole or not at all.
      const gone = join(folder, `${randomUUID()}${goneEnding}`);
      const moved = await rename(pathOf(name), gone).then(() => true, nullIfAbsent);
      if (moved !== null) await overwrite(gone);
    },
    names: async (prefix) =>
      (await readdir(folder))
        .filter((file) => file.startsWith(prefix) && file.endsWith('.key'))
        .map((file) => file.slice(0, -'.key'.length))
        .toSorted(),
  };
}

/**
 * What stands in a file under its name; null when none has it. Opened before a key was destroyed and read after, the file holds what the
 * key was overwritten with, so a name that has gone meanwhile, or means another file, makes what was read worthless.
 */
async function readWhole(path: string): Promise<Uint8Array | null> {
  for (;;) {
    const file = await open(path, 'r').catch(nullIfAbsent);
    if (file === null) return null;
    try {
      const bytes = await file.readFile();
      const [opened, named] = await Promise.all([
        file.stat({ bigint: true }),
        stat(path, { bigint: true }).catch(nullIfAbsent),
      ]);
      // As long as it is open, no other file gets its number.
      if (named?.ino === opened.ino && named.dev === opened.dev) return bytes;
      if (named === null) return null;
    } finally {
      await file.close();
    }
  }
}

/** Synchronous on purpose: a key is 32 bytes, and four awaited calls cost more than they free. */
function write(path: string, bytes: Uint8Array, folder: string): void {
  const coming = join(folder, `${randomUUID()}${comingEnding}`);
  const file = openSync(coming, 'wx', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    // Unlike a rename, a link does not replace what is there.
    linkSync(coming, path);
  } finally {
    unlinkSync(coming);
  }
  if (process.platform === 'win32') return;
  // The file's name is part of the folder: without this a power cut may lose the key after the data it seals is safe.
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function ringKey(bytes: Uint8Array, name: string): RingKey {
  const id = Buffer.alloc(16);
  const opened = (sealed: Uint8Array) => openWith(bytes, ['ring', name], sealed);
  const blindKey = createHmac('sha256', bytes).update('blind').digest('hex');
  return {
    seal: (plain) =>
      sealWith(bytes, id, ['ring', name], typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain),
    open: opened,
    openText: (sealed) => Buffer.from(opened(sealed)).toString('utf8'),
    hmac: (...parts) => {
      const mac = createHmac('sha256', bytes);
      for (const part of parts) mac.update(`${Buffer.byteLength(part)}:${part}`);
      return mac.digest().subarray(0, 16);
    },
    blind: (text) => hash('sha256', blindKey + text, 'latin1').slice(0, 16),
  };
}

async function overwrite(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(nullIfAbsent);
  if (file === null) return;
  await file.write(randomBytes(keyBytes), 0, keyBytes, 0);
  await file.sync();
  await file.close();
  await rm(path, { force: true });
}

/** A minute is left to processes that are writing just now; destroying the same key twice harms nothing. */
function clearLeft(folder: string): void {
  for (const file of readdirSync(folder)) {
    if (!file.endsWith(comingEnding) && !file.endsWith(goneEnding)) continue;
    const path = join(folder, file);
    const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - written > leftMs) overwrite(path).catch(() => undefined);
  }
}

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
