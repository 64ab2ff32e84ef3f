/**
 * Backups: the whole database at one moment, sealed under the root key, in one file that either of the two databases can
 * be restored from. The root key and the key ring are never in it.
 */
export { type BackupContents, BackupProblem, type MadeBackup, makeBackup } from './backup.ts';
export { backupJobs } from './jobs.ts';
export { lastBackup } from './names.ts';
export { type RestoreOutcome, restoreBackup } from './restore.ts';
export { watchBackups } from './watched.ts';
