import type { MigrationSet } from '../../platform/db/index.ts';

/** Tables of this slice. */
export const migrations: MigrationSet = { slice: 'share', folder: new URL('./migrations/', import.meta.url) };
