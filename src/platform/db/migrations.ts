import type { MigrationSet } from './migrate.ts';

/** What the platform itself keeps beside the slices' tables. */
export const migrations: MigrationSet = { slice: 'db', folder: new URL('./migrations/', import.meta.url) };
