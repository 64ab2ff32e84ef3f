import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
} from '../../../../../platform/http/index.ts';
import { wallOf } from '../../../calendar/local.ts';
import { epochAt, localAt } from '../../../calendar/zone.ts';
import type { ScheduleParts } from '../../../parts.ts';
import { refused } from '../../../work/roles/role-routes.ts';
import { zoneOf } from '../../../work/series/calendars.ts';
import { typedText } from '../shapes.ts';
import { addReminder, longestReminder, mostReminders, textOf } from './reminders.ts';
import { deleteReminder, findLead, lockReminder, type OwnReminder, ownReminders, putLead } from './store.ts';

const reminderShape = z
  .object({ id: z.string(), at: z.string(), local: z.string(), zone: z.string(), text: z.string() })
  .openapi('OwnReminder');

const lead = z.object({
  minutes: z
    .number()
    .int('Please enter whole minutes.')
    .min(5, 'Five minutes before is the latest.')
    .max(10_080, 'A week before is the earliest.')
    .nullable(),
});

const remindersShape = z.object({ beforeShifts: lead.shape.minutes, reminders: z.array(reminderShape) });

/** Reminders to oneself: before each of one's shifts, and at a time of one's own. */
export function reminderRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), leadRoute(parts), addRoute(parts), deleteRoute(parts)];
}

async function shown(parts: ScheduleParts, tx: Tx, reminder: OwnReminder) {
  const { id, dueAt, zone } = reminder;
  const local = localAt(zone, Math.floor(dueAt.getTime() / 60_000));
  return { id, at: dueAt.toISOString(), local, zone, text: await textOf(parts, tx, reminder) };
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/reminders',
      summary: 'What I want to be reminded of',
      guard: member('schedule.take_part'),
      responses: { 200: jsonAnswer(remindersShape, 'The next first') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { personId } = c.var.actor;
        const reminders = [];
        for (const one of await ownReminders(tx, personId)) reminders.push(await shown(parts, tx, one));
        return c.json({ beforeShifts: await findLead(tx, personId), reminders });
      }),
  );
}

function leadRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/reminders/shifts',
      summary: 'How long before each of my shifts I want to be reminded',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(z.strictObject(lead.shape)) },
      responses: { 200: jsonAnswer(lead, 'As it is now; null: not at all') },
    },
    async (c) => {
      const { minutes } = c.req.valid('json');
      await parts.db.inOrg(c.var.orgId, (tx) => putLead(tx, c.var.actor.personId, minutes));
      return c.json({ minutes });
    },
  );
}

const year = 366 * 86_400_000;

function addRoute(parts: ScheduleParts): GuardedRoute {
  const at = z.string().refine((local) => wallOf(local) !== null, 'Please enter a day and a time.');
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/reminders',
      summary: 'Remind me of something at a time, where I work',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(z.strictObject({ at, text: typedText(longestReminder) })) },
      responses: { 201: jsonAnswer(reminderShape, 'Kept until then') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const { at: local, text } = c.req.valid('json');
        const worker = await parts.people.worker(tx, c.var.actor.personId);
        if (worker === null) return notFound(c);
        const zone = await zoneOf(parts, tx, worker);
        const dueAt = new Date(epochAt(zone, local) * 60_000);
        const ahead = dueAt.getTime() - parts.clock.now().getTime();
        if (ahead <= 0) return refused(c, { fields: { at: 'That time has passed.' } });
        if (ahead > year) return refused(c, { fields: { at: 'That is more than a year away.' } });
        if ((await ownReminders(tx, worker.id, true)).length >= mostReminders)
          return refused(c, { fields: { text: `${mostReminders} reminders are the most. Take one away first.` } });
        const added = await addReminder(parts, tx, { personId: worker.id, dueAt, zone, text });
        return c.json(await shown(parts, tx, added), 201);
      }),
  );
}

function deleteRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/reminders/{id}',
      summary: 'Take a reminder of mine away',
      guard: member('schedule.take_part'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const reminder = await lockReminder(tx, c.req.valid('param').id);
        if (reminder?.personId !== c.var.actor.personId) return notFound(c);
        await deleteReminder(tx, reminder.id);
        return c.body(null, 204);
      }),
  );
}
