import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { amount, currency } from '../fields.ts';
import { findOrganisation } from '../store.ts';
import { dropPlannedValues, type Pricing, reprice, setEventValues, todayIn } from './event-values.ts';
import { listEventValues, listRepricings } from './store.ts';

/** What one event of each kind is worth. */
export const worthShape = z
  .object({
    ...{ currency, awareness: amount, share: amount, click: amount },
    ...{ like: amount, reshare: amount, comment: amount },
  })
  .openapi('EventWorth');

const day = z.iso.date();
/** Calendars of the database and of JavaScript part ways far outside of these. */
const pastDay = day.refine((text) => text >= '2000-01-01' && text < '2200-01-01', 'Choose a day of this century.');
const shown = z
  .object({
    today: day,
    values: z.array(worthShape.extend({ from: day.nullable().describe('Null where they hold from the beginning') })),
    repricings: z
      .array(
        z.object({
          ...{ from: day, until: day, worth: worthShape.nullable(), madeAt: z.iso.datetime() },
        }),
      )
      .describe('In the order in which they were made: the last one that has a day decides about it'),
  })
  .openapi('EventValues');
const answer = jsonAnswer(shown, 'What events are worth, from which day on');
const dayParam = z.object({ day: pastDay });

type Context = Pick<PeopleContext, 'db' | 'clock' | 'audit'>;

/** What events are worth: from a day on, and for days that are priced anew. */
export function eventValueRoutes(context: Context): readonly GuardedRoute[] {
  return [readRoute(context), setRoute(context), dropRoute(context), repriceRoute(context)];
}

async function timeZoneOf(tx: Tx): Promise<string> {
  const found = await findOrganisation(tx);
  if (!found) throw new Error('an organisation that does not exist');
  return found.time_zone;
}

const pricingOf = async (tx: Tx, personId: string): Promise<Pricing> => ({ personId, timeZone: await timeZoneOf(tx) });

async function show({ clock }: Context, tx: Tx): Promise<z.infer<typeof shown>> {
  const timeZone = await timeZoneOf(tx);
  const values = (await listEventValues(tx)).map(({ validFrom, ...worth }) => ({
    ...worth,
    from: validFrom.getTime() === 0 ? null : todayIn(timeZone, validFrom),
  }));
  const repricings = (await listRepricings(tx)).map(({ from, until, worth, madeAt }) => ({
    ...{ from, until, worth, madeAt: madeAt.toISOString() },
  }));
  return { today: todayIn(timeZone, clock.now()), values, repricings };
}

function readRoute(context: Context): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/event-values',
      summary: 'What events are and were worth, from which day on',
      guard: member('organisation.read'),
      responses: { 200: answer },
    },
    async (c) => c.json(await context.db.inOrg(c.var.orgId, (tx) => show(context, tx)), 200),
  );
}

function setRoute(context: Context): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/event-values/{day}',
      summary: 'Set what events are worth from a day on; days that are over keep theirs',
      guard: member('organisation.manage'),
      request: { params: dayParam, body: jsonBody(worthShape) },
      responses: { 200: answer },
    },
    async (c) =>
      context.db.inOrg(c.var.orgId, async (tx) => {
        const pricing = await pricingOf(tx, c.var.actor.personId);
        const wrong = await setEventValues(context, tx, pricing, c.req.valid('param').day, c.req.valid('json'));
        if (wrong !== null) return problem(c, 422, 'bad_day', wrong, { fields: { day: wrong } });
        return c.json(await show(context, tx), 200);
      }),
  );
}

function dropRoute(context: Context): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/event-values/{day}',
      summary: 'Take back what events were to be worth from a later day on',
      guard: member('organisation.manage'),
      request: { params: dayParam },
      responses: { 204: emptyAnswer('Gone') },
    },
    async (c) => {
      const dropped = await context.db.inOrg(c.var.orgId, async (tx) => {
        const pricing = await pricingOf(tx, c.var.actor.personId);
        return dropPlannedValues(context, tx, pricing, c.req.valid('param').day);
      });
      return dropped ? c.body(null, 204) : notFound(c);
    },
  );
}

function repriceRoute(context: Context): GuardedRoute {
  const body = z.strictObject({ from: pastDay, until: pastDay, by: z.enum(['today', 'own']) });
  return guarded(
    {
      method: 'post',
      path: '/api/event-values/reprice',
      summary: 'Price past days anew: by today’s values, or by their own again',
      guard: member('organisation.manage'),
      request: { body: jsonBody(body) },
      responses: { 200: answer },
    },
    async (c) =>
      context.db.inOrg(c.var.orgId, async (tx) => {
        const pricing = await pricingOf(tx, c.var.actor.personId);
        const wrong = await reprice(context, tx, pricing, c.req.valid('json'));
        if (wrong !== null) return problem(c, 422, 'bad_days', wrong, { fields: { until: wrong } });
        return c.json(await show(context, tx), 200);
      }),
  );
}
