import type { MigrationSet } from '../../platform/db/index.ts';
import type { SealedPlace } from '../../platform/vault/index.ts';

export const migrations: MigrationSet = { slice: 'networks', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold values sealed by the vault; what the key ring seals is not among them. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'social_accounts', column: 'profile' },
  { table: 'social_accounts', column: 'session' },
  { table: 'revocations', column: 'session' },
];
