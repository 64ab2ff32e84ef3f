import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { lastBackup } from '../../platform/backup/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { about, type Finding } from './finding.ts';

const least = 200;
const enough = 1_024;

/** Whether the data folder can be written, and how much room is left there. */
export async function examineDisk(config: Config): Promise<Finding> {
  const { ok, warning, problem } = about('Disk');
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    await access(config.dataDir, constants.W_OK);
    const { bavail, bsize } = await statfs(config.dataDir);
    const megabytes = Math.floor((bavail * bsize) / 1_048_576);
    const what = `${megabytes} MB are free at ${config.dataDir}.`;
    if (megabytes < least) return problem(`only ${what}`, 'Make room: clicks and the database are written there.');
    return megabytes < enough ? warning(`only ${what}`, 'Make room before it is full.') : ok(what);
  } catch {
    const mend = 'Give the user that runs Coact the right to, or set DATA_DIR.';
    return problem(`${config.dataDir} can't be written.`, mend);
  }
}

/** The age of the last backup that is whole. What has silently stopped is worse than what never ran. */
export async function examineBackups({ backups }: Config, clock: Clock): Promise<Finding> {
  const { ok, warning, problem } = about('Backups');
  if (backups.folder === undefined) {
    const mend = 'Set BACKUP_DIR to a folder on another disk, or see to backups of your own.';
    return warning('Coact makes none, and knows of none.', mend);
  }
  const last = await lastBackup(backups.folder);
  if (last === null)
    return warning(`there is none in ${backups.folder} yet.`, 'Run coact backup, or wait for the first.');
  const hours = Math.floor((clock.now().getTime() - last.at.getTime()) / 3_600_000);
  const what = `the last one is ${hours} hours old and has ${Math.ceil(last.bytes / 1_024)} kB.`;
  const mend = `See the log of coact serve for backup.make, and whether ${backups.folder} has room.`;
  if (hours > 3 * backups.everyHours) return problem(what, mend);
  return hours > 1.5 * backups.everyHours ? warning(what, mend) : ok(what);
}
