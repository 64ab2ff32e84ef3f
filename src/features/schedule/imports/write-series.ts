import type { Tx } from '../../../platform/db/index.ts';
import { nextOccurrence } from '../calendar/occurrences.ts';
import type { Calendar } from '../work/series/calendars.ts';
import { addSeries, editSeries } from '../work/series/edit-series.ts';
import type { Payload, StoredSeries } from '../work/series/series-rows.ts';
import { lockSeries } from '../work/series/store.ts';
import type { Times } from './times.ts';

export type Doing = Parameters<typeof addSeries>[0];

/** What rows add to a calendar, kept until all of it is known: written at once it is followed once. */
export interface ToAdd<Said extends Payload> {
  readonly times: Times;
  readonly payload: Said;
}

/** Adds what rows say to a calendar; gives sentences that are worth knowing. */
export async function addTimes(
  doing: Doing,
  calendar: Calendar,
  wanted: readonly ToAdd<Payload>[],
): Promise<readonly string[]> {
  const all = wanted.map(({ times, payload }) => ({ ...times, colour: null, payload }));
  const added = await addSeries(doing, calendar, ...all);
  if ('problems' in added) throw new Error(`an import judged well what is not: ${added.problems[0]?.field}`);
  return added.findings;
}

/** Has all occurrences of a series say something else; gives sentences that are worth knowing. */
export async function changePayload(
  doing: Doing,
  calendar: Calendar,
  series: StoredSeries,
  payload: Payload,
): Promise<readonly string[]> {
  const on = nextOccurrence<Payload>(series)?.on ?? series.start;
  const changed = await editSeries(doing, calendar, series, { on, scope: 'all', change: { payload } });
  if ('problems' in changed) throw new Error(`an import judged well what is not: ${changed.problems[0]?.field}`);
  return changed.findings;
}

/** Keeps series from others before anything is written, in one order for all; gives the ids of those that are as they were. */
export async function lockUnchanged(tx: Tx, series: readonly StoredSeries[]): Promise<ReadonlySet<string>> {
  const unchanged = new Set<string>();
  for (const { id, revision } of series.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
    if ((await lockSeries(tx, id))?.revision === revision) unchanged.add(id);
  return unchanged;
}
