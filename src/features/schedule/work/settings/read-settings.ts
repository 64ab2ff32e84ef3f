import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { firstSettings, type Settings } from './settings.ts';
import { findSettings, insertSettings } from './store.ts';

/** The organisation's settings, made on first reading. */
export async function readSettings(
  { clock, people }: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  lock = false,
): Promise<Settings> {
  const found = await findSettings(tx, lock);
  if (found !== null) return found;
  const now = clock.now();
  const { timeZone } = await people.organisation(tx);
  await insertSettings(tx, firstSettings(dayIn(timeZone, now)), now);
  const made = await findSettings(tx, lock);
  if (made === null) throw new Error('the settings that were just written are gone');
  return made;
}

/** The day `2026-03-02` that a zone's calendar shows at a moment. */
export function dayIn(timeZone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
