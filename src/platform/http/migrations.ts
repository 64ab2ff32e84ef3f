import type { MigrationSet } from '../db/index.ts';

export const migrations: MigrationSet = { slice: 'http', folder: new URL('./migrations/', import.meta.url) };
