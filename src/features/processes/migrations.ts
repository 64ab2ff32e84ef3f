import type { MigrationSet } from '../../platform/db/index.ts';
import type { SealedPlace } from '../../platform/vault/index.ts';

/** Tables of this slice. */
export const migrations: MigrationSet = { slice: 'processes', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values: pictures, which may show what is confidential. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'process_pictures', column: 'sealed' },
  { table: 'run_pictures', column: 'sealed' },
];
