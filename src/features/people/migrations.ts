import type { MigrationSet } from '../../platform/db/index.ts';

export const migrations: MigrationSet = { slice: 'people', folder: new URL('./migrations/', import.meta.url) };
