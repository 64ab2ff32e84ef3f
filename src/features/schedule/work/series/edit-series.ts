import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson, type ScheduleAction } from '../../acts.ts';
import type { Which } from '../../calendar/change.ts';
import { normalised } from '../../calendar/normal-form.ts';
import { problemsOf } from '../../calendar/problems.ts';
import type { Problem, Series } from '../../calendar/series.ts';
import type { ScheduleParts } from '../../parts.ts';
import { type Calendar, seriesIn } from './calendars.ts';
import { deleteEdit, insertEdit, lockEdit, type SeriesAct, type StoredEdit } from './edits/store.ts';
import type { Owner, Payload, StoredSeries } from './series-rows.ts';
import { overlapsWith } from './shown.ts';
import { deleteSeries, insertSeries, lockSeries, updateSeries } from './store.ts';
import { carriedOut, wayBack } from './taken-back.ts';

/** What came of a change of a calendar. */
export interface Written {
  readonly series: readonly StoredSeries[];
  /** What is worth knowing about it, in sentences: what overlaps, who could not follow. */
  readonly findings: readonly string[];
  /** Token by which it is taken back. */
  readonly undo: string;
}

type Refused = { readonly problems: readonly Problem[] };
type Doing = { readonly parts: ScheduleParts; readonly tx: Tx; readonly asking: Asking };

const undoMs = 3_600_000;
const mostSeries = 500;
const minutesNow = ({ clock }: ScheduleParts) => Math.floor(clock.now().getTime() / 60_000);

type WantedSeries = Omit<Series<Payload>, 'id' | 'zone' | 'exceptions'>;

/** Adds series to a calendar, all or none. Overlaps are told and not refused: a role may want them so. */
export async function addSeries(
  doing: Doing,
  calendar: Calendar,
  ...wanted: readonly WantedSeries[]
): Promise<Written | Refused> {
  const { parts, tx } = doing;
  const { owner, zone } = calendar;
  const given = wanted.map((one): Series<Payload> => ({ ...one, id: newId(parts.clock), zone, exceptions: [] }));
  const problems = given.flatMap((one) => problemsOf(one));
  if (problems.length > 0) return { problems };
  if (calendar.isClosed)
    return { problems: [{ field: 'role', sentence: 'This role is archived. Bring it back first.' }] };
  const there = await seriesIn(tx, calendar);
  if (there.length + given.length > mostSeries)
    return {
      problems: [{ field: 'start', sentence: `A calendar has at most ${mostSeries} series: take out what is over.` }],
    };
  const series = given.map((one): StoredSeries => ({ ...normalised(one), owner, revision: 1 }));
  for (const one of series) await insertSeries(tx, one, parts.clock.now());
  // Nobody is on what is new yet, and what follows looks at the whole calendar: once is enough for all.
  const findings = await follow(
    doing,
    owner,
    series.slice(-1).map(({ id }) => ({ id, to: () => null })),
  );
  await parts.audit.appendAll(
    tx,
    series.map(({ id }) => entryOf(doing, 'schedule.series_added', owner, id)),
  );
  const undo = await keep(doing, owner, { before: [], after: series, act: null });
  return { series, findings: [...findings, ...overlaps(parts, series, [...there, ...series])], undo };
}

/** Changes an occurrence of a series or takes it out: this one, it and the following, or all. */
export async function editSeries(
  doing: Doing,
  calendar: Calendar,
  before: StoredSeries,
  act: Omit<SeriesAct, 'tailId'>,
): Promise<Written | Refused> {
  const { parts, tx } = doing;
  const now = parts.clock.now();
  const whole: SeriesAct = { ...act, tailId: newId(parts.clock) };
  const edit = carriedOut(before, whole);
  if (!edit.ok) return edit;
  const { owner } = calendar;
  const after = edit.series.map((one): StoredSeries => {
    return { ...one, owner, revision: one.id === before.id ? before.revision + 1 : 1 };
  });
  for (const one of after) await (one.id === before.id ? updateSeries(tx, one, now) : insertSeries(tx, one, now));
  if (!after.some(({ id }) => id === before.id)) await deleteSeries(tx, before.id);
  const findings = await follow(doing, owner, [{ id: before.id, to: edit.follow }]);
  const action = act.change === null ? 'schedule.series_removed' : 'schedule.series_changed';
  await parts.audit.append(tx, entryOf(doing, action, owner, before.id, { scope: act.scope }));
  const undo = await keep(doing, owner, { before: [before], after, act: whole });
  const told = act.change === null ? [] : overlaps(parts, after, await seriesIn(tx, calendar));
  return { series: after, findings: [...findings, ...told], undo };
}

/** An edit that the asking person made within the hour, if what it left is still as it left it; else null. */
export async function editToUndo({ parts, tx, asking }: Doing, token: string): Promise<StoredEdit | null> {
  const oldest = new Date(parts.clock.now().getTime() - undoMs);
  const edit = await lockEdit(tx, token, asking.actor.personId, oldest);
  if (edit === null) return null;
  for (const { id, revision } of edit.after) if ((await lockSeries(tx, id))?.revision !== revision) return null;
  return edit;
}

/** Puts back what an edit replaced, and who is assigned with it. */
export async function undoEdit(doing: Doing, { id: token, owner, before, after, act }: StoredEdit) {
  const { parts, tx } = doing;
  const now = parts.clock.now();
  const back = before.map((one) => ({ ...one, revision: revisionAfter(one, after) }));
  const stays = new Set(back.map(({ id }) => id));
  for (const { id } of after) if (!stays.has(id)) await deleteSeries(tx, id);
  for (const one of back)
    await (after.some(({ id }) => id === one.id) ? updateSeries(tx, one, now) : insertSeries(tx, one, now));
  const [first] = before;
  const way = first === undefined || act === null ? () => null : wayBack(first, act, minutesNow(parts));
  const went = after.map(({ id }) => ({ id, to: (on: string) => way({ seriesId: id, on }) }));
  // What was split off first: it goes back behind the head, which then finds all in its place.
  const gone =
    went.length > 0 ? went.toReversed() : back.map(({ id }) => ({ id, to: (on: string) => ({ seriesId: id, on }) }));
  const findings = await follow(doing, owner, gone);
  await deleteEdit(tx, token);
  const undone = (back[0] ?? after[0])?.id ?? token;
  await parts.audit.append(tx, entryOf(doing, 'schedule.series_edit_undone', owner, undone));
  return { series: back, findings };
}

function revisionAfter({ id, revision }: StoredSeries, after: StoredEdit['after']): number {
  return (after.find((one) => one.id === id)?.revision ?? revision) + 1;
}

function overlaps(parts: ScheduleParts, written: readonly StoredSeries[], all: readonly StoredSeries[]) {
  return overlapsWith(written, all, minutesNow(parts));
}

interface Gone {
  readonly id: string;
  readonly to: (on: string) => Which | null;
}

async function follow({ parts, tx }: Doing, owner: Owner, gone: readonly Gone[]): Promise<readonly string[]> {
  await announce(tx, 'schedule');
  if (!('roleId' in owner)) return [];
  const findings: string[] = [];
  for (const { id, to } of gone)
    for (const act of parts.afterSeriesEdit ?? [])
      findings.push(...(await act(tx, { seriesId: id, roleId: owner.roleId, follow: to })));
  return findings;
}

type SeriesAction = Extract<ScheduleAction, `schedule.series_${string}`>;

function entryOf(
  { asking }: Doing,
  action: SeriesAction,
  owner: Owner,
  id: string,
  more: Readonly<Record<string, string>> = {},
) {
  const whose =
    'roleId' in owner ? { calendar: 'role', owner: owner.roleId } : { calendar: 'person', owner: owner.personId };
  const target = { type: 'series', id } as const;
  return { ...byPerson(asking.actor), action, target, detail: { ...whose, ...more } };
}

async function keep(
  { parts, tx, asking }: Doing,
  owner: Owner,
  {
    before,
    after,
    act,
  }: {
    readonly before: readonly StoredSeries[];
    readonly after: readonly StoredSeries[];
    readonly act: SeriesAct | null;
  },
): Promise<string> {
  const now = parts.clock.now();
  const id = newId(parts.clock);
  const kept = after.map((one) => ({ id: one.id, revision: one.revision }));
  const edit = { id, owner, madeBy: asking.actor.personId, madeAt: now, before, after: kept, act };
  await insertEdit(tx, edit, new Date(now.getTime() - undoMs));
  return id;
}
