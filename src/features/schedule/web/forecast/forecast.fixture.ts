import { addDays } from '../../../../web/zoned-time.ts';
import type { Forecast } from './contract.ts';
import { halvesADay } from './half-hours.ts';

type Days = Forecast['days'];
const filled = <Value>(rest: Value, given: Readonly<Record<number, Value>>): Value[] =>
  Array.from({ length: halvesADay }, (_, half) => given[half] ?? rest);

/** A day with 24 guests at nine and 30 at half past, of whom one person serves twelve, and two people on shift. */
export function dayOf(day: string, change: Partial<Days[number]> = {}): Days[number] {
  return {
    day,
    amounts: filled<number | null>(null, { 18: 24, 19: 30 }),
    sources: filled<Days[number]['sources'][number]>(null, { 18: 'typed', 19: 'projected' }),
    needed: filled<number | null>(null, { 18: 2, 19: 3 }),
    staffed: filled(0, { 18: 2, 19: 2 }),
    rostered: filled(0, { 18: 3, 19: 3 }),
    ...change,
  };
}

/** The forecast of a bar for the week from 2 March 2026; may be changed in part. */
export function forecastOf(change: Partial<Forecast> = {}): Forecast {
  return {
    ...{ roleId: 'bar', roleName: 'Bar', locationName: 'Harbour', zone: 'Europe/Lisbon' },
    ...{ unit: 'guests', perPerson: 12, revision: 4 },
    days: Array.from({ length: 7 }, (_, at) => dayOf(addDays('2026-03-02', at))),
    ...change,
  };
}
