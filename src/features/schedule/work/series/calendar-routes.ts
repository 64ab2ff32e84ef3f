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
import type { Problem } from '../../calendar/series.ts';
import type { ScheduleParts } from '../../parts.ts';
import { personParams } from '../fields.ts';
import { type Calendar, calendarOfPerson, calendarOfRole, seriesIn } from './calendars.ts';
import { addSeries, type Written } from './edit-series.ts';
import { calendarShape, seriesShape, stretch, wantedShifts, wantedTimes } from './shapes.ts';
import { shownCalendar, shownSeries } from './shown.ts';

type Find = (tx: Tx, asking: Asking, id: string, lock?: boolean) => Promise<Calendar | null>;

const written = z.object({ series: seriesShape, findings: z.array(z.string()), undo: z.string() });
const made = jsonAnswer(written, 'Added, with what overlaps and a token that takes it back');
const shown = jsonAnswer(calendarShape, 'Series with their rules in words, and what takes place');

/** Calendars of roles (their shifts) and of people (when they can work): one mechanism for both. */
export function calendarRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [...roleRoutes(parts), ...personRoutes(parts)];
}

function roleRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  const find: Find = (tx, asking, id, lock) => calendarOfRole(parts, tx, asking, id, lock);
  const params = z.object({ id: z.uuid() });
  return [
    guarded(
      {
        method: 'get',
        path: '/api/schedule/roles/{id}/calendar',
        summary: 'The shifts of a role',
        guard: member('schedule.open'),
        request: { params, query: stretch },
        responses: { 200: shown },
      },
      (c) => show(c, parts, find, c.var, { ...c.req.valid('param'), ...c.req.valid('query') }),
    ),
    guarded(
      {
        method: 'post',
        path: '/api/schedule/roles/{id}/series',
        summary: 'Add shifts to a role',
        guard: member('schedule.open'),
        request: { params, body: jsonBody(wantedShifts) },
        responses: { 201: made },
      },
      (c) => add(c, parts, find, c.var, c.req.valid('param').id, c.req.valid('json')),
    ),
  ];
}

function personRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  const find: Find = (tx, asking, id) => calendarOfPerson(parts, tx, asking, id);
  return [
    guarded(
      {
        method: 'get',
        path: '/api/schedule/people/{id}/calendar',
        summary: 'When somebody can work: me, or somebody whom I schedule',
        guard: member('schedule.take_part'),
        request: { params: personParams, query: stretch },
        responses: { 200: shown },
      },
      (c) => show(c, parts, find, c.var, { ...c.req.valid('param'), ...c.req.valid('query') }),
    ),
    guarded(
      {
        method: 'post',
        path: '/api/schedule/people/{id}/series',
        summary: 'Say when somebody can work: I, or somebody whom I schedule',
        guard: member('schedule.take_part'),
        request: { params: personParams, body: jsonBody(wantedTimes) },
        responses: { 201: made },
      },
      (c) => add(c, parts, find, c.var, c.req.valid('param').id, c.req.valid('json')),
    ),
  ];
}

const longestStretch = 400;

async function show(
  c: Context,
  { db }: ScheduleParts,
  find: Find,
  asking: Asking,
  { id, from, to }: { readonly id: string; readonly from: string; readonly to: string },
): Promise<Response> {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0) return refusedSeries(c, [{ field: 'to', sentence: 'It ends before it begins.' }]);
  if (days > longestStretch)
    return refusedSeries(c, [{ field: 'to', sentence: `At most ${longestStretch} days can be shown at once.` }]);
  return db.inOrg(asking.orgId, async (tx) => {
    const calendar = await find(tx, asking, id);
    if (calendar === null) return notFound(c);
    return c.json(shownCalendar(calendar.zone, await seriesIn(tx, calendar), from, to));
  });
}

async function add(
  c: Context,
  parts: ScheduleParts,
  find: Find,
  asking: Asking,
  id: string,
  wanted: Parameters<typeof addSeries>[2],
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const calendar = await find(tx, asking, id, true);
    if (calendar === null) return notFound(c);
    const added = await addSeries({ parts, tx, asking }, calendar, wanted);
    if ('problems' in added) return refusedSeries(c, added.problems);
    const { series, findings, undo }: Written = added;
    return c.json({ series: series.map(shownSeries)[0], findings, undo }, 201);
  });
}

/** The answer to a series that makes no sense. */
export function refusedSeries(c: Context, problems: readonly Problem[]): Response {
  const fields: Record<string, string> = {};
  for (const { field, sentence } of problems) fields[field] ??= sentence;
  return problem(c, 422, 'invalid', problems[0]?.sentence ?? '', { fields });
}
