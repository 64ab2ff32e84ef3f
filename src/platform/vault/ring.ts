import { createHmac, hash, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { open, readdir, readFile, rm } from 'node:fs/promises';
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

/** Opens the ring in `folder`, made if absent. */
export function openRing(folder: string): KeyRing {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const pathOf = (name: string) => {
    if (!allowedName.test(name)) throw new RangeError('not a name for a ring key');
    return join(folder, `${name}.key`);
  };
  const find = async (name: string) => {
    const bytes = await readFile(pathOf(name)).catch(nullIfAbsent);
    return bytes === null ? null : ringKey(bytes, name);
  };
  const create = async (name: string) => {
    const bytes = randomBytes(32);
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
      const path = pathOf(name);
      const file = await open(path, 'r+').catch(nullIfAbsent);
      if (file === null) return;
      await file.write(randomBytes(32), 0, 32, 0);
      await file.sync();
      await file.close();
      await rm(path, { force: true });
    },
    names: async (prefix) =>
      (await readdir(folder))
        .filter((file) => file.startsWith(prefix) && file.endsWith('.key'))
        .map((file) => file.slice(0, -'.key'.length))
        .toSorted(),
  };
}

/** Synchronous on purpose: a key is 32 bytes, and four awaited calls cost more than they free. */
function write(path: string, bytes: Uint8Array, folder: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
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

function nullIfAbsent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
