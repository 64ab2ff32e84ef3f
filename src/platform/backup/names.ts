import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const name = /^coact-(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)Z\.backup$/;
const unfinished = /^coact-[\dTZ-]+\.backup\.part$/;
const dayMs = 86_400_000;

/** `coact-2026-05-04T09-00-00Z.backup`: sorts by time, and is a name on every file system. */
export function nameOf(at: Date): string {
  return `coact-${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;
}

/** Finished backups in a folder, the latest first; none when there is no such folder. */
export async function listBackups(folder: string): Promise<readonly { readonly file: string; readonly at: Date }[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .flatMap((file) => {
      const [, day, hour, minute, second] = name.exec(file) ?? [];
      return day === undefined
        ? []
        : [{ file: join(folder, file), at: new Date(`${day}${hour}:${minute}:${second}Z`) }];
    })
    .toSorted((left, right) => right.at.getTime() - left.at.getTime());
}

/** The latest finished backup with its size in bytes; null when there is none. */
export async function lastBackup(folder: string): Promise<{ readonly at: Date; readonly bytes: number } | null> {
  const [last] = await listBackups(folder);
  if (last === undefined) return null;
  return { at: last.at, bytes: (await stat(last.file)).size };
}

/** Removes all but the latest `keep` backups, and what killed backups left behind a day ago. Touches no other file. */
export async function prune(folder: string, keep: number, now: Date): Promise<number> {
  const beyond = (await listBackups(folder)).slice(keep);
  for (const { file } of beyond) await rm(file, { force: true });
  for (const file of await readdir(folder)) {
    if (!unfinished.test(file)) continue;
    const path = join(folder, file);
    if (now.getTime() - (await stat(path)).mtimeMs > dayMs) await rm(path, { force: true });
  }
  return beyond.length;
}
