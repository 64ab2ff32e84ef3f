import { wall } from '../../calendar/local.ts';
import type { Occurrence } from '../../calendar/occurrences.ts';
import type { Series } from '../../calendar/series.ts';
import type { WallSpan } from './wall-span.ts';

/** What a view needs to draw an event, whatever it is of. */
export interface ShownEvent extends WallSpan {
  readonly key: string;
  readonly title: string;
  readonly colour: string;
  readonly repeats: boolean;
  /** Whether it differs from the others of its series. */
  readonly changed: boolean;
  /** Which row of the timeline it stands in. */
  readonly row: string;
}

/** A series as the server tells it, with what guards against two people changing it at once. */
export type KeptSeries<Payload> = Series<Payload> & { readonly revision: number; readonly words: string };

/** One occurrence as the calendar handles it. */
export interface CalendarEvent<Payload> extends ShownEvent {
  readonly on: string;
  /** Length on the clock on the wall. */
  readonly minutes: number;
  readonly payload: Payload;
  readonly ownColour: string | null;
  readonly series: KeptSeries<Payload>;
}

/** What a calendar is of: the words and colours of its events. */
export interface EventLook<Payload> {
  readonly title: (payload: Payload) => string;
  readonly colour: (payload: Payload, own: string | null) => string;
  readonly row: (payload: Payload, series: KeptSeries<Payload>) => string;
}

/** Occurrences as events, by beginning. Those whose series is not there are left out. */
export function eventsOf<Payload>(
  occurrences: readonly Pick<
    Occurrence<Payload>,
    'seriesId' | 'on' | 'localStart' | 'localEnd' | 'minutes' | 'changed' | 'colour' | 'payload'
  >[],
  series: readonly KeptSeries<Payload>[],
  look: EventLook<Payload>,
): readonly CalendarEvent<Payload>[] {
  const byId = new Map(series.map((one) => [one.id, one]));
  return occurrences
    .flatMap((one): CalendarEvent<Payload>[] => {
      const of = byId.get(one.seriesId);
      if (of === undefined) return [];
      return [
        {
          key: `${one.seriesId} ${one.on}`,
          on: one.on,
          start: wall(one.localStart),
          end: wall(one.localEnd),
          minutes: one.minutes,
          title: look.title(one.payload),
          colour: look.colour(one.payload, one.colour),
          repeats: of.rule !== null,
          changed: one.changed,
          row: look.row(one.payload, of),
          payload: one.payload,
          ownColour: one.colour,
          series: of,
        },
      ];
    })
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

/**
 * By how much an event moves when it is put somewhere: from the time that its series (or its exception) names, which the
 * clock may skip, and not from the time at which it is shown then.
 */
export function moveTo<Payload>({ on, series }: CalendarEvent<Payload>, start: number): number {
  const own = series.exceptions.find((one) => one.on === on);
  const named = own?.kind === 'changed' ? (own.start ?? on) : on;
  return start - wall(named);
}

/** What putting an event at a span changes; null where it stays as it is. */
export function changeTo<Payload>(
  event: CalendarEvent<Payload>,
  span: WallSpan,
): { readonly moveBy?: number; readonly minutes?: number } | null {
  const moves = span.start !== event.start;
  const length = span.end - span.start;
  const resizes = length !== event.end - event.start;
  if (!moves && !resizes) return null;
  return { ...(moves ? { moveBy: moveTo(event, span.start) } : {}), ...(resizes ? { minutes: length } : {}) };
}
