import type { MigrationSet } from '../db/index.ts';
import type { SealedPlace } from '../vault/index.ts';

/** Installations, installations under way, and events that were seen. */
export const migrations: MigrationSet = { slice: 'slack', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'slack_installations', column: 'bot_token' },
  { table: 'slack_installations', column: 'refresh_token' },
];
