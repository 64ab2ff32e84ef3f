import { z } from '@hono/zod-openapi';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
} from '../../../platform/http/index.ts';
import { todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { refused } from '../wages/refused.ts';
import { keepBand, removeBand } from './keeping.ts';
import { bandsShape, keptShape, wantedBand } from './shapes.ts';
import { placeNames, shownBand } from './standing.ts';
import { listBands } from './store.ts';

const params = z.object({ id: z.uuid() });

/** What each title may earn. */
export function bandRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), changeRoute(parts), removeRoute(parts)];
}

function listRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/pay/bands',
      summary: 'What each title may earn, and which titles there are',
      guard: member('pay.bands'),
      responses: { 200: jsonAnswer(bandsShape, 'By title') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const [bands, names, today] = [await listBands(tx), await placeNames(parts, tx), await todayOf(parts, tx)];
        const workers = await parts.people.workers(tx);
        const have = await parts.people.titlesOf(
          tx,
          workers.map(({ id }) => id),
        );
        const titles = new Set([...bands.map(({ title }) => title), ...have.values()]);
        const { locations } = await parts.people.places(tx);
        const answer = {
          ...{ today, currency: (await parts.people.organisation(tx)).currency },
          bands: bands.map((band) => ({ id: band.id, locationId: band.locationId, ...shownBand(band, names) })),
          locations: locations.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name })),
          titles: [...titles].toSorted((one, other) => one.localeCompare(other)),
        };
        return c.json(answer, 200);
      }),
  );
}

function addRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/pay/bands',
      summary: 'Add the band of a title; one that is open ends the day before',
      guard: member('pay.bands', { stepUp: true }),
      request: { body: jsonBody(wantedBand) },
      responses: { 201: jsonAnswer(keptShape, 'Added') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const kept = await keepBand(parts, tx, c.var.actor, null, c.req.valid('json'));
        if (kept === null) return notFound(c);
        return 'fields' in kept ? refused(c, kept) : c.json(kept, 201);
      }),
  );
}

function changeRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/pay/bands/{id}',
      summary: 'Change a band',
      guard: member('pay.bands', { stepUp: true }),
      request: { params, body: jsonBody(wantedBand) },
      responses: { 200: jsonAnswer(keptShape, 'Changed') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const kept = await keepBand(parts, tx, c.var.actor, c.req.valid('param').id, c.req.valid('json'));
        if (kept === null) return notFound(c);
        return 'fields' in kept ? refused(c, kept) : c.json(kept, 200);
      }),
  );
}

function removeRoute(parts: PayParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/pay/bands/{id}',
      summary: 'Remove a band that was a mistake',
      guard: member('pay.bands', { stepUp: true }),
      request: { params },
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) =>
        (await removeBand(parts, tx, c.var.actor, c.req.valid('param').id)) ? c.body(null, 204) : notFound(c),
      ),
  );
}
