import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { OrgId } from '../../../platform/db/index.ts';
import {
  callerKey,
  emptyAnswer,
  type GuardedRoute,
  guarded,
  type Limits,
  publicRoute,
} from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { noSuchUser, type Refusal, refusal, schemaIds, scimError, scimJson } from './answer.ts';
import { readFilter } from './filter.ts';
import { readPatch } from './patch.ts';
import { mostUsersAtOnce, resourceTypes, serviceProviderConfig, userSchemas } from './schemas.ts';
import { type ProfileChange, readUser, type ScimUser, showUser, versionOf } from './scim-user.ts';
import { scimBaseUrl } from './token-routes.ts';
import { organisationOf } from './tokens.ts';
import { changeUser, createUser, findUser, noteRead, type Outcome, removeUser, searchUsers, settle } from './users.ts';

/** Entra sends up to 25 requests a second; beyond what both large providers send, they wait and come again. */
const organisationLimit = { name: 'scim', points: 3_000, seconds: 60 };
/** Wrong tokens from one address: nobody guesses 256 bits, but nobody needs to try for long either. */
const guessLimit = { name: 'scim-guess', points: 60, seconds: 900 };

type Parts = { readonly limits: Limits };
type Work = (c: Context, orgId: OrgId) => Promise<Response>;
type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

const answers = {
  ...{ 200: 'Done', 201: 'Added', 204: 'Done', 304: 'As it was read', 400: 'Not understood', 401: 'No token' },
  ...{ 403: 'Not for a provider', 404: 'Not there', 409: 'There already', 412: 'Changed since', 429: 'Too many' },
  501: 'Not supported',
};
const responses = Object.fromEntries(
  Object.entries(answers).map(([status, says]) => [status, emptyAnswer(`${says} (SCIM)`)]),
);

/** SCIM 2.0 (RFC 7643 and 7644) for an organisation's identity provider, which shows the token that was made for it. */
export function scimRoutes(context: PeopleContext, parts: Parts): readonly GuardedRoute[] {
  const baseUrl = scimBaseUrl(context.publicUrl);
  context.telemetry?.know('limit', [organisationLimit.name, guessLimit.name]);
  const show = (user: ScimUser) => showUser(user, baseUrl);
  const lists = (path: string, summary: string, resources: readonly { readonly id: string }[]) => [
    route(context, parts, 'get', path, summary, async (c) => scimJson(c, listOf(resources, resources.length, 1))),
    route(context, parts, 'get', `${path}/{id}`, `${summary}, one of them`, async (c) => {
      const found = resources.find(({ id }) => id === c.req.param('id'));
      return found ? scimJson(c, found) : scimError(c, refusal(404, 'There is no such thing.'));
    }),
  ];
  const noGroups: Work = async (c) =>
    scimError(c, refusal(501, 'Groups are not supported: roles, departments and locations are given in Coact.'));
  return [
    route(context, parts, 'get', '/ServiceProviderConfig', 'What SCIM can do here', async (c) =>
      scimJson(c, serviceProviderConfig(baseUrl)),
    ),
    ...lists('/ResourceTypes', 'What SCIM provisions here', resourceTypes(baseUrl)),
    ...lists('/Schemas', 'The attributes that SCIM keeps here', userSchemas(baseUrl)),
    route(context, parts, 'get', '/Users', 'Users by a filter, or page by page', (c, orgId) =>
      list(context, c, orgId, show),
    ),
    route(context, parts, 'post', '/Users', 'Add a user', (c, orgId) => create(context, c, orgId, show)),
    ...userRoutes(context, parts, show),
    route(context, parts, 'get', '/Groups', 'Groups, which are not supported', noGroups),
    route(context, parts, 'post', '/Groups', 'Add a group, which is not supported', noGroups),
  ];
}

function userRoutes(context: PeopleContext, parts: Parts, show: (user: ScimUser) => object): readonly GuardedRoute[] {
  const { db } = context;
  const path = '/Users/{id}';
  const idOf = (c: Context) => c.req.param('id') ?? '';
  const change = async (c: Context, orgId: OrgId, read: typeof readPatch): Promise<Response> => {
    const body = await bodyOf(c);
    if (!body.ok) return scimError(c, body);
    const wanted = (before: ScimUser) => read(body.value, before);
    const done = await db.inOrg(orgId, (tx) => changeUser(context, tx, idOf(c), wanted, isRead(c)));
    return finish(context, c, orgId, done, (user) => scimJson(c, show(user), 200, { etag: versionOf(user) }));
  };
  return [
    route(context, parts, 'get', path, 'A user', async (c, orgId) => {
      const user = await db.inOrg(orgId, async (tx) => {
        const found = uuid.test(idOf(c)) ? await findUser(context, tx, idOf(c)) : null;
        if (found) await noteRead(context, tx);
        return found;
      });
      if (!user) return scimError(c, noSuchUser);
      const etag = versionOf(user);
      return c.req.header('if-none-match') === etag
        ? c.body(null, 304, { etag })
        : scimJson(c, show(user), 200, { etag });
    }),
    route(context, parts, 'put', path, 'Replace a user', (c, orgId) =>
      change(c, orgId, (body, before) => {
        const told = readUser(body);
        return told.ok ? { ok: true, value: { ...before, ...told.value } } : told;
      }),
    ),
    route(context, parts, 'patch', path, 'Change parts of a user', (c, orgId) => change(c, orgId, readPatch)),
    route(context, parts, 'delete', path, 'Remove a user, who is deactivated', async (c, orgId) => {
      const done = await db.inOrg(orgId, (tx) => removeUser(context, tx, idOf(c), isRead(c)));
      return finish(context, c, orgId, done, () => c.body(null, 204));
    }),
  ];
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What the provider says that it has read (RFC 7644, 3.14). */
function isRead(c: Context): (before: ScimUser) => boolean {
  const expected = c.req.header('if-match');
  return (before) => expected === undefined || expected === '*' || expected === versionOf(before);
}

async function finish(
  context: PeopleContext,
  c: Context,
  orgId: OrgId,
  done: Outcome,
  answer: (user: ScimUser) => Response,
): Promise<Response> {
  if (!done.ok) return scimError(c, done);
  await settle(context, orgId, done);
  return answer(done.user);
}

async function create(
  context: PeopleContext,
  c: Context,
  orgId: OrgId,
  show: (user: ScimUser) => object,
): Promise<Response> {
  const body = await bodyOf(c);
  if (!body.ok) return scimError(c, body);
  const told: { readonly ok: true; readonly value: ProfileChange } | Refusal = readUser(body.value);
  if (!told.ok) return scimError(c, told);
  const done = await createUser(context, orgId, told.value);
  return finish(context, c, orgId, done, (user) => {
    const location = `${scimBaseUrl(context.publicUrl)}/Users/${user.id}`;
    return scimJson(c, show(user), 201, { location, etag: versionOf(user) });
  });
}

async function list(
  context: PeopleContext,
  c: Context,
  orgId: OrgId,
  show: (user: ScimUser) => object,
): Promise<Response> {
  const { filter: asked, startIndex, count } = c.req.query();
  const filter = asked === undefined ? ({ ok: true, filter: {} } as const) : readFilter(asked);
  if (!filter.ok) return scimError(c, filter);
  // RFC 7644, 3.4.2.4: what is below the least counts as the least.
  const first = Math.max(1, whole(startIndex) ?? 1);
  const limit = Math.min(mostUsersAtOnce, Math.max(0, whole(count) ?? mostUsersAtOnce));
  const { users, total } = await context.db.inOrg(orgId, async (tx) => {
    const found = await searchUsers(context, tx, filter.filter, { limit, offset: first - 1 });
    if (found.users.length > 0) await noteRead(context, tx);
    return found;
  });
  return scimJson(c, listOf(users.map(show), total, first));
}

/** A whole number that the database can count to; null where it is none. */
const whole = (text: string | undefined) => (/^-?\d{1,9}$/.test(text ?? '') ? Number(text) : null);

const listOf = (resources: readonly object[], totalResults: number, startIndex: number) => ({
  schemas: [schemaIds.list],
  ...{ totalResults, startIndex, itemsPerPage: resources.length },
  Resources: resources,
});

/** Whatever type it says to have: providers send SCIM's own and plain JSON. */
async function bodyOf(c: Context): Promise<{ readonly ok: true; readonly value: unknown } | Refusal> {
  try {
    const value: unknown = JSON.parse(await c.req.text());
    if (!JSON.stringify(value).includes('\\u0000')) return { ok: true, value };
    return refusal(400, 'A text contains a character that can’t be stored.', 'invalidValue');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refusal(400, 'The body is no JSON.', 'invalidSyntax');
  }
}

const noToken = refusal(401, 'Show the token that was made in Coact under Settings, as “Authorization: Bearer …”.');
const tooMany = refusal(429, 'That was a lot at once. Wait, and try again.');

function route(context: PeopleContext, { limits }: Parts, method: Method, path: string, summary: string, work: Work) {
  const hasId = path.includes('{id}');
  return guarded(
    {
      method,
      path: `/scim/v2${path}`,
      summary,
      guard: publicRoute('an identity provider’s; asks for the organisation’s token itself'),
      webhook: true,
      ...(hasId ? { request: { params: z.object({ id: z.string() }) } } : {}),
      responses,
    },
    async (c) => {
      const orgId = await organisationOf(context, c.req.header('authorization'));
      const [limit, key] = orgId === null ? [guessLimit, callerKey(c)] : [organisationLimit, orgId];
      const admission = await limits.consume(limit, key);
      if (!admission.ok) return scimError(c, tooMany, { 'retry-after': String(admission.retryAfter) });
      return orgId === null ? scimError(c, noToken, { 'www-authenticate': 'Bearer realm="Coact"' }) : work(c, orgId);
    },
  );
}
