import { z } from '@hono/zod-openapi';
import { newId } from '../../../../platform/clock/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { refused } from '../../work/roles/role-routes.ts';
import { findKind, insertKind, listKinds, type StoredKind, updateKind } from './balances/store.ts';
import { grantDue } from './balances.ts';
import { kindChange, kindShape, wantedKind } from './shapes.ts';

const nameTaken = { fields: { name: 'There is a kind of this name already, perhaps an archived one.' } };

const show = ({ since: _since, ...kind }: StoredKind) => kind;

/** Kinds of time off: everybody sees them, managers keep them. */
export function kindRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), changeRoute(parts)];
}

function listRoute({ db }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/time-off-kinds',
      summary: 'The kinds of time off',
      guard: member('schedule.take_part'),
      responses: { 200: jsonAnswer(z.object({ kinds: z.array(kindShape) }), 'By name, archived ones last') },
    },
    async (c) => c.json({ kinds: (await db.inOrg(c.var.orgId, listKinds)).map(show) }),
  );
}

function addRoute({ db, clock, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/time-off-kinds',
      summary: 'Add a kind of time off',
      guard: member('schedule.settings'),
      request: { body: jsonBody(wantedKind) },
      responses: { 201: jsonAnswer(kindShape, 'Added') },
    },
    async (c) => {
      const kind = { ...c.req.valid('json'), id: newId(clock), archived: false };
      return db.inOrg(c.var.orgId, async (tx) => {
        if (!(await insertKind(tx, kind, clock.now()))) return refused(c, nameTaken);
        const target = { type: 'time_off_kind', id: kind.id };
        await audit.append(tx, { ...byPerson(c.var.actor), action: 'schedule.time_off_kind_added', target });
        return c.json(kind, 201);
      });
    },
  );
}

function changeRoute(parts: ScheduleParts): GuardedRoute {
  const { db, clock, audit, people } = parts;
  return guarded(
    {
      method: 'patch',
      path: '/api/schedule/time-off-kinds/{id}',
      summary: 'Change a kind of time off, archive it or bring it back; what was granted stays',
      guard: member('schedule.settings'),
      request: { params: z.object({ id: z.uuid() }), body: jsonBody(kindChange) },
      responses: { 200: jsonAnswer(kindShape, 'As it is now') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const before = await findKind(tx, c.req.valid('param').id);
        if (before === null) return notFound(c);
        const given = Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined);
        const after: StoredKind = { ...before, ...Object.fromEntries(given) };
        // What has come due by the terms until now is written down first: a change is for what comes.
        await grantDue(parts, tx, await people.workers(tx), [before]);
        if (!(await updateKind(tx, after, clock.now()))) return refused(c, nameTaken);
        const target = { type: 'time_off_kind', id: after.id };
        const detail = { fields: given.map(([name]) => name).join(',') };
        await audit.append(tx, { ...byPerson(c.var.actor), action: 'schedule.time_off_kind_changed', target, detail });
        return c.json(show(after));
      }),
  );
}
