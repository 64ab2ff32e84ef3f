import type { HoldReason, Pace } from './pace.ts';

type Quiet = Pick<Pace, 'quietHours' | 'quietDays'>;
type Moment = Temporal.ZonedDateTime;

/** A moment on the organisation's clock; in UTC where its zone is not known (any more). */
export function localAt(at: Date, timeZone: string): Moment {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(timeZone);
  } catch {
    return instant.toZonedDateTimeISO('UTC');
  }
}

/** Why nothing is posted at a moment; null when something may be. What the clock on the wall shows counts, on days of a clock change too. */
export function quietReason(at: Moment, { quietHours, quietDays }: Quiet): HoldReason | null {
  if (quietDays.includes(at.dayOfWeek)) return 'quiet_day';
  if (quietHours === null) return null;
  const { from, until } = quietHours;
  const clock = at.toPlainTime().toString().slice(0, 5);
  const isInside = from < until ? clock >= from && clock < until : clock >= from || clock < until;
  return isInside ? 'quiet_hours' : null;
}

/** More ends of quiet times than lie within the fortnight in which any setting leaves a free moment. */
const mostEnds = 120;

/**
 * The first moment from one on at which something may be posted. It can only be that moment, one at which the quiet hours
 * end, a midnight, or one at which the clocks are changed: a gap may swallow the end of the hours, an hour that comes
 * twice brings it twice.
 */
export function firstUnquiet(at: Moment, quiet: Quiet): Moment {
  let found = at;
  for (let turn = 0; turn < mostEnds; turn += 1) {
    if (quietReason(found, quiet) === null) return found;
    found = nextChange(found, quiet);
  }
  return found;
}

/** The quiet time in which a moment lies, from its beginning up to its end; null where it lies in none. */
export function quietSpan(at: Moment, quiet: Quiet): { readonly from: Moment; readonly to: Moment } | null {
  if (quietReason(at, quiet) === null) return null;
  const to = firstUnquiet(at, quiet);
  let from = at;
  for (let turn = 0; turn < mostEnds; turn += 1) {
    if (quietReason(from.subtract({ milliseconds: 1 }), quiet) === null) break;
    from = lastChange(from, quiet);
  }
  return { from, to };
}

/** The last moment before one at which it may have become quiet. */
function lastChange(at: Moment, { quietHours }: Quiet): Moment {
  const eve = at.subtract({ milliseconds: 1 });
  const changes: Moment[] = [eve.startOfDay()];
  const shift = at.getTimeZoneTransition('previous');
  if (shift !== null) changes.push(shift);
  if (quietHours !== null) {
    const begin = eve.toPlainDate().toPlainDateTime(Temporal.PlainTime.from(quietHours.from));
    for (const disambiguation of ['earlier', 'later'] as const) {
      changes.push(begin.toZonedDateTime(at.timeZoneId, { disambiguation }));
    }
  }
  const earlier = changes.filter((change) => Temporal.ZonedDateTime.compare(change, at) < 0);
  return earlier.toSorted(Temporal.ZonedDateTime.compare).at(-1) ?? eve.startOfDay();
}

function nextChange(at: Moment, { quietHours }: Quiet): Moment {
  const tomorrow = at.startOfDay().add({ days: 1 }).startOfDay();
  const changes: Moment[] = [tomorrow];
  const shift = at.getTimeZoneTransition('next');
  if (shift !== null) changes.push(shift);
  if (quietHours !== null) {
    const end = at.toPlainDate().toPlainDateTime(Temporal.PlainTime.from(quietHours.until));
    for (const disambiguation of ['earlier', 'later'] as const) {
      changes.push(end.toZonedDateTime(at.timeZoneId, { disambiguation }));
    }
  }
  const later = changes.filter((change) => Temporal.ZonedDateTime.compare(change, at) > 0);
  return later.toSorted(Temporal.ZonedDateTime.compare)[0] ?? tomorrow;
}
