import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { newId } from '../../../../platform/clock/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { payrollFields, type SavedMapping } from './mapping.ts';
import { mappingShape, payrollBodies, payrollShape } from './shapes.ts';
import { deleteMapping, findMapping, insertMapping, listMappings, updateMapping } from './store.ts';

export const mappingParam = z.object({ id: z.uuid() });
const most = 50;

/** The column mappings that an organisation keeps for its payroll. */
export function mappingRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), changeRoute(parts), removeRoute(parts)];
}

const targetOf = ({ id }: Pick<SavedMapping, 'id'>) => ({ type: 'payroll_mapping', id }) as const;

function taken(c: Context): Response {
  const sentence = 'There is a mapping of this name already. Choose another name.';
  return problem(c, 422, 'name_taken', sentence, { fields: { name: sentence } });
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/payroll',
      summary: 'What a payroll export can hold, and the mappings that are kept',
      guard: member('schedule.rates'),
      responses: { 200: jsonAnswer(payrollShape, 'By name') },
    },
    async (c) => {
      const shown = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const { timeClock } = await readSettings(parts, tx);
        return { mappings: (await listMappings(tx)).map(show), timeClock };
      });
      const fields = Object.entries(payrollFields) as [keyof typeof payrollFields, { label: string; kind: 'text' }][];
      return c.json({ ...shown, fields: fields.map(([field, of]) => ({ field, ...of })) }, 200);
    },
  );
}

const show = ({ columns, ...mapping }: SavedMapping) => ({ ...mapping, columns: [...columns] });

function addRoute({ db, clock, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/payroll/mappings',
      summary: 'Keep a mapping of columns under a name',
      guard: member('schedule.rates'),
      request: { body: jsonBody(payrollBodies.add) },
      responses: { 201: jsonAnswer(mappingShape, 'Kept') },
    },
    async (c) => {
      const mapping: SavedMapping = { ...c.req.valid('json'), id: newId(clock), revision: 1 };
      return db.inOrg(c.var.orgId, async (tx) => {
        if ((await listMappings(tx)).length >= most)
          return problem(c, 422, 'too_many', `There are ${most} mappings already. Remove one that is not used.`);
        if (!(await insertMapping(tx, mapping, clock.now()))) return taken(c);
        const act = { action: 'schedule.payroll_mapping_added', target: targetOf(mapping) } as const;
        await audit.append(tx, { ...byPerson(c.var.actor), ...act, detail: { columns: mapping.columns.length } });
        return c.json(show(mapping), 201);
      });
    },
  );
}

function changeRoute({ db, clock, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/payroll/mappings/{id}',
      summary: 'Change a mapping of columns that is kept',
      guard: member('schedule.rates'),
      request: { params: mappingParam, body: jsonBody(payrollBodies.change) },
      responses: { 200: jsonAnswer(mappingShape, 'As it is now') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      return db.inOrg(c.var.orgId, async (tx) => {
        const before = await findMapping(tx, c.req.valid('param').id, true);
        if (before === null) return notFound(c);
        if (before.revision !== wanted.revision)
          return problem(c, 409, 'stale', 'Somebody has changed this mapping since. Load the page again.');
        const mapping = { ...wanted, id: before.id, revision: before.revision + 1 };
        if (!(await updateMapping(tx, mapping, clock.now()))) return taken(c);
        const act = { action: 'schedule.payroll_mapping_changed', target: targetOf(mapping) } as const;
        await audit.append(tx, { ...byPerson(c.var.actor), ...act, detail: { columns: mapping.columns.length } });
        return c.json(show(mapping), 200);
      });
    },
  );
}

function removeRoute({ db, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/payroll/mappings/{id}',
      summary: 'Remove a mapping of columns',
      guard: member('schedule.rates'),
      request: { params: mappingParam },
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const mapping = await findMapping(tx, c.req.valid('param').id, true);
        if (mapping === null) return notFound(c);
        await deleteMapping(tx, mapping.id);
        const act = { action: 'schedule.payroll_mapping_removed', target: targetOf(mapping) } as const;
        await audit.append(tx, { ...byPerson(c.var.actor), ...act });
        return c.body(null, 204);
      }),
  );
}
