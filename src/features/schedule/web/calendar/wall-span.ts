import { instantOf, wallTimeAt } from '../../../../web/zoned-time.ts';
import { localOf } from '../../calendar/local.ts';
import { longest, shortest } from '../../calendar/series.ts';

/**
 * A stretch of time as the clock on the wall shows it: minutes of that clock since 1970 (calendar/local.ts). All drawing and
 * dragging is done on walls, so that no view ever asks the browser's own zone.
 */
export interface WallSpan {
  readonly start: number;
  readonly end: number;
}

/** Everything that is drawn, dragged or moved by keys stands on quarters of an hour. */
export const step = 15;

/** The nearest quarter of an hour. */
export function snapped(wall: number): number {
  return Math.round(wall / step) * step;
}

/** The same length, so many minutes later. */
export function movedBy({ start, end }: WallSpan, by: number): WallSpan {
  return { start: start + by, end: end + by };
}

/** One edge moved, as far as the shortest and longest lengths allow; the other stays. */
export function resizedBy({ start, end }: WallSpan, edge: 'start' | 'end', by: number): WallSpan {
  if (edge === 'end') return { start, end: start + within(end + by - start) };
  return { start: end - within(end - start - by), end };
}

/** What dragging from one time to another makes: whole quarters that hold both. */
export function spanBetween(from: number, to: number): WallSpan {
  const start = Math.floor(Math.min(from, to) / step) * step;
  const end = Math.ceil(Math.max(from, to) / step) * step;
  if (from <= to) return { start, end: start + within(end - start) };
  return { start: end - within(end - start), end };
}

/**
 * Moves by keys: never to a time that the clock does not show. In the night that it is set forward 01:45 is followed by
 * 03:00, and 03:00 preceded by 01:45.
 */
export function steppedBy(span: WallSpan, by: number, zone: string): WallSpan {
  const length = span.end - span.start;
  const start = shownAt(span.start + by, by < 0 ? -1 : 1, zone);
  return { start, end: start + length };
}

/** A wall itself, or where the clock skips it the next quarter before (-1) or after (1) that it shows. */
export function shownAt(wall: number, side: -1 | 1, zone: string): number {
  // No clock was ever set by more than a day; 96 quarters are one.
  for (let tries = 0, at = wall; tries <= 96; tries += 1, at += side * step) if (isShown(at, zone)) return at;
  return wall;
}

/** Whether the clock of a zone ever shows a wall: no in the hour that is skipped in spring. */
function isShown(wall: number, zone: string): boolean {
  const local = localOf(wall);
  const instant = instantOf(local, zone);
  return instant !== null && wallTimeAt(instant, zone) === local;
}

function within(minutes: number): number {
  return Math.min(longest, Math.max(shortest, minutes));
}
