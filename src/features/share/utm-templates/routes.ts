import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
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
import type { Asker } from '../../../platform/policy/index.ts';
import type { ShareParts } from '../parts.ts';
import { line, utm } from '../request.ts';
import {
  deleteTemplate,
  insertTemplate,
  listTemplates,
  lockTemplate,
  type UtmTemplate,
  updateTemplate,
} from './store.ts';

type Parts = Pick<ShareParts, 'db' | 'clock' | 'audit'>;

const wanted = z.strictObject({
  name: line(80).min(1, 'Give the template a name.'),
  utm: utm.refine((values) => Object.values(values).some(Boolean), 'Fill in at least one parameter.'),
  isDefault: z.boolean().describe('Whether new requests begin with it in the composer; one does at most'),
});
const shown = z.object({ id: z.string(), name: z.string(), utm, isDefault: z.boolean() }).openapi('UtmTemplate');
const params = z.object({ id: z.uuid() });
const answer = jsonAnswer(shown, 'The template');
const nameTaken = 'Another template has this name. Choose another one.';
const taken = { fields: { name: nameTaken } };
const resourceOf = (id: string, { orgId }: Asker) => ({ type: 'UtmTemplate', id, orgId }) as const;

/** Named sets of UTM parameters. Requests hold the parameters themselves, so that no change here reaches one. */
export function utmTemplateRoutes(parts: Parts): readonly GuardedRoute[] {
  return [listRoute(parts), createRoute(parts), changeRoute(parts), removeRoute(parts)];
}

function listRoute({ db }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/utm-templates',
      summary: 'List the templates of UTM parameters by name',
      guard: member('requests.read', { keys: true }),
      responses: { 200: jsonAnswer(z.object({ templates: z.array(shown) }), 'By name') },
    },
    async (c) => c.json({ templates: await db.inOrg(c.var.orgId, listTemplates) }, 200),
  );
}

function createRoute({ db, clock, audit }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/utm-templates',
      summary: 'Keep a template of UTM parameters',
      guard: member('publish', { keys: true }),
      request: { body: jsonBody(wanted.partial({ isDefault: true })) },
      responses: { 201: answer },
    },
    async (c) => {
      const template: UtmTemplate = { isDefault: false, ...c.req.valid('json'), id: newId(clock) };
      const made = await db.inOrg(c.var.orgId, async (tx) => {
        if (!(await insertTemplate(tx, template, clock.now()))) return false;
        const target = { type: 'utm_template', id: template.id };
        await audit.append(tx, { actor: actedBy(c.var.actor), action: 'share.utm_template_created', target });
        return true;
      });
      return made ? c.json(template, 201) : problem(c, 422, 'name_taken', nameTaken, taken);
    },
  );
}

function changeRoute({ db, audit }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/utm-templates/{id}',
      summary: 'Change a template of UTM parameters; requests that were begun with it stay as they are',
      guard: member('publish', { keys: true }),
      request: { params, body: jsonBody(wanted.partial()) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const change = c.req.valid('json');
      const result = await db.inOrg(c.var.orgId, async (tx) => {
        const before = await lockTemplate(tx, id);
        if (before === null || !c.var.allowed('utm_templates.keep', resourceOf(id, c.var.actor))) return null;
        const after: UtmTemplate = { ...before, ...change };
        if (!(await updateTemplate(tx, after))) return 'taken' as const;
        await audit.append(tx, {
          ...{
            actor: actedBy(c.var.actor),
            action: 'share.utm_template_changed',
            target: { type: 'utm_template', id },
          },
          detail: { fields: Object.keys(change).toSorted().join(',') },
        });
        return after;
      });
      if (result === null) return notFound(c);
      return result === 'taken' ? problem(c, 422, 'name_taken', nameTaken, taken) : c.json(result, 200);
    },
  );
}

function removeRoute({ db, audit }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/utm-templates/{id}',
      summary: 'Delete a template of UTM parameters; requests that were begun with it stay as they are',
      guard: member('publish', { keys: true }),
      request: { params },
      responses: { 204: emptyAnswer('Gone') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const gone = await db.inOrg(c.var.orgId, async (tx) => {
        const found = await lockTemplate(tx, id);
        if (found === null || !c.var.allowed('utm_templates.keep', resourceOf(id, c.var.actor))) return false;
        await deleteTemplate(tx, id);
        const target = { type: 'utm_template', id };
        await audit.append(tx, { actor: actedBy(c.var.actor), action: 'share.utm_template_deleted', target });
        return true;
      });
      return gone ? c.body(null, 204) : notFound(c);
    },
  );
}
