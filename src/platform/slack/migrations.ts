import type { MigrationSet } from '../db/index.ts';

/** Installations, installations under way, and events that were seen. */
export const migrations: MigrationSet = { slice: 'slack', folder: new URL('./migrations/', import.meta.url) };
