import { dayMinutes } from '../../calendar/local.ts';
import type { WallSpan } from './wall-span.ts';

/** The part of an event that falls on a day, and its place beside others of the same time. */
export interface Piece<Event extends WallSpan> {
  readonly event: Event;
  /** Minutes of the day, 0 to 1440. */
  readonly top: number;
  readonly bottom: number;
  readonly lane: number;
  readonly lanes: number;
  /** It began on an earlier day. */
  readonly before: boolean;
  /** It goes on the next day. */
  readonly after: boolean;
}

/** What is shorter is drawn as if it were this long, so that it can be read and grasped; others must keep out of it. */
const least = 30;

/**
 * The events of a day as pieces. Those that take place at the same time share the width: each takes the first lane that is
 * free, and all that touch through others are equally wide.
 */
export function layDay<Event extends WallSpan>(events: readonly Event[], day: number): readonly Piece<Event>[] {
  const from = day * dayMinutes;
  const sorted = events
    .filter(({ start, end }) => start < from + dayMinutes && end > from)
    .map((event) => cut(event, from))
    .sort((one, other) => one.top - other.top || other.bottom - one.bottom);
  return laneGroups(sorted, ({ top, bottom }) => ({ start: top, end: Math.max(bottom, top + least) })).map(
    ({ item, lane, lanes }) => ({ ...item, lane, lanes }),
  );
}

/** Events of one row of a timeline: how many lie above each other, and in which lane each is. */
export function layRow<Event extends WallSpan>(
  events: readonly Event[],
  leastMinutes: number,
): { readonly lanes: number; readonly placed: readonly { readonly event: Event; readonly lane: number }[] } {
  const sorted = [...events].sort((one, other) => one.start - other.start);
  const placed = laneGroups(sorted, ({ start, end }) => ({ start, end: Math.max(end, start + leastMinutes) }));
  return {
    lanes: Math.max(1, ...placed.map(({ lanes }) => lanes)),
    placed: placed.map(({ item, lane }) => ({ event: item, lane })),
  };
}

function cut<Event extends WallSpan>(event: Event, from: number): Omit<Piece<Event>, 'lane' | 'lanes'> {
  return {
    event,
    top: Math.max(0, event.start - from),
    bottom: Math.min(dayMinutes, event.end - from),
    before: event.start < from,
    after: event.end > from + dayMinutes,
  };
}

interface Laned<Item> {
  readonly item: Item;
  readonly lane: number;
  readonly lanes: number;
}

function laneGroups<Item>(sorted: readonly Item[], spanOf: (item: Item) => WallSpan): readonly Laned<Item>[] {
  const all: Laned<Item>[] = [];
  let group: { item: Item; lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    all.push(...group.map((one) => ({ ...one, lanes: ends.length })));
    group = [];
    ends = [];
  };
  for (const item of sorted) {
    const { start, end } = spanOf(item);
    if (ends.every((until) => until <= start)) close();
    const free = ends.findIndex((until) => until <= start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = end;
    group.push({ item, lane });
  }
  close();
  return all;
}
