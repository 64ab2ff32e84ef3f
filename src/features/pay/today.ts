import type { Tx } from '../../platform/db/index.ts';
import type { PayParts } from './parts.ts';

/** The local day of the organisation. */
export async function todayOf({ clock, people }: Pick<PayParts, 'clock' | 'people'>, tx: Tx): Promise<string> {
  const { timeZone } = await people.organisation(tx);
  return Temporal.Instant.fromEpochMilliseconds(clock.now().getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
