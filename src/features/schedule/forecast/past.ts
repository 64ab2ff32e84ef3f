import type { Tx } from '../../../platform/db/index.ts';
import { dateOf, dayMinutes, dayOfDate } from '../calendar/local.ts';
import { type Span, subtract } from '../calendar/spans.ts';
import { endedBetween } from '../clock/store.ts';
import type { ScheduleParts } from '../parts.ts';
import { toldBetween } from '../plan/publishing/store.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { dayIn, readSettings } from '../work/settings/read-settings.ts';
import { listHolidays } from '../work/settings/store.ts';
import type { Measure } from './forecast.ts';
import { minutesOf, momentsOf } from './half-hours.ts';
import { openHalves, type PastDay } from './project.ts';
import { crewsWithin, peopleIn } from './staffing.ts';
import { forecastsOf, lastForecastBefore } from './store.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people'>;

/** What a projection goes by: numbers of the forecast, or hours that people worked. */
export const pastSources = ['forecast', 'worked'] as const;

/** What is asked of the past: so many whole weeks before a day. */
export interface PastAsked {
  readonly before: string;
  readonly weeks: number;
  readonly source: (typeof pastSources)[number];
}

export interface Past {
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly PastDay[];
  readonly holidays: number;
}

/** What a role had in the last whole weeks, without holidays. */
export async function pastOf(
  parts: Parts,
  tx: Tx,
  role: WorkRole,
  zone: string,
  measure: Measure,
  asked: PastAsked,
): Promise<Past> {
  const end = await endOf(parts, tx, role, zone, asked);
  const stretch = { from: dateOf(end - asked.weeks * 7), to: dateOf(end - 1) };
  const all =
    asked.source === 'forecast'
      ? await forecastDays(tx, role, stretch)
      : await workedDays(parts, tx, role, zone, measure, stretch);
  const closed = (await listHolidays(tx, stretch.from, stretch.to)).filter(
    ({ locationId }) => locationId === null || locationId === role.locationId,
  );
  const holidays = new Set(closed.map(({ day }) => day));
  return {
    ...{ ...stretch, holidays: holidays.size },
    days: all.filter(({ day }) => !holidays.has(dateOf(day))),
  };
}

/** The day after the last that counts: of what is forecast where numbers end, of what was worked today. */
async function endOf(
  { clock }: Parts,
  tx: Tx,
  role: WorkRole,
  zone: string,
  { before, source }: PastAsked,
): Promise<number> {
  const first = dayOfDate(before) ?? 0;
  if (source === 'worked') return Math.min(first, dayOfDate(dayIn(zone, clock.now())) ?? first);
  const last = await lastForecastBefore(tx, role.id, before);
  return last === null ? first : (dayOfDate(last) ?? 0) + 1;
}

async function forecastDays(tx: Tx, { id }: WorkRole, stretch: { from: string; to: string }) {
  const days = await forecastsOf(tx, id, stretch);
  return days.map(({ day, amounts }): PastDay => ({ day: dayOfDate(day) ?? 0, figures: amounts }));
}

/** As many units as the people who worked handle. Half hours that clocks skip have no figure. */
async function workedDays(
  parts: Parts,
  tx: Tx,
  role: WorkRole,
  zone: string,
  { perPerson }: Measure,
  stretch: { readonly from: string; readonly to: string },
): Promise<readonly PastDay[]> {
  const [from, to] = [dayOfDate(stretch.from) ?? 0, dayOfDate(stretch.to) ?? 0];
  const crews = (await workedSpans(parts, tx, role, from, to)).map((span) => ({ ...span, people: 1 }));
  const days = Array.from({ length: to - from + 1 }, (_, index): PastDay => {
    const moments = momentsOf(from + index, zone);
    const all = moments.flat();
    const there = crewsWithin({ start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 }, crews);
    const figures = moments.map((half) => (minutesOf(half) === 0 ? null : peopleIn(half, there) * perPerson));
    return { day: from + index, figures };
  });
  return openHalves(days);
}

/** When people worked in a role: by the time clock where it is on, else as they were told. */
async function workedSpans(parts: Parts, tx: Tx, role: WorkRole, from: number, to: number): Promise<readonly Span[]> {
  const within = { start: (from - 1) * dayMinutes, end: (to + 2) * dayMinutes };
  const { timeClock } = await readSettings(parts, tx);
  if (!timeClock) return (await toldBetween(tx, within)).filter(({ roleId }) => roleId === role.id);
  const ended = (await endedBetween(tx, within)).filter(({ roleId }) => roleId === role.id);
  return ended.flatMap(({ start, end, breaks }) =>
    subtract(
      [{ start, end }],
      breaks.map((pause) => ({ start: pause.start, end: pause.end ?? end })),
    ),
  );
}
