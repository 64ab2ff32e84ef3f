import { orgOf, type Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';
import { insertRepricing, listEventValues, listRepricings, putEventValues, removeEventValues } from './store.ts';
import { type EventValues, firstWorth, inForce, type Repricing, startOfDay, valuesAt, type Worth } from './values.ts';

type Context = Pick<PeopleContext, 'audit' | 'clock'>;

/** Who changes what events are worth, and where: on whose calendar its days are. */
export interface Pricing {
  readonly personId: string;
  readonly timeZone: string;
}

const plusDays = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** Today on the calendar of a time zone, YYYY-MM-DD. */
export function todayIn(timeZone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** What events were and are worth in the end, days that were priced anew included, the oldest first. */
export async function readEventValues(tx: Tx, timeZone: string): Promise<readonly EventValues[]> {
  return inForce(await listEventValues(tx), await listRepricings(tx), timeZone);
}

/** What an organisation begins with. */
export async function foundEventValues(tx: Tx): Promise<void> {
  await putEventValues(tx, { ...firstWorth, validFrom: new Date(0) }, new Date(1));
}

/** What events are worth at a moment, by what was set for it. */
export async function readWorth(tx: Tx, now: Date): Promise<Worth> {
  const { validFrom: _since, ...worth } = valuesAt(await listEventValues(tx), now);
  return worth;
}

/**
 * Sets what events are worth from a day on. Days that are over keep theirs.
 * @returns a sentence where it can't be; null when it is done
 */
export async function setEventValues(
  context: Context,
  tx: Tx,
  { personId, timeZone }: Pricing,
  day: string,
  worth: Worth,
): Promise<string | null> {
  const today = todayIn(timeZone, context.clock.now());
  if (day < today) return 'Choose today or a later day. What past days are worth is changed by pricing them anew.';
  if (day > plusDays(today, 366)) return 'Choose a day within the next year.';
  const [validFrom, until] = [startOfDay(day, timeZone), startOfDay(plusDays(day, 1), timeZone)];
  await putEventValues(tx, { ...worth, validFrom }, until);
  await record(context, tx, personId, 'people.event_values_set', { day, ...worth });
  return null;
}

/** Takes back values that were to begin on a later day. @returns whether there were any */
export async function dropPlannedValues(
  context: Context,
  tx: Tx,
  { personId, timeZone }: Pricing,
  day: string,
): Promise<boolean> {
  if (day <= todayIn(timeZone, context.clock.now())) return false;
  const removed = await removeEventValues(tx, startOfDay(day, timeZone), startOfDay(plusDays(day, 1), timeZone));
  if (removed) await record(context, tx, personId, 'people.event_values_dropped', { day });
  return removed;
}

/**
 * Prices days anew, on purpose: with what events are worth today, or each with its own values again, which undoes it.
 * @returns a sentence where it can't be; null when it is done
 */
export async function reprice(
  context: Context,
  tx: Tx,
  { personId, timeZone }: Pricing,
  { from, until, by }: Pick<Repricing, 'from' | 'until'> & { readonly by: 'today' | 'own' },
): Promise<string | null> {
  const now = context.clock.now();
  if (until < from) return 'The last day must not be before the first.';
  if (until > todayIn(timeZone, now)) return 'Only days that have begun can be priced anew.';
  const today = await readWorth(tx, now);
  const worth = by === 'today' ? today : null;
  await insertRepricing(tx, { from, until, worth, madeAt: now });
  await record(context, tx, personId, 'people.event_values_repriced', { from, until, by, ...today });
  return null;
}

async function record(
  { audit }: Context,
  tx: Tx,
  personId: string,
  action: 'people.event_values_set' | 'people.event_values_dropped' | 'people.event_values_repriced',
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  const actor = { kind: 'person', id: personId } as const;
  await audit.append(tx, { actor, action, target: { type: 'organisation', id: orgOf(tx) }, detail });
}
