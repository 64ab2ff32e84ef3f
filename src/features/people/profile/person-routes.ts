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
import type { Actor } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import { findColleague, resourceOf } from '../directory.ts';
import { namesOfPeople } from '../store.ts';
import { employmentChange, personPage } from './profile-shapes.ts';
import { changeEmployment, readProfile } from './profiles.ts';
import { recordReading } from './reading.ts';
import { type Allowed, contactSeen, employmentSeen, mayEmploy, mayNote } from './seeing.ts';
import { portraitsOf } from './store.ts';

const params = z.object({ id: z.uuid() });

/** Somebody else's page: each sees of it what the person and the policies let them. */
export function personRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [readRoute(context), employRoute(context)];
}

async function show(context: PeopleContext, tx: Tx, actor: Actor, allowed: Allowed, id: string) {
  const person = await findColleague(tx, id);
  if (!person || !allowed('people.read', resourceOf(actor, person))) return null;
  const profile = await readProfile(context, tx, person);
  const contact = contactSeen(allowed, actor, person, profile);
  const employment = employmentSeen(allowed, actor, person, profile);
  const seen = [...Object.keys(contact), ...(employment?.legalName ? ['legalName'] : [])];
  await recordReading(context, tx, actor.personId, id, seen);
  const withDetails = allowed('people.details', resourceOf(actor, person));
  const { roles, state, managerId, places } = person;
  const manager = withDetails && managerId ? (await namesOfPeople(tx, [managerId])).get(managerId) : undefined;
  const { phones, ...fields } = contact;
  return {
    ...{ id, name: person.name, employment },
    contact: { ...fields, ...(phones ? { phones: [...phones] } : {}) },
    pictureAt: (await portraitsOf(tx, [id])).get(id)?.toISOString() ?? null,
    manager: manager === undefined || managerId === null ? null : { id: managerId, name: manager },
    details: withDetails
      ? { roles: [...roles], departments: [...places.departments], locations: [...places.locations], state }
      : null,
    may: {
      employ: mayEmploy(allowed, actor, person),
      qualify: state !== 'deactivated' && allowed('people.qualify', resourceOf(actor, person)),
      note: mayNote(allowed, actor, person),
    },
  };
}

function readRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/people/{id}',
      summary: 'What I may know of somebody; reading how to reach them is recorded',
      guard: member('people.list'),
      request: { params },
      responses: { 200: jsonAnswer(personPage, 'As far as I may see') },
    },
    async (c) => {
      const { actor, orgId, allowed } = c.var;
      const { id } = c.req.valid('param');
      const page = await context.db.inOrg(orgId, (tx) => show(context, tx, actor, allowed, id));
      return page ? c.json(page) : notFound(c);
    },
  );
}

function employRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/people/{id}/employment',
      summary: 'Change what is kept about somebody’s work',
      guard: member('members.manage'),
      request: { params, body: jsonBody(employmentChange) },
      responses: { 200: jsonAnswer(personPage, 'As it is now') },
    },
    async (c) => {
      const { actor, orgId, allowed } = c.var;
      const { id } = c.req.valid('param');
      return context.db.inOrg(orgId, async (tx) => {
        const person = await findColleague(tx, id);
        if (!person || !mayEmploy(allowed, actor, person)) return notFound(c);
        const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
        const by = { kind: 'person', id: actor.personId } as const;
        const fields = await changeEmployment(context, tx, by, person, Object.fromEntries(given));
        if (fields) return problem(c, 422, 'invalid', Object.values(fields)[0] ?? '', { fields });
        const page = await show(context, tx, actor, allowed, id);
        return page ? c.json(page) : notFound(c);
      });
    },
  );
}
