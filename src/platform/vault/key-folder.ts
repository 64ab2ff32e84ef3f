import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { machineName, startOfProcess } from '../clock/index.ts';
import { RootKeyProblem } from './root/root-key.ts';

/**
 * A folder of small secret files, and perhaps a second one on another volume that is kept in step: a key is in both
 * before it is used, and what is destroyed is destroyed in both. Synchronous, as these files are tens of bytes.
 */
export interface KeyFolder {
  readonly path: string;
  /** Where the file of that name is or would be. */
  pathOf(name: string): string;
  /** The file's text, or null if there is none. @throws RootKeyProblem if others may read or replace it */
  read(name: string): string | null;
  /** Makes a file, forced to the disk, whole or not at all. False if the name is taken. */
  create(name: string, text: string): boolean;
  rename(from: string, to: string): void;
  /** Overwrites and removes. Twice is no error. */
  destroy(name: string): void;
  names(): string[];
  /** Makes in each folder what only the other has. */
  level(): void;
}

const onUnix = process.platform !== 'win32';

/** @param copyPath a second folder that is kept in step */
export function openKeyFolder(path: string, copyPath?: string): KeyFolder {
  const folders = copyPath === undefined ? [path] : [path, copyPath];
  for (const folder of folders) removeDrafts(folder);
  const read = (name: string): string | null => {
    for (const folder of folders) {
      const text = readOwn(folder, name);
      if (text !== null) return text;
    }
    return null;
  };
  const names = () => [...new Set(folders.flatMap(namesIn))].toSorted();
  return {
    path,
    read,
    pathOf: (name) => join(path, name),
    // The copy first: a key that is used is in both.
    create: (name, text) => {
      if (read(name) !== null) return false;
      return folders.toReversed().every((folder) => createIn(folder, name, text));
    },
    rename: (from, to) => {
      for (const folder of folders) if (readOwn(folder, from) !== null) renameIn(folder, from, to);
    },
    destroy: (name) => {
      for (const folder of folders) destroyIn(folder, name);
    },
    names,
    level: () => {
      const there = folders.map((folder) => new Set(namesIn(folder)));
      for (const name of names()) {
        const lacking = folders.filter((_, index) => !there[index]?.has(name));
        if (lacking.length === 0) continue;
        const text = read(name);
        if (text !== null) for (const folder of lacking) createIn(folder, name, text);
      }
    },
  };
}

/** What is read is what was checked: both are asked of the same open file. */
function readOwn(folder: string, name: string): string | null {
  const path = join(folder, name);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (isAbsence(error)) return null;
    if (!hasCode(error, 'EACCES')) throw error;
    throw new RootKeyProblem(`${path} can't be read. Give it to the user that runs Coact: ${ownerOrder(path)}`);
  }
  try {
    if (onUnix) refuseOpenToOthers(folder, path, fstatSync(file));
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function refuseOpenToOthers(folder: string, path: string, { mode, uid }: { mode: number; uid: number }): void {
  if ((mode & 0o177) !== 0) {
    throw new RootKeyProblem(`${path} can be read by other users of this machine. Run: chmod 600 ${path}`);
  }
  if (uid !== process.getuid?.()) {
    throw new RootKeyProblem(`${path} belongs to another user than the one that runs Coact. Run: ${ownerOrder(path)}`);
  }
  if ((statSync(folder).mode & 0o002) !== 0) {
    throw new RootKeyProblem(`Anybody may put files into ${folder}, and so replace the key. Run: chmod 700 ${folder}`);
  }
}

function ownerOrder(path: string): string {
  return `chown ${process.getuid?.() ?? 'coact'} ${path}`;
}

/** Written beside and linked: whoever reads finds the whole file or none, and the first of two makers wins. */
function createIn(folder: string, name: string, text: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${machineName}.${process.pid}.${randomBytes(8).toString('hex')}`);
  writeDurably(draft, 'wx', Buffer.from(text));
  try {
    linkSync(draft, join(folder, name));
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(folder);
  return true;
}

/**
 * Removes what a process of this machine left when it was killed while it made a file. Not overwritten: it may be the
 * finished file under a second name.
 */
function removeDrafts(folder: string): void {
  for (const name of entriesOf(folder)) {
    const [, host, pid] = /^\.([\w-]+)\.(\d+)\.[0-9a-f]{16}$/.exec(name) ?? [];
    if (host === machineName && startOfProcess(Number(pid)) === null) rmSync(join(folder, name), { force: true });
  }
}

function renameIn(folder: string, from: string, to: string): void {
  renameSync(join(folder, from), join(folder, to));
  syncFolder(folder);
}

function destroyIn(folder: string, name: string): void {
  const path = join(folder, name);
  try {
    writeDurably(path, 'r+', randomBytes(64));
  } catch (error) {
    if (isAbsence(error)) return;
    throw error;
  }
  rmSync(path, { force: true });
  syncFolder(folder);
}

function writeDurably(path: string, flags: string, bytes: Uint8Array): void {
  const file = openSync(path, flags, 0o600);
  try {
    writeSync(file, bytes, 0, bytes.length, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A file's name is part of its folder: without this a power cut may lose the key after what it seals is safe. */
function syncFolder(folder: string): void {
  if (!onUnix) return;
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function namesIn(folder: string): string[] {
  return entriesOf(folder).filter((name) => /^[^.].*\.(key|destroyed)$/.test(name));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

const isAbsence = (error: unknown): boolean => hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR');

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
