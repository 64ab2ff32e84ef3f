import type { MigrationSet } from '../../platform/db/index.ts';
import type { SealedPlace } from '../../platform/vault/index.ts';
import { cyclePlaces } from './cycles/sealing.ts';
import { raisePlaces } from './raises/sealing.ts';

/** Tables of this slice. */
export const migrations: MigrationSet = { slice: 'pay', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values: what somebody earns, and why. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'wages', column: 'sealed' },
  { table: 'pay_equity_told', column: 'sealed' },
  ...raisePlaces,
  ...cyclePlaces,
];
