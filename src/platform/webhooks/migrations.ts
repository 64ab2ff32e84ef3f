import type { MigrationSet } from '../db/index.ts';
import type { SealedPlace } from '../vault/index.ts';

export const migrations: MigrationSet = { slice: 'webhooks', folder: new URL('./migrations/', import.meta.url) };

/** Secrets that deliveries are signed with. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'webhook_endpoints', column: 'secret_sealed' },
  { table: 'webhook_endpoints', column: 'former_sealed' },
];
