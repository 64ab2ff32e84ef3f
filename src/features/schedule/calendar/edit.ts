import type { Change, Edit, Scope } from './change.ts';
import { changeAll } from './edit-all.ts';
import { changeOne, removeOne } from './edit-one.ts';
import { type Occurrence, occurrenceOn } from './occurrences.ts';
import { problemsOf } from './problems.ts';
import type { Problem, Series } from './series.ts';
import { splitBefore } from './split.ts';

/**
 * Changes the occurrence `on`, it and the following, or all. What somebody changed on single occurrences stays on them;
 * an individually changed one whose day the rule gives up stays as an added one, up to the end of the series.
 * @param tailId id for the series of the following ones, where one is split off
 */
export function changed<Payload>(
  series: Series<Payload>,
  on: string,
  scope: Scope,
  change: Change<Payload>,
  tailId: string,
): Edit<Payload> {
  if (occurrenceOn(series, on) === null) return gone(on);
  if (scope === 'one') return checked(changeOne(series, on, change));
  if (scope === 'all') return checked(changeAll(series, on, change));
  const { head, tail } = splitBefore(series, on, tailId);
  if (head === null || tail === null) return checked(changeAll(series, on, change));
  const rest = changeAll(tail, on, change);
  if (!rest.ok) return rest;
  const follow = (at: string) =>
    at < on ? occurrenceOn(head, at) && { seriesId: series.id, on: at } : rest.follow(at);
  return checked({ ok: true, series: [head, ...rest.series], follow });
}

/** Takes out the occurrence `on`, it and the following, or all. */
export function removed<Payload>(series: Series<Payload>, on: string, scope: Scope): Edit<Payload> {
  if (occurrenceOn(series, on) === null) return gone(on);
  if (scope === 'all') return { ok: true, series: [], follow: () => null };
  const left = scope === 'one' ? removeOne(series, on) : splitBefore(series, on, series.id).head;
  if (left === null) return { ok: true, series: [], follow: () => null };
  const follow = (at: string) => occurrenceOn(left, at) && { seriesId: left.id, on: at };
  return { ok: true, series: [left], follow };
}

/**
 * What dragging an occurrence means: the whole of it (both by the same), or one of its edges.
 * @param start, end minutes of the clock on the wall by which its beginning and its end were moved
 */
export function dragged<Payload>(
  occurrence: Occurrence<Payload>,
  by: { readonly start: number; readonly end: number },
): Change<Payload> {
  if (by.start === by.end) return { moveBy: by.start };
  return { moveBy: by.start, minutes: occurrence.minutes + by.end - by.start };
}

function checked<Payload>(edit: Edit<Payload>): Edit<Payload> {
  if (!edit.ok) return edit;
  const problems = edit.series.flatMap((series) => problemsOf(series));
  return problems.length === 0 ? edit : { ok: false, problems };
}

function gone(on: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  const sentence = `There is no occurrence on ${on.replace('T', ' ')} any more.`;
  return { ok: false, problems: [{ field: 'on', sentence }] };
}
