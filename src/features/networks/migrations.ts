import type { MigrationSet } from '../../platform/db/index.ts';

export const migrations: MigrationSet = { slice: 'networks', folder: new URL('./migrations/', import.meta.url) };
