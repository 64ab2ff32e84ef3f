import { z } from '@hono/zod-openapi';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
} from '../../../../platform/http/index.ts';
import type { Worker } from '../../../people/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { personParams } from '../../work/fields.ts';
import { listRoles } from '../../work/roles/store.ts';
import { type AskingDoing, atClock, refuse } from '../doing.ts';
import { historyRoute } from '../history/routes.ts';
import { loadNames } from '../names.ts';
import { dayText } from '../shapes.ts';
import { peopleAt, personAt } from '../whose.ts';
import { approve } from './approving.ts';
import { sheetsFile } from './file.ts';
import { narrowed } from './filter.ts';
import { loadSheets, type PersonSheet, periodAt, type SheetPeriod, sumsOfSheet } from './load-sheets.ts';
import { approveBody, type SheetsAnswer, sheetShape, sheetsQuery, sheetsShape } from './shapes.ts';
import { rowAnswer, sheetAnswer, toldOfRunning } from './show.ts';
import { added } from './sums.ts';

/** Timesheets: everybody sees their own; who schedules people sees theirs, approves them and takes them along. */
export function sheetRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), fileRoute(parts), oneRoute(parts), approveRoute(parts), historyRoute(parts)];
}

interface Found {
  readonly period: SheetPeriod;
  readonly people: readonly { readonly worker: Worker; readonly sheet: PersonSheet }[];
}

/** The timesheets in which there is anything, of those whom somebody may see, at a place if one is asked for. */
async function findSheets(doing: AskingDoing, { from, location, role }: z.infer<typeof sheetsQuery>): Promise<Found> {
  const { parts, tx } = doing;
  const period = await periodAt(parts, tx, from);
  const workers = await peopleAt(doing, period);
  const locations = new Map((await listRoles(tx)).map(({ id, locationId }) => [id, locationId]));
  const filter = { locationId: location ?? null, roleId: role ?? null };
  const loaded = await loadSheets(
    parts,
    tx,
    period,
    workers.map(({ id }) => id),
  );
  const byPerson = new Map(workers.map((worker) => [worker.id, worker]));
  const people = loaded.people.flatMap((one) => {
    const [worker, sheet] = [byPerson.get(one.personId), narrowed(one, filter, (id) => locations.get(id) ?? null)];
    return worker && sheet ? [{ worker, sheet }] : [];
  });
  return { period, people };
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock/sheets',
      summary: 'Timesheets of those whom I schedule, in one period',
      guard: member('schedule.open'),
      request: { query: sheetsQuery },
      responses: {
        200: jsonAnswer(
          sheetsShape,
          'By name, those who left last; whoever has neither shifts nor hours in it is left out',
        ),
      },
    },
    (c) => atClock(c, parts, c.var, async (doing) => c.json(await shownSheets(doing, c.req.valid('query')))),
  );
}

async function shownSheets(doing: AskingDoing, query: z.infer<typeof sheetsQuery>): Promise<SheetsAnswer> {
  const { parts, tx } = doing;
  const { period, people } = await findSheets(doing, query);
  const approvers = people.flatMap(({ sheet }) => sheet.sheet?.approvedBy ?? []);
  const names = await parts.people.namesOf(tx, [...new Set(approvers)]);
  const toldOf = await toldOfRunning(
    tx,
    people.map(({ sheet }) => sheet),
  );
  const totals = added(people.map(({ sheet }) => sumsOfSheet(sheet)));
  const { locations } = await parts.people.places(tx);
  return {
    period,
    people: people.map(({ worker, sheet }) => rowAnswer(doing, period, worker, sheet, { names, toldOf })),
    totals: { ...totals, difference: totals.worked - totals.planned },
    locations: locations.map(({ id, name }) => ({ id, name })),
    roles: (await listRoles(tx)).map(({ id, name, locationId }) => ({ id, name, locationId })),
  };
}

function fileRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock/sheets.csv',
      summary: 'Take timesheets along, as CSV: a line for each entry',
      guard: member('schedule.open'),
      limit: { name: 'timesheets', points: 60, seconds: 600 },
      request: { query: sheetsQuery },
      responses: { 200: emptyAnswer('The file') },
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const { period, people } = await findSheets(doing, c.req.valid('query'));
        await parts.audit.append(doing.tx, {
          ...byPerson(c.var.actor),
          action: 'schedule.timesheets_exported',
          target: { type: 'organisation', id: c.var.orgId },
          detail: { period: period.firstDay, people: people.length },
        });
        return c.body(sheetsFile(people, await loadNames(parts, doing.tx)), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="coact-timesheets-${period.firstDay}.csv"`,
          'cache-control': 'no-store',
        });
      }),
  );
}

function oneRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock/sheets/{id}',
      summary: 'A timesheet: mine, or of somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { params: personParams, query: z.object({ from: dayText.optional() }) },
      responses: { 200: jsonAnswer(sheetShape, 'Of the period in which the day lies') },
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const period = await periodAt(parts, doing.tx, c.req.valid('query').from);
        const worker = await personAt(doing, c.req.valid('param').id, period);
        if (worker === null) return notFound(c);
        return c.json(await shownSheet(doing, worker, period));
      }),
  );
}

async function shownSheet(doing: AskingDoing, worker: Worker, period: SheetPeriod) {
  const [sheet] = (await loadSheets(doing.parts, doing.tx, period, [worker.id])).people;
  if (sheet === undefined) throw new Error('a timesheet was not loaded');
  return sheetAnswer(doing, period, worker, sheet);
}

function approveRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/clock/sheets/{id}/approve',
      summary: 'Approve what somebody worked in a period; a correction afterwards opens it again',
      guard: member('schedule.open'),
      request: { params: z.object({ id: z.uuid() }), body: jsonBody(approveBody) },
      responses: { 200: jsonAnswer(sheetShape, 'As it is now') },
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const { firstDay, worked } = c.req.valid('json');
        const period = await periodAt(parts, doing.tx, firstDay);
        const worker = await personAt(doing, c.req.valid('param').id, period);
        if (worker === null) return notFound(c);
        const refusal = await approve(doing, worker, period, worked);
        return refusal ? refuse(c, refusal) : c.json(await shownSheet(doing, worker, period));
      }),
  );
}
