/** Earliest and latest hour of the day at which a post is likely to be seen. */
const firstHour = 8;
const lastHour = 18;
const minute = 60_000;

/**
 * A time for a post that the company's posts don't all land on at once: at random in what is left of today's waking
 * hours, or tomorrow's when today's are over. Never later than ten minutes before the request ends.
 * @param random from 0 to 1
 */
export function goodTime(now: Date, timeZone: string, endsAt: Date | null, random: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const soon = now.getTime() + 5 * minute;
  const hourOf = (day: Temporal.ZonedDateTime, hour: number) =>
    day.withPlainTime({ hour }).toInstant().epochMilliseconds;
  const today = { from: Math.max(soon, hourOf(local, firstHour)), to: hourOf(local, lastHour) };
  const tomorrow = local.add({ days: 1 });
  const span =
    today.to - today.from > 30 * minute ? today : { from: hourOf(tomorrow, firstHour), to: hourOf(tomorrow, lastHour) };
  const chosen = span.from + random * (span.to - span.from);
  const latest = endsAt === null ? chosen : endsAt.getTime() - 10 * minute;
  return new Date(Math.max(now.getTime(), Math.min(chosen, latest)));
}

/**
 * The moment of a wall-clock time in a zone. In the hour that a clock change skips, the time after the change.
 * @param day YYYY-MM-DD @param time HH:mm
 */
export function momentOf(day: string, time: string, timeZone: string): Date {
  const local = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(local.epochMilliseconds);
}

/** A moment's day in a zone, YYYY-MM-DD. */
export function dayOf(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
