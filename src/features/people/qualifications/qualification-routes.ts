import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
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
import { placeName } from '../fields.ts';
import type { Qualification } from './qualification.ts';
import { addQualification, changeQualification } from './qualifications.ts';
import { findQualification, heldBy, listQualifications } from './store.ts';

const params = z.object({ id: z.uuid() });
const description = z.string().trim().max(1_000, 'That is longer than 1,000 characters.');

const shown = z
  .object({
    ...{ id: z.string(), name: z.string(), description: z.string() },
    ...{ expires: z.boolean(), archived: z.boolean() },
  })
  .openapi('Qualification');

/** What somebody holds: of what, and the last day on which it is valid. */
export const heldSchema = z
  .object({ qualificationId: z.string(), expiresOn: z.string().nullable() })
  .openapi('HeldQualification');

const resourceOf = ({ id }: Qualification, { orgId }: Actor): Resource => ({ type: 'Qualification', id, orgId });
const actorOf = ({ personId }: Actor) => ({ kind: 'person', id: personId }) as const;

/** The organisation's list of qualifications: everybody reads it and sees their own, managers keep it. */
export function qualificationRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [listRoute(context), addRoute(context), changeRoute(context)];
}

function listRoute({ db }: PeopleContext): GuardedRoute {
  const answer = z.object({ qualifications: z.array(shown), mine: z.array(heldSchema) });
  return guarded(
    {
      method: 'get',
      path: '/api/qualifications',
      summary: 'The qualifications that my organisation knows, and those that I hold',
      guard: member('qualifications.read'),
      responses: { 200: jsonAnswer(answer, 'By name, archived ones last') },
    },
    async (c) => {
      const { personId } = c.var.actor;
      const found = await db.inOrg(c.var.orgId, async (tx) => ({
        qualifications: await listQualifications(tx),
        mine: [...((await heldBy(tx, [personId])).get(personId) ?? [])],
      }));
      return c.json(found);
    },
  );
}

function addRoute(context: PeopleContext): GuardedRoute {
  const body = z.strictObject({ name: placeName, description: description.default(''), expires: z.boolean() });
  return guarded(
    {
      method: 'post',
      path: '/api/qualifications',
      summary: 'Add a qualification',
      guard: member('qualifications.manage'),
      request: { body: jsonBody(body) },
      responses: { 201: jsonAnswer(shown, 'Added') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const wanted = c.req.valid('json');
      const added = await context.db.inOrg(orgId, (tx) => addQualification(context, tx, actorOf(actor), wanted));
      return added ? c.json(added, 201) : nameTaken(c);
    },
  );
}

function changeRoute(context: PeopleContext): GuardedRoute {
  const body = z.strictObject({ name: placeName, description, archived: z.boolean() }).partial();
  return guarded(
    {
      method: 'patch',
      path: '/api/qualifications/{id}',
      summary: 'Rename, describe, archive or bring back a qualification',
      guard: member('qualifications.manage'),
      request: { params, body: jsonBody(body) },
      responses: { 200: jsonAnswer(shown, 'As it is now') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      return context.db.inOrg(orgId, async (tx) => {
        const before = await findQualification(tx, c.req.valid('param').id);
        if (!before || !c.var.allowed('qualifications.change', resourceOf(before, actor))) return notFound(c);
        const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
        const after = await changeQualification(context, tx, actorOf(actor), before, Object.fromEntries(given));
        return after ? c.json(after) : nameTaken(c);
      });
    },
  );
}

function nameTaken(c: Context): Response {
  const fields = { name: 'There is a qualification of this name already, perhaps an archived one.' };
  return problem(c, 422, 'invalid', fields.name, { fields });
}
