import type { Tx } from '../../../platform/db/index.ts';
import { dateWords } from '../calendar/describe.ts';
import { dateOf } from '../calendar/local.ts';
import type { ScheduleParts } from '../parts.ts';
import type { Work } from '../plan/load-work.ts';
import { ownRates } from '../plan/rates.ts';
import { weekOf } from '../rules/accounting.ts';
import type { Shift } from '../rules/shift.ts';
import { hours } from '../rules/words.ts';
import type { EffectAnswer } from './offers/shapes.ts';

/** What taking a shift makes of somebody's weeks and pay. */
export type EffectOf = (gets: Shift, loses: Shift | null) => EffectAnswer;

/** Loads what is needed to say to one person what a shift would come to for them: by their own rates only. */
export async function loadEffects(
  parts: Pick<ScheduleParts, 'vault' | 'people'>,
  tx: Tx,
  work: Work,
  personId: string,
): Promise<EffectOf> {
  const rateOf = await ownRates(parts, tx, personId);
  const { currency } = await parts.people.organisation(tx);
  const ledger = work.candidates.find(({ person }) => person.id === personId)?.ledger;
  return (gets, loses) => {
    const week = weekOf(gets.day, work.accounting);
    const change = (first: number) => minutesIn(gets, first) - (loses === null ? 0 : minutesIn(loses, first));
    const had = (first: number) => ledger?.weekMinutes(first) ?? 0;
    const pay = payOf(rateOf, gets, loses);
    const other = loses === null ? week : weekOf(loses.day, work.accounting);
    const weeks = other === week ? [week] : [week, other];
    const sentences = weeks.map(
      (first) =>
        `${hours(had(first) + change(first))} instead of ${hours(had(first))} in the week of ${dateWords(dateOf(first))}.`,
    );
    if (pay !== null) sentences.push(payWords(pay, currency));
    return {
      ...{ minutesBefore: had(week), minutesAfter: had(week) + change(week) },
      ...{ payMinor: pay, currency: pay === null ? null : currency, words: sentences.join(' ') },
    };
  };
}

/** Minutes of a shift in the week that begins on a day. */
function minutesIn({ parts }: Shift, week: number): number {
  return parts.reduce((sum, { day, minutes }) => sum + (day >= week && day < week + 7 ? minutes : 0), 0);
}

function payOf(rateOf: (roleId: string) => number | null, gets: Shift, loses: Shift | null): number | null {
  const [more, less] = [rateOf(gets.role), loses === null ? 0 : rateOf(loses.role)];
  if (more === null || less === null) return null;
  return Math.round((more * gets.workMinutes - less * (loses?.workMinutes ?? 0)) / 60);
}

function payWords(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const amount = format.format(Math.abs(minor) / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  if (minor === 0) return 'The same pay.';
  return minor > 0 ? `${amount} more pay.` : `${amount} less pay.`;
}
