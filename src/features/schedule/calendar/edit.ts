import type { Change, Edit, Scope } from './change.ts';
import { changeAll } from './edit-all.ts';
import { changeOne, removeOne } from './edit-one.ts';
import { wallOf } from './local.ts';
import { type Occurrence, occurrenceOn } from './occurrences.ts';
import { lengthProblems, problemsOf, ruleProblems } from './problems.ts';
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
  const wrong = changeProblems(series, change);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  if (wallOf(on) === null || occurrenceOn(series, on) === null) return gone(on);
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
  if (wallOf(on) === null || occurrenceOn(series, on) === null) return gone(on);
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

const farthest = 3 * 366 * 1440;

/** What is wrong with a change by itself, so that whoever carries it out meets only rules that make sense. */
function changeProblems<Payload>(
  series: Series<Payload>,
  { moveBy = 0, minutes, repeat, ends }: Change<Payload>,
): readonly Problem[] {
  const rule = { repeat: repeat ?? series.rule?.repeat, ends: ends ?? series.rule?.ends ?? { kind: 'never' as const } };
  return [
    ...(Number.isInteger(moveBy) && Math.abs(moveBy) <= farthest
      ? []
      : [{ field: 'start', sentence: 'It can be moved by whole minutes, up to three years.' }]),
    ...(minutes === undefined ? [] : lengthProblems('minutes', minutes)),
    ...(rule.repeat === undefined ? [] : ruleProblems({ repeat: rule.repeat, ends: rule.ends }, null)),
  ];
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
