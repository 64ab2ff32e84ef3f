import { z } from '@hono/zod-openapi';
import { newId } from '../clock/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../http/index.ts';
import type { WebhookContext } from './context.ts';
import { deliveryRoutes } from './delivery-routes.ts';
import { sendPing } from './emit.ts';
import { entryOf } from './records.ts';
import { makeSecret, replaceSecret } from './secrets.ts';
import { endpointShape, idParam, resourceOf, showEndpoint } from './shapes.ts';
import {
  deleteEndpoint,
  type EndpointChange,
  findEndpoint,
  insertEndpoint,
  listEndpoints,
  updateEndpoint,
} from './store.ts';

const guard = member('webhooks.manage', { keys: true });
/** Asked of people: who can add an address can have everything sent there. A key was made by somebody who had shown it. */
const carefully = member('webhooks.manage', { keys: true, stepUp: true });
const limit = { name: 'webhook-endpoint', points: 60, seconds: 600 };
const mostEndpoints = 20;
const notHttps = 'The address must begin with https://, so that nobody reads along.';

const name = z
  .string()
  .trim()
  .min(1, 'Please enter a name.')
  .max(100, 'That is longer than 100 characters.')
  .regex(/^\P{Cc}*$/u, 'Please keep it on one line.');
const url = z.string().trim().min(1, 'Please enter an address.').max(2_000, 'This address is too long.');
const withSecret = z.object({ webhook: endpointShape, secret: z.string() }).openapi('WebhookSecret');

/** Where an organisation's events go: kept by its managers, and by programs whose key was made for it. */
export function webhookRoutes(context: WebhookContext): readonly GuardedRoute[] {
  return [
    listRoute(context),
    addRoute(context),
    changeRoute(context),
    removeRoute(context),
    secretRoute(context),
    testRoute(context),
    ...deliveryRoutes(context),
  ];
}

/** The names of the kinds of events that there are; at least one is wanted. */
function eventNames({ types }: WebhookContext) {
  const names = types.map((type) => type.name);
  const known = z.string().refine((event) => names.includes(event), 'There is no such event.');
  return z
    .array(known)
    .min(1, 'Choose at least one event.')
    .max(names.length)
    .transform((list) => names.filter((event) => list.includes(event)));
}

/** What stands against sending to an address, as far as can be seen now; null where nothing does. */
function urlProblem({ egress }: WebhookContext, address: string): string | null {
  const checked = egress.check(address);
  if (!checked.ok) return checked.sentence;
  return checked.url.protocol === 'https:' || checked.allowed ? null : notHttps;
}

function listRoute(context: WebhookContext): GuardedRoute {
  const types = context.types.map((type) => ({ name: type.name, says: type.says }));
  const shape = z.object({
    webhooks: z.array(endpointShape),
    types: z.array(z.object({ name: z.string(), says: z.string() })),
  });
  return guarded(
    {
      method: 'get',
      path: '/api/webhooks',
      summary: 'Where events are sent, and what events there are',
      guard,
      responses: { 200: jsonAnswer(shape, 'The end-points, the oldest first') },
    },
    async (c) => {
      const found = await context.db.inOrg(c.var.orgId, listEndpoints);
      return c.json({ webhooks: found.map(showEndpoint), types }, 200);
    },
  );
}

function addRoute(context: WebhookContext): GuardedRoute {
  const { db, clock, audit } = context;
  const body = z.strictObject({ name, url, events: eventNames(context) });
  return guarded(
    {
      method: 'post',
      path: '/api/webhooks',
      summary: 'Have events sent to an address',
      guard: carefully,
      limit,
      request: { body: jsonBody(body) },
      responses: { 201: jsonAnswer(withSecret, 'The end-point, with its secret, shown this once') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const wrong = urlProblem(context, wanted.url);
      if (wrong !== null) return problem(c, 422, 'invalid', wrong, { fields: { url: wrong } });
      const added = await db.inOrg(c.var.orgId, async (tx) => {
        if ((await listEndpoints(tx)).length >= mostEndpoints) return null;
        const id = newId(clock);
        const { secret, sealed } = await makeSecret(context, tx, id);
        await insertEndpoint(tx, { ...wanted, id, createdAt: clock.now() }, sealed);
        const detail = { events: wanted.events.join(',') };
        await audit.append(tx, entryOf(c.var.actor, 'webhooks.endpoint_added', id, detail));
        const made = await findEndpoint(tx, id);
        return made && { webhook: showEndpoint(made), secret };
      });
      if (added !== null) return c.json(added, 201);
      return problem(c, 409, 'too_many_webhooks', 'There are 20 already. Remove those that nothing uses any more.');
    },
  );
}

function changeRoute(context: WebhookContext): GuardedRoute {
  const { db, audit } = context;
  const body = z
    .strictObject({ name, url, events: eventNames(context), state: z.enum(['enabled', 'paused']) })
    .partial();
  return guarded(
    {
      method: 'patch',
      path: '/api/webhooks/{id}',
      summary: 'Change what is sent where, pause it or go on',
      guard,
      request: { params: idParam, body: jsonBody(body) },
      responses: { 200: jsonAnswer(endpointShape, 'The end-point') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { state, ...wanted } = c.req.valid('json');
      const wrong = wanted.url === undefined ? null : urlProblem(context, wanted.url);
      const changed = await db.inOrg(c.var.orgId, async (tx) => {
        const found = await findEndpoint(tx, id, true);
        if (found === null || !c.var.allowed('webhooks.change', resourceOf(found, c.var.orgId))) return null;
        if (wrong !== null) return 'wrong';
        const change: EndpointChange = { ...wanted, ...(state === undefined ? {} : stateColumns(state, found.state)) };
        const names = [...Object.keys(wanted), ...(state === undefined ? [] : ['state'])];
        if (names.length > 0) await updateEndpoint(tx, id, change);
        const detail = { changed: names.join(','), state: state ?? found.state };
        await audit.append(tx, entryOf(c.var.actor, 'webhooks.endpoint_changed', id, detail));
        return findEndpoint(tx, id);
      });
      if (changed === null) return notFound(c);
      if (changed !== 'wrong') return c.json(showEndpoint(changed), 200);
      return problem(c, 422, 'invalid', wrong ?? '', { fields: { url: wrong ?? '' } });
    },
  );
}

/** Who goes on begins anew: what failed before is no reason to pause it again. */
function stateColumns(wanted: 'enabled' | 'paused', before: 'enabled' | 'paused'): EndpointChange {
  if (wanted === before) return {};
  return wanted === 'enabled' ? { state: wanted, why: null, failing_since: null } : { state: wanted, why: 'by_hand' };
}

function removeRoute({ db, audit }: WebhookContext): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/webhooks/{id}',
      summary: 'Send nothing to an address any more',
      guard,
      request: { params: idParam },
      responses: { 204: emptyAnswer('Gone, with its deliveries') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await db.inOrg(c.var.orgId, async (tx) => {
        const endpoint = await findEndpoint(tx, id, true);
        if (endpoint === null || !c.var.allowed('webhooks.change', resourceOf(endpoint, c.var.orgId))) return false;
        await deleteEndpoint(tx, id);
        await audit.append(tx, entryOf(c.var.actor, 'webhooks.endpoint_removed', id));
        return true;
      });
      return found ? c.body(null, 204) : notFound(c);
    },
  );
}

function secretRoute(context: WebhookContext): GuardedRoute {
  const { db, audit } = context;
  return guarded(
    {
      method: 'post',
      path: '/api/webhooks/{id}/secret',
      summary: 'Give an end-point a new secret; the one before is signed with for 24 hours more',
      guard: carefully,
      limit,
      request: { params: idParam },
      responses: { 200: jsonAnswer(withSecret, 'The end-point, with its secret, shown this once') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const replaced = await db.inOrg(c.var.orgId, async (tx) => {
        const endpoint = await findEndpoint(tx, id, true);
        if (endpoint === null || !c.var.allowed('webhooks.change', resourceOf(endpoint, c.var.orgId))) return null;
        const secret = await replaceSecret(context, tx, endpoint);
        await audit.append(tx, entryOf(c.var.actor, 'webhooks.secret_replaced', id));
        const now = await findEndpoint(tx, id);
        return now && { webhook: showEndpoint(now), secret };
      });
      return replaced === null ? notFound(c) : c.json(replaced, 200);
    },
  );
}

function testRoute(context: WebhookContext): GuardedRoute {
  const { db, audit } = context;
  return guarded(
    {
      method: 'post',
      path: '/api/webhooks/{id}/test',
      summary: 'Send a test event (`ping`) to an end-point',
      guard,
      limit: { name: 'webhook-test', points: 60, seconds: 600 },
      request: { params: idParam },
      responses: { 202: emptyAnswer('On its way: it is in the deliveries') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const state = await db.inOrg(c.var.orgId, async (tx) => {
        const endpoint = await findEndpoint(tx, id);
        if (endpoint === null || !c.var.allowed('webhooks.change', resourceOf(endpoint, c.var.orgId))) return null;
        if (endpoint.state === 'enabled') {
          await sendPing(context, tx, id);
          await audit.append(tx, entryOf(c.var.actor, 'webhooks.test_sent', id));
        }
        return endpoint.state;
      });
      if (state === null) return notFound(c);
      return state === 'enabled' ? c.body(null, 202) : problem(c, 409, 'paused', 'It is paused. Switch it on first.');
    },
  );
}
