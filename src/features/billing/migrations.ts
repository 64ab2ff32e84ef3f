import type { MigrationSet } from '../../platform/db/index.ts';

/** What organisations have with the payment service, and the events of it that were seen. */
export const migrations: MigrationSet = { slice: 'billing', folder: new URL('./migrations/', import.meta.url) };
