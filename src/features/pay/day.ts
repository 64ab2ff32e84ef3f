import type { Tx } from '../../platform/db/index.ts';
import type { PayParts } from './parts.ts';

/** The local day of the organisation at a moment; now unless told. */
export async function todayOf(
  { clock, people }: Pick<PayParts, 'clock'> & { readonly people: Pick<PayParts['people'], 'organisation'> },
  tx: Tx,
  at: Date = clock.now(),
): Promise<string> {
  return (await hereAt(people, tx, at)).toPlainDate().toString();
}

/** The hour of the organisation's day, 0 to 23. */
export async function hourOf({ clock, people }: Pick<PayParts, 'clock' | 'people'>, tx: Tx): Promise<number> {
  return (await hereAt(people, tx, clock.now())).hour;
}

async function hereAt(people: Pick<PayParts['people'], 'organisation'>, tx: Tx, at: Date) {
  const { timeZone } = await people.organisation(tx);
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** A day as it is read: "1 June 2026". */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
