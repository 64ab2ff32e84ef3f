import { hoursText } from './days.ts';
import type { PlanPerson } from './plan-contract.ts';

export interface Wanted {
  /** "32 h of 40 h". */
  readonly words: string;
  readonly title: string;
  /** Whether it is more than a tenth away from what is wanted. */
  readonly off: 'more' | 'less' | 'no';
}

/** Somebody's hours against those that they want; null of people whose hours are not told. */
export function wantedWords({ minutes, wantedMinutes }: PlanPerson): Wanted | null {
  if (minutes === null) return null;
  if (wantedMinutes === null) return { words: hoursText(minutes), title: 'Hours in these days', off: 'no' };
  const wanted = hoursText(Math.round(wantedMinutes / 15) * 15);
  const difference = minutes - wantedMinutes;
  const isFar = Math.abs(difference) > wantedMinutes / 10;
  const off = !isFar ? 'no' : difference > 0 ? 'more' : 'less';
  const title = { no: 'As many hours as wanted', more: 'More hours than wanted', less: 'Fewer hours than wanted' }[off];
  const arrow = { no: '', more: ' ↑', less: ' ↓' }[off];
  return { words: `${hoursText(minutes)} of ${wanted}${arrow}`, title, off };
}
