import { addDays, type Day, daysBetween, formatDay } from '../../../../web/zoned-time.ts';

export interface Period {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

export interface PeriodSearch {
  readonly days?: 7 | 30 | 90;
  readonly from?: Day;
  readonly to?: Day;
}

export const periodChoices = [7, 30, 90] as const;
const usual = 30;
/** The server's limit on one report. */
const longest = 366;

/** The period that the address asks for: chosen days where they make sense, else the last 30 days, today included. */
export function periodOf(search: PeriodSearch, today: Day): Period {
  const { from, to } = search;
  if (from !== undefined && to !== undefined && from <= to) {
    const end = to > today ? today : to;
    const start = from > end ? end : from;
    return { from: daysBetween(start, end) < longest ? start : addDays(end, 1 - longest), to: end };
  }
  return { from: addDays(today, 1 - (search.days ?? usual)), to: today };
}

/** Which choice is marked: 7, 30, 90 or days of one's own. */
export function choiceOf(search: PeriodSearch): '7' | '30' | '90' | 'own' {
  if (search.from !== undefined && search.to !== undefined) return 'own';
  return `${search.days ?? usual}`;
}

/** "1 Nov – 21 Nov". */
export function periodText({ from, to }: Period): string {
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
}
