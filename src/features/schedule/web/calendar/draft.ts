import { dayWords } from '../../calendar/describe.ts';
import { dayMinutes, dayOf, localOf } from '../../calendar/local.ts';
import type { ShownEvent } from './event.ts';
import type { Axis, KeyAct } from './keys.ts';
import type { DayRange } from './range.ts';
import { movedBy, resizedBy, shownAt, snapped, spanBetween, steppedBy, type WallSpan } from './wall-span.ts';

/** What is being dragged, or moved by keys, and is not kept yet. Without a key it is something that is about to be made. */
export interface Draft {
  readonly key: string | null;
  readonly row: string | null;
  readonly span: WallSpan;
  readonly by: 'pointer' | 'keys';
}

/** Where a pointer is: a time, and in a timeline a row. */
export interface Spot {
  readonly wall: number;
  readonly row: string | null;
}

/** What a pointer took hold of. */
export interface Grip {
  readonly kind: 'create' | 'move' | 'start' | 'end';
  readonly key: string | null;
  /** What was taken: its span and its row. */
  readonly held: (WallSpan & { readonly row: string }) | null;
  readonly from: Spot;
}

/** The draft of a pointer that went from where it took hold to another time. */
export function draggedTo({ kind, key, held, from }: Grip, to: number, zone: string): Draft {
  const by = snapped(to - from.wall);
  if (held === null || kind === 'create')
    return { key: null, row: from.row, span: spanBetween(from.wall, to), by: 'pointer' };
  const { row } = held;
  if (kind !== 'move') return { key, row, span: resizedBy(held, kind, by), by: 'pointer' };
  const moved = movedBy({ start: held.start, end: held.end }, by);
  return { key, row, span: movedBy(moved, shownAt(moved.start, 1, zone) - moved.start), by: 'pointer' };
}

/** What somebody is about to make on a day of which they named no time: usual hours of work. */
export function usualSpan(day: number, length: number): WallSpan {
  const start = day * dayMinutes + 9 * 60;
  return { start, end: start + length };
}

/** A span moved or resized by a key; null where it would leave what is shown. */
export function keyedSpan(span: WallSpan, act: KeyAct, zone: string, range: DayRange): WallSpan | null {
  if (act.kind === 'resize') return resizedBy(span, 'end', act.by);
  if (act.kind !== 'move') return span;
  const moved = steppedBy(span, act.by, zone);
  const day = dayOf(moved.start);
  return day < range.from || day >= range.until ? null : moved;
}

/** Events as they are drawn while one of them is a draft. */
export function withDraft<Event extends ShownEvent>(events: readonly Event[], draft: Draft | null): readonly Event[] {
  if (draft?.key == null) return events;
  return events.map((event) => (event.key === draft.key ? { ...event, ...draft.span } : event));
}

/** A span in words: "Tue 3 Mar 2026, 09:00–17:00", or with both days where it ends on another. */
export function wallWords({ start, end }: WallSpan): string {
  const [from, until] = [localOf(start), localOf(end)];
  const isOneDay = dayOf(start) === dayOf(end) || end === (dayOf(start) + 1) * dayMinutes;
  const last = isOneDay ? '' : `${dayWords(until.slice(0, 10))}, `;
  return `${dayWords(from.slice(0, 10))}, ${from.slice(11)}–${last}${until.slice(11)}`;
}

/** What keys do in a view, for those who can't see it. */
export function keyHint(axis: Axis): string {
  const along = axis === 'across' ? 'Left and right' : 'Up and down';
  const moves =
    axis === 'days'
      ? 'Arrows move it by days and weeks'
      : `${along} move it by a quarter of an hour, with Shift they change its length; ${
          axis === 'down' ? 'left and right' : 'Page up and Page down'
        } move it by a day`;
  return `${moves}. Enter keeps or opens, Delete takes away, Escape puts back.`;
}
