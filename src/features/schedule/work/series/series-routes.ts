import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '../../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { nextOccurrence } from '../../calendar/occurrences.ts';
import type { ScheduleParts } from '../../parts.ts';
import { stale } from '../settings/settings-routes.ts';
import { refusedSeries } from './calendar-routes.ts';
import { type Calendar, calendarOf } from './calendars.ts';
import { editSeries, editToUndo, undoEdit } from './edit-series.ts';
import type { SeriesAct } from './edits/store.ts';
import type { Payload, StoredSeries } from './series-rows.ts';
import { changeShape, scopeShape, seriesShape } from './shapes.ts';
import { shownSeries } from './shown.ts';
import { lockSeries } from './store.ts';

const params = z.object({ id: z.uuid() });
const written = z.object({ series: z.array(seriesShape), findings: z.array(z.string()), undo: z.string() });
const answer = jsonAnswer(written, 'What took the place of the series, what overlaps, and a token that takes it back');

/** Changing what stands in a calendar, of a role or of a person, and taking it back. */
export function seriesRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [changeRoute(parts), removeRoute(parts), undoRoute(parts)];
}

function changeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/schedule/series/{id}',
      summary: 'Change one occurrence, it and the following, or all',
      guard: member('schedule.take_part'),
      request: { params, body: jsonBody(changeShape) },
      responses: { 200: answer },
    },
    (c) => {
      const { revision, ...act } = c.req.valid('json');
      return edit(c, parts, c.var, c.req.valid('param').id, act, revision);
    },
  );
}

function removeRoute(parts: ScheduleParts): GuardedRoute {
  const query = z.object({
    on: z.string().max(20).optional(),
    scope: scopeShape.default('all'),
    revision: z.coerce.number().int().optional(),
  });
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/series/{id}',
      summary: 'Take out one occurrence, it and the following, or all; without an occurrence the whole series',
      guard: member('schedule.take_part'),
      request: { params, query },
      responses: { 200: answer },
    },
    (c) => {
      const { on, scope, revision } = c.req.valid('query');
      const act = on === undefined ? null : { on, scope, change: null };
      return edit(c, parts, c.var, c.req.valid('param').id, act, revision);
    },
  );
}

/** The series of an address with its calendar, kept from others; null where it is not the asking person's to change. */
async function own(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  id: string,
): Promise<{ series: StoredSeries; calendar: Calendar } | null> {
  const series = await lockSeries(tx, id);
  const calendar = series && (await calendarOf(parts, tx, asking, series.owner));
  return series && calendar && { series, calendar };
}

/** @param act null: the whole series goes */
async function edit(
  c: Context,
  parts: ScheduleParts,
  asking: Asking,
  id: string,
  act: Omit<SeriesAct, 'tailId'> | null,
  revision: number | undefined,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const found = await own(parts, tx, asking, id);
    if (found === null) return notFound(c);
    const { series, calendar } = found;
    if (revision !== undefined && revision !== series.revision) return stale(c);
    const payload = act?.change?.payload;
    if (payload !== undefined && 'needs' in payload !== 'roleId' in calendar.owner)
      return refusedSeries(c, [
        { field: 'change.payload', sentence: 'That is said of shifts, or of people’s time: not of this.' },
      ]);
    const all = { on: nextOccurrence<Payload>(series)?.on ?? series.start, scope: 'all', change: null } as const;
    const after = await editSeries({ parts, tx, asking }, calendar, series, act ?? all);
    if ('problems' in after) return refusedSeries(c, after.problems);
    return c.json({ ...after, series: after.series.map(shownSeries) });
  });
}

function undoRoute(parts: ScheduleParts): GuardedRoute {
  const shape = z.object({ series: z.array(seriesShape), findings: z.array(z.string()) });
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/series/undo',
      summary: 'Take back my last change of a calendar, within an hour',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(z.strictObject({ token: z.uuid() })) },
      responses: { 200: jsonAnswer(shape, 'The series as they were') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const doing = { parts, tx, asking: c.var };
        const found = await editToUndo(doing, c.req.valid('json').token);
        const calendar = found && (await calendarOf(parts, tx, c.var, found.owner));
        if (!found || !calendar) {
          const sentence = 'This can’t be taken back any more: it was changed since, or more than an hour ago.';
          return problem(c, 409, 'changed_since', sentence);
        }
        const { series, findings } = await undoEdit(doing, found);
        return c.json({ series: series.map(shownSeries), findings: [...findings] });
      }),
  );
}
