import { figureText, formatCount, formatMoney } from '../../../../web/figures.ts';
import { formatDay } from '../../../../web/zoned-time.ts';
import type { Act, Line, Report } from './report-contract.ts';

const networkNames: Readonly<Record<string, string>> = {
  ...{ linkedin: 'LinkedIn', x: 'X', facebook: 'Facebook' },
  ...{ threads: 'Threads', mastodon: 'Mastodon', bluesky: 'Bluesky' },
};

/** A network's name for people; one that this page doesn't know keeps the name under which it is counted. */
export const networkWords = (network: string): string => networkNames[network] ?? network;

const allActs = ['share', 'composer', 'like', 'reshare', 'comment'] as const satisfies readonly Act[];
export const actWords: Readonly<Record<Act, string>> = {
  share: 'Shares',
  composer: 'Opened the composer',
  like: 'Likes',
  reshare: 'Reshares',
  comment: 'Comments',
};

/** Shares, and what else there is anything to tell of. */
export function actsIn(lines: readonly Pick<Line, 'acts'>[]): readonly Act[] {
  return allActs.filter((act) => act === 'share' || lines.some(({ acts }) => 'value' in acts[act]));
}

export const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const longWeekdays = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;
const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;

/** "Tuesdays from 10:00 to 11:00". */
export function bestWords({ weekday, hour }: NonNullable<Report['hours']>['best']): string {
  return `${longWeekdays[weekday - 1] ?? ''} from ${clock(hour)} to ${clock(hour + 1)}`;
}

/** Amounts of several currencies stand side by side: they are never added. */
export function amountWords(amounts: Line['amounts']): string {
  if (amounts.length === 0) return '–';
  return amounts.map(({ minor, currency }) => formatMoney(minor, currency)).join(' and ');
}

export const awarenessWords = (awareness: Line['awareness']): string =>
  awareness === null ? 'not told by network' : figureText(awareness);

export const clickWords = ({ total }: Line['clicks']): string => formatCount(total);

/** What a column over time is called: a day, the week from a Monday, a month. */
export function stretchLabel({ from }: { readonly from: string }, stride: Report['stride']): string {
  if (stride !== 'month') return formatDay(from);
  const date = new Date(`${from}T00:00:00Z`);
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' }).format(date);
}

export const strideWords: Readonly<Record<Report['stride'], string>> = {
  day: 'Day by day',
  week: 'Week by week',
  month: 'Month by month',
};

/** "1 Nov 2025 – 21 Nov 2025": with years, as reports are kept. */
export function daysWords({ from, to }: { readonly from: string; readonly to: string }): string {
  const words = (day: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  return from === to ? words(from) : `${words(from)} – ${words(to)}`;
}
