import type { MigrationSet } from '../db/index.ts';
import type { SealedPlace } from '../vault/index.ts';

export const migrations: MigrationSet = { slice: 'audit', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values: the end of each chain, and each head that was kept. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'audit_ends', column: 'sealed', row: 'org_id' },
  { table: 'audit_heads', column: 'sealed' },
];
