import type { WrittenShift } from './report-world.fixture.ts';

/**
 * Sums of written shifts found the long way, quarter of an hour by quarter of an hour from Temporal alone; shares no code with
 * the reports, which are tested against it. Weeks begin on Mondays, weekends are Saturday and Sunday.
 */
export interface NaiveSums {
  readonly minutes: number;
  readonly nights: number;
  readonly weekends: number;
  /** Beyond 40 hours in a week, of the days from `from` on. */
  readonly overtime: number;
}

interface Quarter {
  readonly date: string;
  readonly hour: number;
  readonly week: string;
}

export function naiveSums(zone: string, shifts: readonly WrittenShift[], from: string, to: string): NaiveSums {
  const inOrder = shifts.toSorted((one, other) => (one.start < other.start ? -1 : 1));
  const weeks = new Map<string, number>();
  let [minutes, nights, overtime] = [0, 0, 0];
  const weekends = new Set<string>();
  for (const shift of inOrder) {
    const each = quartersOf(zone, shift);
    const rest = (shift.breakMinutes ?? 0) / 15;
    const begins = shift.start.slice(0, 10);
    const isAsked = begins >= from && begins <= to;
    for (const { week } of each.slice(rest)) {
      const had = (weeks.get(week) ?? 0) + 15;
      weeks.set(week, had);
      if (isAsked && had > 40 * 60) overtime += 15;
    }
    if (!isAsked) continue;
    minutes += (each.length - rest) * 15;
    if (each.filter(({ hour }) => hour >= 23 || hour < 6).length >= 12) nights += 1;
    const { dayOfWeek } = Temporal.PlainDate.from(begins);
    if (dayOfWeek >= 6) weekends.add(mondayOf(begins));
  }
  return { minutes, nights, weekends: weekends.size, overtime };
}

function quartersOf(zone: string, { start, hours }: WrittenShift): readonly Quarter[] {
  const first = Temporal.PlainDateTime.from(start);
  const end = first.add({ hours }).toZonedDateTime(zone).epochMilliseconds;
  const found: Quarter[] = [];
  for (let at = first.toZonedDateTime(zone).epochMilliseconds; at < end; at += 15 * 60_000) {
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const date = local.toPlainDate().toString();
    found.push({ date, hour: local.hour, week: mondayOf(date) });
  }
  return found;
}

function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}
