import type { MigrationSet } from '../db/index.ts';

/** Wrapped data keys and the mark of the root key. */
export const migrations: MigrationSet = { slice: 'vault', folder: new URL('./migrations/', import.meta.url) };
