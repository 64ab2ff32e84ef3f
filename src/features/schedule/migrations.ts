import type { MigrationSet } from '../../platform/db/index.ts';
import type { SealedPlace } from '../../platform/vault/index.ts';

/** Tables of this slice. */
export const migrations: MigrationSet = { slice: 'schedule', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values: what an hour of somebody costs. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'work_roles', column: 'rate_sealed' },
  { table: 'role_people', column: 'rate_sealed' },
];
