import { company } from './company.ts';
import { type Chance, seededChance, seededId } from './seeded-chance.ts';
import { type Job, jobs, type Pattern, type Worker, workers } from './team-company.ts';

const dayMs = 86_400_000;
const periodDays = 14;
/** A year of fortnights, the one that runs, and the next, which is still to be made. */
const pastPeriods = 26;

export interface PlannedSeries {
  readonly id: string;
  readonly job: string;
  readonly pattern: Pattern;
  /** Local time of its first occurrence. */
  readonly start: string;
}

export interface PlannedShift {
  readonly id: string;
  readonly series: PlannedSeries;
  /** YYYY-MM-DD on the company's calendar. */
  readonly day: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Names of those who are on it. */
  readonly people: readonly string[];
}

export interface PlannedPeriod {
  readonly id: string;
  readonly firstDay: string;
  readonly shifts: readonly PlannedShift[];
  /** Null for the one that is still to be made. */
  readonly publishedAt: Date | null;
}

export interface Absence {
  readonly id: string;
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  readonly state: 'approved' | 'asked';
  readonly askedAt: Date;
}

export interface TeamPlan {
  readonly firstDay: string;
  readonly series: readonly PlannedSeries[];
  readonly periods: readonly PlannedPeriod[];
  readonly absences: readonly Absence[];
}

/**
 * A year of who worked where at the sample company, made as a careful person would by hand: whoever has had the least so
 * far is next, nobody without eleven hours of rest or with more than five days in a row. Dates follow `now`.
 */
export function planTeam(now: Date, seed = 12): TeamPlan {
  const chance = seededChance(seed);
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(company.timeZone)
    .toPlainDate();
  const current = today.subtract({ days: today.dayOfWeek - 1 });
  const first = current.subtract({ days: pastPeriods * periodDays });
  const begun = new Date(now.getTime() - 380 * dayMs);
  const series = jobs.flatMap((job) =>
    job.patterns.map((pattern) => {
      const day = first.add({ days: pattern.days[0] ?? 0 });
      return { id: seededId(chance, begun), job: job.name, pattern, start: `${day}T${pattern.at}` };
    }),
  );
  const absences = planAbsences(chance, first, current, now);
  const given = new Map<string, Given>(workers.map(({ name }) => [name, { ends: 0, days: new Set(), minutes: 0 }]));
  const periods = Array.from({ length: pastPeriods + 2 }, (_, index) => {
    const firstDay = first.add({ days: index * periodDays });
    const isNext = index === pastPeriods + 1;
    const made = new Date(Math.min(now.getTime() - 2 * dayMs, zoned(firstDay, '10:00') - 10 * dayMs));
    for (const had of given.values()) had.minutes = 0;
    const shifts = shiftsOf(chance, firstDay, series, made);
    return {
      id: seededId(chance, made),
      firstDay: firstDay.toString(),
      publishedAt: isNext ? null : made,
      shifts: isNext ? shifts : shifts.map((shift) => ({ ...shift, people: peopleFor(shift, given, absences) })),
    };
  });
  return { firstDay: first.toString(), series, periods, absences };
}

interface Given {
  /** When the last shift ended. */
  ends: number;
  readonly days: Set<string>;
  /** Of this period. */
  minutes: number;
}

function shiftsOf(
  chance: Chance,
  firstDay: Temporal.PlainDate,
  series: readonly PlannedSeries[],
  made: Date,
): readonly PlannedShift[] {
  return Array.from({ length: periodDays }, (_, index) => firstDay.add({ days: index }))
    .flatMap((day) =>
      series
        .filter(({ pattern }) => pattern.days.includes(day.dayOfWeek - 1))
        .map((one): PlannedShift => {
          const start = day.toPlainDateTime(one.pattern.at);
          const end = start.add({ minutes: one.pattern.minutes });
          return {
            ...{ id: seededId(chance, made), series: one, day: day.toString(), people: [] },
            startsAt: new Date(start.toZonedDateTime(company.timeZone).epochMilliseconds),
            endsAt: new Date(end.toZonedDateTime(company.timeZone).epochMilliseconds),
          };
        }),
    )
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

function peopleFor(
  shift: PlannedShift,
  given: ReadonlyMap<string, Given>,
  absences: readonly Absence[],
): readonly string[] {
  const chosen: string[] = [];
  const job = shift.series.job;
  const could = workers
    .filter((worker) => worker.knows.includes(job) && canWork(worker, shift, given, absences))
    .toSorted(
      (one, other) => share(one, given) - share(other, given) || one.knows.indexOf(job) - other.knows.indexOf(job),
    );
  for (const { name } of could.slice(0, shift.series.pattern.needs)) {
    const had = given.get(name);
    if (had === undefined) continue;
    had.ends = shift.endsAt.getTime();
    had.days.add(shift.day);
    had.minutes += shift.series.pattern.minutes;
    chosen.push(name);
  }
  return chosen;
}

/** How much of what they want they have. */
function share({ name, wants }: Worker, given: ReadonlyMap<string, Given>): number {
  return (given.get(name)?.minutes ?? 0) / wants;
}

const restMs = 11 * 3_600_000;
const mostDays = 5;

function canWork(
  { name, wants, weekly }: Worker,
  { day, startsAt, series }: PlannedShift,
  given: ReadonlyMap<string, Given>,
  absences: readonly Absence[],
): boolean {
  const had = given.get(name);
  const date = Temporal.PlainDate.from(day);
  const weekday = date.dayOfWeek - 1;
  if (had === undefined || startsAt.getTime() - had.ends < restMs) return false;
  if (weekly !== null && ('not' in weekly ? weekly.not.includes(weekday) : !weekly.only.includes(weekday)))
    return false;
  const inRow = [1, 2, 3, 4, 5].filter((back) => had.days.has(date.subtract({ days: back }).toString()));
  if (inRow.length >= mostDays) return false;
  if (absences.some((one) => one.name === name && one.from <= day && day <= one.to)) return false;
  return had.minutes + series.pattern.minutes <= wants * 2 * 60 + 60;
}

/** A week or two for everybody over the year, some that are still ahead, and three that wait for an answer. */
function planAbsences(
  chance: Chance,
  first: Temporal.PlainDate,
  current: Temporal.PlainDate,
  now: Date,
): readonly Absence[] {
  const past = workers.map(({ name }) => {
    const from = first.add({ weeks: chance.between(3, 48) });
    const to = from.add({ days: 6 });
    const askedAt = new Date(zoned(from, '12:00') - 40 * dayMs);
    return { id: seededId(chance, askedAt), name, from: `${from}`, to: `${to}`, state: 'approved' as const, askedAt };
  });
  const ahead = ['Ben Carter', 'Rosa Marín', 'Dev Patel', 'Bilal Khan', 'Hana Sato'].map((name, index) => {
    const from = current.add({ days: 16 + index * 2 });
    const askedAt = new Date(now.getTime() - (index + 2) * dayMs);
    const state = index < 2 ? ('approved' as const) : ('asked' as const);
    return {
      id: seededId(chance, askedAt),
      name,
      from: `${from}`,
      to: `${from.add({ days: index + 1 })}`,
      state,
      askedAt,
    };
  });
  return [...past, ...ahead];
}

/** Milliseconds at which the company's clocks show a time on a day. */
function zoned(day: Temporal.PlainDate, time: string): number {
  return day.toPlainDateTime(time).toZonedDateTime(company.timeZone).epochMilliseconds;
}

export function jobNamed(name: string): Job {
  const found = jobs.find((one) => one.name === name);
  if (found === undefined) throw new Error(`The sample company has no job ${name}.`);
  return found;
}
