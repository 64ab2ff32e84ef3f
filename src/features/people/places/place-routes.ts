import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { OrgId } from '../../../platform/db/index.ts';
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
import type { Resource } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import { placeName, timeZone } from '../fields.ts';
import type { Place, PlaceKind } from './place.ts';
import { addPlace, changePlace, removePlace } from './places.ts';
import { findPlace, listPlaces } from './store.ts';

const params = z.object({ id: z.uuid() });
const department = z.object({ id: z.string(), name: z.string(), archived: z.boolean() }).openapi('Department');
const location = department.extend({ timeZone: z.string() }).openapi('Location');

type Wanted = { readonly name: string; readonly timeZone?: string | undefined };
type Change = { readonly [Part in 'name' | 'timeZone']?: string | undefined } & {
  readonly archived?: boolean | undefined;
};

/** What differs between departments and locations. */
type Sort = {
  readonly kind: PlaceKind;
  readonly path: '/api/departments' | '/api/locations';
  readonly shown: z.ZodType<object>;
  readonly wanted: z.ZodType<Wanted>;
  readonly change: z.ZodType<Change>;
};

const sorts: readonly Sort[] = [
  {
    kind: 'department',
    path: '/api/departments',
    shown: department,
    wanted: z.strictObject({ name: placeName }),
    change: z.strictObject({ name: placeName, archived: z.boolean() }).partial(),
  },
  {
    kind: 'location',
    path: '/api/locations',
    shown: location,
    wanted: z.strictObject({ name: placeName, timeZone }),
    change: z.strictObject({ name: placeName, timeZone, archived: z.boolean() }).partial(),
  },
];

const show = ({ id, name, timeZone: zone, archived }: Place) => ({
  ...{ id, name, archived },
  ...(zone === null ? {} : { timeZone: zone }),
});

const resourceOf = ({ id }: Place, orgId: OrgId): Resource => ({ type: 'Place', id, orgId });

/** Departments and locations: everybody reads them, managers keep them. */
export function placeRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return sorts.flatMap((sort) => [
    listRoute(context, sort),
    addRoute(context, sort),
    changeRoute(context, sort),
    removeRoute(context, sort),
  ]);
}

function listRoute({ db }: PeopleContext, { kind, path, shown }: Sort): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path,
      summary: `The ${kind}s of my organisation`,
      guard: member('places.read'),
      responses: { 200: jsonAnswer(z.object({ [`${kind}s`]: z.array(shown) }), 'By name, archived ones last') },
    },
    async (c) => {
      const places = await db.inOrg(c.var.orgId, (tx) => listPlaces(tx, kind));
      return c.json({ [`${kind}s`]: places.map(show) });
    },
  );
}

function addRoute(context: PeopleContext, { kind, path, shown, wanted }: Sort): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path,
      summary: `Add a ${kind}`,
      guard: member('places.manage'),
      request: { body: jsonBody(wanted) },
      responses: { 201: jsonAnswer(shown, 'Added') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const { name, timeZone: zone = null } = c.req.valid('json');
      const place = await context.db.inOrg(orgId, (tx) => addPlace(context, tx, actor, kind, { name, timeZone: zone }));
      return place ? c.json(show(place), 201) : nameTaken(c, kind);
    },
  );
}

function changeRoute(context: PeopleContext, { kind, path, shown, change }: Sort): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: `${path}/{id}`,
      summary: `Rename, archive or bring back a ${kind}`,
      guard: member('places.manage'),
      request: { params, body: jsonBody(change) },
      responses: { 200: jsonAnswer(shown, 'As it is now') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      return context.db.inOrg(orgId, async (tx) => {
        const place = await findPlace(tx, kind, c.req.valid('param').id);
        if (!place || !c.var.allowed('places.change', resourceOf(place, orgId))) return notFound(c);
        const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
        const after = await changePlace(context, tx, actor, kind, place, Object.fromEntries(given));
        return after ? c.json(show(after)) : nameTaken(c, kind);
      });
    },
  );
}

function removeRoute(context: PeopleContext, { kind, path }: Sort): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: `${path}/{id}`,
      summary: `Remove a ${kind} that nobody is in`,
      guard: member('places.manage'),
      request: { params },
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const sentence = `People work in this ${kind}, or schedule for it. Archive it instead.`;
      const removed = context.db.inOrg(orgId, async (tx) => {
        const place = await findPlace(tx, kind, c.req.valid('param').id);
        if (!place || !c.var.allowed('places.change', resourceOf(place, orgId))) return notFound(c);
        if (await removePlace(context, tx, actor, kind, place)) return c.body(null, 204);
        return problem(c, 409, 'in_use', sentence);
      });
      return removed.catch((error: unknown) => {
        if (isStillUsed(error)) return problem(c, 409, 'in_use', sentence);
        throw error;
      });
    },
  );
}

/** Something of another slice is there, such as a role: its table keeps the place (SQLSTATE foreign_key_violation). */
function isStillUsed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}

function nameTaken(c: Context, kind: PlaceKind): Response {
  const fields = { name: `There is a ${kind} of this name already, perhaps an archived one.` };
  return problem(c, 422, 'invalid', fields.name, { fields });
}
