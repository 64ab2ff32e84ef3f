import { z } from '@hono/zod-openapi';
import { newId } from '../../../../platform/clock/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { line } from '../fields.ts';
import { dayShape, holidayShape } from './shapes.ts';
import { deleteHoliday, insertHoliday, listHolidays } from './store.ts';

/** Days on which the organisation, or one location, does not work. */
export function holidayRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), removeRoute(parts)];
}

function listRoute({ db }: ScheduleParts): GuardedRoute {
  const query = z.object({ from: dayShape.optional(), to: dayShape.optional() });
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/holidays',
      summary: 'The holidays',
      guard: member('schedule.take_part'),
      request: { query },
      responses: { 200: jsonAnswer(z.object({ holidays: z.array(holidayShape) }), 'By day') },
    },
    async (c) => {
      const { from, to } = c.req.valid('query');
      return c.json({ holidays: await db.inOrg(c.var.orgId, (tx) => listHolidays(tx, from, to)) });
    },
  );
}

function addRoute({ db, clock, audit, people }: ScheduleParts): GuardedRoute {
  const wanted = z.strictObject({ day: dayShape, name: line('a name'), locationId: z.uuid().nullable().default(null) });
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/holidays',
      summary: 'Add a holiday, everywhere or at one location',
      guard: member('schedule.settings'),
      request: { body: jsonBody(wanted) },
      responses: { 201: jsonAnswer(holidayShape, 'Added') },
    },
    async (c) => {
      const holiday = { id: newId(clock), ...c.req.valid('json') };
      const { orgId, actor } = c.var;
      return db.inOrg(orgId, async (tx) => {
        const { locations } = await people.places(tx);
        const { locationId } = holiday;
        if (locationId !== null && !locations.some(({ id }) => id === locationId))
          return wrong(c, 'locationId', 'There is no such location.');
        if (!(await insertHoliday(tx, holiday))) return wrong(c, 'day', 'There is a holiday on this day already.');
        const target = { type: 'holiday', id: holiday.id };
        await audit.append(tx, {
          ...byPerson(actor),
          action: 'schedule.holiday_added',
          target,
          detail: { day: holiday.day },
        });
        return c.json(holiday, 201);
      });
    },
  );
}

const wrong = (c: Parameters<typeof problem>[0], field: string, sentence: string): Response =>
  problem(c, 422, 'invalid', sentence, { fields: { [field]: sentence } });

function removeRoute({ db, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/holidays/{id}',
      summary: 'Remove a holiday',
      guard: member('schedule.settings'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      return db.inOrg(c.var.orgId, async (tx) => {
        if (!(await deleteHoliday(tx, id))) return notFound(c);
        const target = { type: 'holiday', id };
        await audit.append(tx, { ...byPerson(c.var.actor), action: 'schedule.holiday_removed', target });
        return c.body(null, 204);
      });
    },
  );
}
