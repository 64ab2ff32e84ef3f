import type { Tx } from '../../../platform/db/index.ts';
import { dateWords } from '../calendar/describe.ts';
import { dateOf } from '../calendar/local.ts';
import type { ScheduleParts } from '../parts.ts';
import { amountOf } from '../plan/cost.ts';
import type { Work } from '../plan/load-work.ts';
import type { RateOf } from '../plan/wages.ts';
import { weekOf } from '../rules/accounting.ts';
import type { Shift } from '../rules/shift.ts';
import { hours } from '../rules/words.ts';
import type { EffectAnswer } from './offers/shapes.ts';

/** What taking a shift makes of somebody's weeks and pay. */
export type EffectOf = (gets: Shift, loses: Shift | null) => EffectAnswer;

/** Loads what is needed to say to one person what a shift would come to for them: by their own wages only. */
export async function loadEffects(
  { wages }: Pick<ScheduleParts, 'wages'>,
  tx: Tx,
  work: Work,
  personId: string,
): Promise<EffectOf> {
  const rateOf = await wages.ratesOf(tx, [personId]);
  const ledger = work.candidates.find(({ person }) => person.id === personId)?.ledger;
  return (gets, loses) => {
    const week = weekOf(gets.day, work.accounting);
    const change = (first: number) => minutesIn(gets, first) - (loses === null ? 0 : minutesIn(loses, first));
    const had = (first: number) => ledger?.weekMinutes(first) ?? 0;
    const pay = payOf((shift) => rateOf(personId, shift.role, dateOf(shift.day)), gets, loses);
    const other = loses === null ? week : weekOf(loses.day, work.accounting);
    const weeks = other === week ? [week] : [week, other];
    const sentences = weeks.map(
      (first) =>
        `${hours(had(first) + change(first))} instead of ${hours(had(first))} in the week of ${dateWords(dateOf(first))}.`,
    );
    if (pay !== null) sentences.push(payWords(pay));
    return {
      ...{ minutesBefore: had(week), minutesAfter: had(week) + change(week) },
      ...{ payMinor: pay?.minor ?? null, currency: pay?.currency ?? null, words: sentences.join(' ') },
    };
  };
}

/** Minutes of a shift in the week that begins on a day. */
function minutesIn({ parts }: Shift, week: number): number {
  return parts.reduce((sum, { day, minutes }) => sum + (day >= week && day < week + 7 ? minutes : 0), 0);
}

interface Difference {
  readonly minor: number;
  readonly currency: string;
}

/** Null where a wage is not known, or is a salary, or the two are paid in different currencies: there is no sum then. */
function payOf(rateOf: (shift: Shift) => ReturnType<RateOf>, gets: Shift, loses: Shift | null): Difference | null {
  const [more, less] = [rateOf(gets), loses === null ? null : rateOf(loses)];
  if (more === null || more.salaried) return null;
  const { currency } = more;
  const gained = amountOf(gets.workMinutes, more);
  if (loses === null) return { minor: gained, currency };
  if (less === null || less.salaried || less.currency !== currency) return null;
  return { minor: gained - amountOf(loses.workMinutes, less), currency };
}

function payWords({ minor, currency }: Difference): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const amount = format.format(Math.abs(minor) / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  if (minor === 0) return 'The same pay.';
  return minor > 0 ? `${amount} more pay.` : `${amount} less pay.`;
}
