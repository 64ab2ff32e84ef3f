import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** What one shift says in a calendar. */
export interface CalendarShift {
  readonly id: string;
  readonly title: string;
  readonly location: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly breakMinutes: number;
  /** Counts up with each change that was told. */
  readonly version: number;
  readonly toldAt: Date;
}

const hoursBetweenReads = 1;

/**
 * A calendar as RFC 5545 text, the same bytes for the same shifts. Times are instants (UTC): they are right in every
 * time zone and over every change of clocks, and the calendar program shows them in its own.
 * @param host makes ids unique in the world (RFC 7986 section 5.3)
 */
export function calendarFile(
  shifts: readonly CalendarShift[],
  { name, host, link }: { readonly name: string; readonly host: string; readonly link: string },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Coact', product: 'Schedule', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: hoursBetweenReads * 3_600,
  });
  for (const { id, title, location, startsAt, endsAt, breakMinutes, version, toldAt } of shifts) {
    calendar.createEvent({
      id: `${id}@${host}`,
      start: startsAt,
      end: endsAt,
      stamp: toldAt,
      lastModified: toldAt,
      sequence: version - 1,
      summary: title,
      location,
      ...(breakMinutes === 0 ? {} : { description: `With a break of ${breakMinutes} min` }),
      url: link,
      status: ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
