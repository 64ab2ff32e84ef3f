import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { Actor, Resource } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import { type Colleague, findColleague, findColleagues, resourceOf } from '../directory.ts';
import { heldSchema } from './qualification-routes.ts';
import { setHeld } from './qualifications.ts';
import { findQualification, heldBy, holdersOf } from './store.ts';

const params = z.object({ id: z.uuid() });
const hold = member('qualifications.hold');
type Asking = { readonly actor: Actor; readonly allowed: (action: string, resource: Resource) => boolean };

/** Who holds which qualification: for managers, and for schedulers about the people in their reach. */
export function holderRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [holdersRoute(context), heldRoute(context), setRoute(context)];
}

const mayQualify = ({ actor, allowed }: Asking, person: Colleague): boolean =>
  person.state !== 'deactivated' && allowed('people.qualify', resourceOf(actor, person));

function holdersRoute({ db }: PeopleContext): GuardedRoute {
  const holder = z.object({ id: z.string(), name: z.string(), expiresOn: z.string().nullable() });
  return guarded(
    {
      method: 'get',
      path: '/api/qualifications/{id}/holders',
      summary: 'Who holds a qualification, among those whom I manage or schedule',
      guard: hold,
      request: { params },
      responses: { 200: jsonAnswer(z.object({ holders: z.array(holder) }), 'Whose last day comes first, first') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const { id } = c.req.valid('param');
        if (!(await findQualification(tx, id))) return notFound(c);
        const found = await holdersOf(tx, id);
        const ids = found.map(({ personId }) => personId);
        const people = new Map((await findColleagues(tx, ids)).map((person) => [person.id, person]));
        const holders = found.flatMap(({ personId, expiresOn }) => {
          const person = people.get(personId);
          return person && mayQualify(c.var, person) ? [{ id: personId, name: person.name, expiresOn }] : [];
        });
        return c.json({ holders });
      }),
  );
}

const held = z.object({ held: z.array(heldSchema) });

async function heldOf(tx: Tx, personId: string) {
  return { held: [...((await heldBy(tx, [personId])).get(personId) ?? [])] };
}

function heldRoute({ db }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/people/{id}/qualifications',
      summary: 'What somebody holds',
      guard: hold,
      request: { params },
      responses: { 200: jsonAnswer(held, 'By name') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const person = await findColleague(tx, c.req.valid('param').id);
        if (!person || !mayQualify(c.var, person)) return notFound(c);
        return c.json(await heldOf(tx, person.id));
      }),
  );
}

function setRoute(context: PeopleContext): GuardedRoute {
  const wanted = z.strictObject({ qualificationId: z.uuid(), expiresOn: z.iso.date().nullable().default(null) });
  const body = z.strictObject({ held: z.array(wanted).max(100, 'That is more than this is for.') });
  return guarded(
    {
      method: 'put',
      path: '/api/people/{id}/qualifications',
      summary: 'Set all that somebody holds',
      guard: hold,
      request: { params, body: jsonBody(body) },
      responses: { 200: jsonAnswer(held, 'As it is now') },
    },
    async (c) =>
      context.db.inOrg(c.var.orgId, async (tx) => {
        const person = await findColleague(tx, c.req.valid('param').id);
        if (!person || !mayQualify(c.var, person)) return notFound(c);
        const by = { kind: 'person', id: c.var.actor.personId } as const;
        const fields = await setHeld(context, tx, by, person.id, c.req.valid('json').held);
        if (fields) return problem(c, 422, 'invalid', Object.values(fields)[0] ?? '', { fields });
        return c.json(await heldOf(tx, person.id));
      }),
  );
}
