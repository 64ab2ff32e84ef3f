import { addDays } from '../../../../web/zoned-time.ts';
import { dayWords } from '../../calendar/describe.ts';
import type { Balance } from './time-off-api.ts';

interface Stretch {
  /** Local times, the end not included. */
  readonly from: string;
  readonly to: string;
}

const midnight = 'T00:00';

/** The stretch of whole days, both included, or of a part of a day. */
export function stretchOf(days: { readonly from: string; readonly to: string }, times: Stretch | null): Stretch {
  if (times !== null) return { from: `${days.from}T${times.from}`, to: `${days.to}T${times.to}` };
  return { from: `${days.from}${midnight}`, to: `${addDays(days.to, 1)}${midnight}` };
}

/** A stretch as people say it: "Mon 2 Mar 2026 to Fri 6 Mar 2026", or with times where it is no whole days. */
export function daysWords({ from, to }: Stretch): string {
  const first = from.slice(0, 10);
  if (from.endsWith(midnight) && to.endsWith(midnight)) {
    const last = addDays(to.slice(0, 10), -1);
    return first === last ? dayWords(first) : `${dayWords(first)} to ${dayWords(last)}`;
  }
  const end = to.slice(0, 10);
  return `${dayWords(first)}, ${from.slice(11)} to ${end === first ? '' : `${dayWords(end)}, `}${to.slice(11)}`;
}

/** Minutes as hours: "16 h", "7.5 h". */
export function hoursWords(minutes: number): string {
  return `${Math.round((minutes / 60) * 100) / 100} h`;
}

/** Shifts that somebody has while they are off, in a sentence; null where there are none. */
export function conflictWords(
  shifts: readonly { readonly roleName: string; readonly localStart: string }[],
): string | null {
  if (shifts.length === 0) return null;
  const named = shifts
    .slice(0, 3)
    .map(({ roleName, localStart }) => `${roleName} on ${dayWords(localStart.slice(0, 10))}`);
  const more = shifts.length > named.length ? ` and ${shifts.length - named.length} more` : '';
  return `They still have shifts then: ${named.join(', ')}${more}. Give them to others.`;
}

type Counted = Balance & { readonly minutes: number };

/** The kinds of time off that somebody has so much and no more of. */
export function countedKinds(balances: readonly Balance[]): readonly Counted[] {
  return balances.flatMap((balance) => (balance.minutes === null ? [] : [{ ...balance, minutes: balance.minutes }]));
}

/** How a balance came about: "160 h granted, 24 h used, -4 h corrected, 8 h asked for". */
export function balanceWords({
  granted,
  used,
  corrected,
  asked,
}: Omit<Balance, 'kindId' | 'name' | 'minutes'>): string {
  const parts = [
    [granted, 'granted'],
    [Math.abs(used), 'used'],
    [corrected, 'corrected'],
    [asked, 'asked for'],
  ] as const;
  const said = parts.flatMap(([minutes, word]) => (minutes === 0 ? [] : [`${hoursWords(minutes)} ${word}`]));
  return said.length === 0 ? 'nothing granted yet' : said.join(', ');
}

/** Hours as they are typed, in minutes; null where they change nothing. */
export function minutesTyped(hours: string | number): number | null {
  const minutes = hours === '' ? 0 : Math.round(Number(hours) * 60);
  return Number.isFinite(minutes) && minutes !== 0 ? minutes : null;
}
