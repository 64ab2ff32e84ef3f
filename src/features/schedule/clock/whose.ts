import type { Worker } from '../../people/index.ts';
import { leaversOf, workerAt, workersOf } from '../asking.ts';
import type { AskingDoing } from './doing.ts';
import { type Days, peopleWithHours } from './sheets/store.ts';

/**
 * Whose hours stand at an address such as `sheets/me`: also those of somebody who left, as long as they have some. Null
 * where there is nobody whom the asking person may see.
 * @param days on which somebody who left has to have hours; any, unless told
 */
export async function personAt(
  { parts, tx, asking }: AskingDoing,
  id: string,
  days: Days | null = null,
): Promise<Worker | null> {
  const worker = await workerAt(parts, tx, asking, id);
  if (worker !== null || id === 'me') return worker;
  const [left] = await leaversOf(parts, tx, asking, await peopleWithHours(tx, days, id));
  return left ?? null;
}

/** Whose hours somebody may see: everybody of theirs by name, then those who left and have hours on these days. */
export async function peopleAt(
  { parts, tx, asking }: AskingDoing,
  days: Days | null = null,
): Promise<readonly Worker[]> {
  const workers = await workersOf(parts, tx, asking);
  return [...workers, ...(await leaversOf(parts, tx, asking, await peopleWithHours(tx, days)))];
}
