import type { MigrationSet } from '../db/index.ts';
import type { SealedPlace } from '../vault/index.ts';

export const migrations: MigrationSet = { slice: 'mail', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values. */
export const sealedPlaces: readonly SealedPlace[] = [{ table: 'outgoing_mails', column: 'sealed' }];
