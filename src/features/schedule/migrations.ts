import type { MigrationSet } from '../../platform/db/index.ts';
import type { SealedPlace } from '../../platform/vault/index.ts';

/** Tables of this slice. */
export const migrations: MigrationSet = { slice: 'schedule', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values: what an hour of a role costs, and what was written: about absences, hours and trades, to people, to oneself. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'work_roles', column: 'rate_sealed' },
  { table: 'usual_rates', column: 'sealed' },
  { table: 'time_off_requests', column: 'note_sealed' },
  { table: 'time_off_requests', column: 'reason_sealed' },
  { table: 'messages', column: 'text_sealed' },
  { table: 'own_reminders', column: 'text_sealed' },
  { table: 'clock_corrections', column: 'reason_sealed' },
  { table: 'clock_corrections', column: 'answer_sealed' },
  { table: 'shift_offers', column: 'note_sealed' },
  { table: 'shift_offers', column: 'reason_sealed' },
  { table: 'shift_claims', column: 'reason_sealed' },
];
