import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../platform/http/index.ts';
import type { PeopleContext } from './context.ts';
import { worthShape } from './event-values/routes.ts';
import { currency, organisationName, smallGroup, timeZone } from './fields.ts';
import { changeOrganisation, type Organisation, readOrganisation } from './organisation.ts';

const shown = z
  .object({
    id: z.string(),
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    smallGroup: z.number().int(),
    eventValues: worthShape,
    setupDone: z.boolean(),
  })
  .openapi('Organisation');

const change = z
  .strictObject({
    name: organisationName,
    timeZone,
    currency,
    smallGroup,
    setupDone: z.boolean(),
  })
  .partial();

const show = ({
  id,
  name,
  timeZone: zone,
  currency: code,
  smallGroup: size,
  eventValues: values,
  setupDone,
}: Organisation) => ({
  id,
  name,
  timeZone: zone,
  currency: code,
  smallGroup: size,
  eventValues: values,
  setupDone,
});

/** The organisation's settings. */
export function organisationRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { db, clock } = context;
  return [
    guarded(
      {
        method: 'get',
        path: '/api/organisation',
        summary: 'The settings of my organisation',
        guard: member('organisation.read', { keys: true }),
        responses: { 200: jsonAnswer(shown, 'The settings') },
      },
      async (c) => c.json(show(await db.inOrg(c.var.orgId, (tx) => readOrganisation(tx, clock.now())))),
    ),
    guarded(
      {
        method: 'patch',
        path: '/api/organisation',
        summary: 'Change settings of my organisation',
        guard: member('organisation.manage'),
        request: { body: jsonBody(change) },
        responses: { 200: jsonAnswer(shown, 'The settings as they are now') },
      },
      async (c) => {
        const wanted = c.req.valid('json');
        const { actor, orgId } = c.var;
        const after = await db.inOrg(orgId, async (tx) => {
          await changeOrganisation(context, tx, actor.personId, wanted);
          return readOrganisation(tx, clock.now());
        });
        return c.json(show(after));
      },
    ),
  ];
}
