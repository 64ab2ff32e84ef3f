import { z } from '@hono/zod-openapi';
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
import { rights } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import { keyName } from '../fields.ts';
import { namesOfPeople } from '../store.ts';
import { keyState, makeKey, revokeKey } from './keys.ts';
import { type ApiKey, findKey, listKeys } from './store.ts';

const path = '/api/api-keys';
const dayInMs = 86_400_000;
/** Whoever wants longer can make a new one then: a key that nobody remembers is the one that leaks. */
const longestDays = 730;

const shown = z
  .object({
    id: z.uuid(),
    name: z.string(),
    rights: z.array(z.enum(rights)),
    state: z.enum(['active', 'expired', 'revoked']),
    madeBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    lastUsedOn: z.iso.date().nullable(),
  })
  .openapi('ApiKey');

const wanted = z.strictObject({
  name: keyName,
  rights: z
    .array(z.enum(rights))
    .min(1, 'Choose what the key may do.')
    .max(rights.length)
    .transform((list) => rights.filter((right) => list.includes(right))),
  /** For how many days it is valid, from now on; or its last day, in UTC. */
  expires: z
    .union([
      z.strictObject({ days: z.union([z.literal(30), z.literal(90), z.literal(365)]) }),
      z.strictObject({ on: z.iso.date('Choose a day.') }),
    ])
    .default({ days: 90 }),
});

const made = z.object({ key: z.string(), made: shown }).openapi('ApiKeyMade');
const limit = { name: 'api-key-made', points: 20, seconds: 600 };

function show(key: ApiKey, now: Date, names: ReadonlyMap<string, string>): z.infer<typeof shown> {
  return {
    ...{ id: key.id, name: key.name, rights: [...key.rights], state: keyState(key, now) },
    madeBy: names.get(key.madeBy) ?? '',
    createdAt: key.createdAt.toISOString(),
    expiresAt: key.expiresAt.toISOString(),
    revokedAt: key.revokedAt?.toISOString() ?? null,
    lastUsedOn: key.lastUsedOn,
  };
}

/** The keys of the organisation's programs: listing, making, revoking. For people only. */
export function keyRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [listRoute(context), makeRoute(context), revokeRoute(context)];
}

function listRoute({ db, clock }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path,
      summary: 'The API keys of my organisation',
      guard: member('keys.manage'),
      responses: { 200: jsonAnswer(z.object({ keys: z.array(shown) }), 'The newest first, without their secrets') },
    },
    async (c) => {
      const keys = await db.inOrg(c.var.orgId, async (tx) => {
        const found = await listKeys(tx);
        const names = await namesOfPeople(
          tx,
          found.map(({ madeBy }) => madeBy),
        );
        return found.map((key) => show(key, clock.now(), names));
      });
      return c.json({ keys }, 200);
    },
  );
}

function makeRoute(context: PeopleContext): GuardedRoute {
  const { db, clock } = context;
  return guarded(
    {
      method: 'post',
      path,
      summary: 'Make an API key',
      guard: member('keys.manage', { stepUp: true }),
      limit,
      request: { body: jsonBody(wanted) },
      responses: { 201: jsonAnswer(made, 'The key, shown this once') },
    },
    async (c) => {
      const { name, rights: chosen, expires } = c.req.valid('json');
      const now = clock.now();
      // The last day counts whole.
      const ends = 'days' in expires ? now.getTime() + expires.days * dayInMs : Date.parse(expires.on) + dayInMs;
      const sentence = 'Choose a day from today on, within the next two years.';
      if (ends <= now.getTime() || ends > now.getTime() + (longestDays + 1) * dayInMs) {
        return problem(c, 422, 'invalid', sentence, { fields: { 'expires.on': sentence } });
      }
      const done = await db.inOrg(c.var.orgId, async (tx) => {
        const fresh = await makeKey(context, tx, c.var.actor, { name, rights: chosen, expiresAt: new Date(ends) });
        if (fresh === null) return null;
        const names = await namesOfPeople(tx, [fresh.made.madeBy]);
        return { key: fresh.key, made: show(fresh.made, now, names) };
      });
      if (done !== null) return c.json(done, 201);
      return problem(c, 409, 'too_many_keys', 'There are 50 keys already. Revoke those that nothing uses any more.');
    },
  );
}

function revokeRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/api-keys/{id}',
      summary: 'Revoke an API key',
      guard: member('keys.manage'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 204: emptyAnswer('Revoked: it opens nothing from now on') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await context.db.inOrg(c.var.orgId, async (tx) => {
        const key = await findKey(tx, id);
        if (key === null || !c.var.allowed('keys.change', { type: 'ApiKey', id, orgId: c.var.orgId })) return false;
        await revokeKey(context, tx, c.var.actor, id);
        return true;
      });
      return found ? c.body(null, 204) : notFound(c);
    },
  );
}
