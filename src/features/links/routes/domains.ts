import { z } from '@hono/zod-openapi';
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
import type { Actor } from '../../../platform/policy/index.ts';
import { adviceOf, type Domain, recordName } from '../domains/domain.ts';
import { addDomain, checkDomain, chooseDomain, isElsewhere, mostDomains, removeDomain } from '../domains/domains.ts';
import { readHost, shownHost } from '../domains/host.ts';
import { findDomain, listDomains } from '../domains/store.ts';
import type { LinkWebParts } from '../parts.ts';

const record = z.object({ type: z.enum(['TXT', 'CNAME']), name: z.string(), value: z.string() });

const domainShape = z
  .object({
    id: z.uuid(),
    /** As people read it. */
    host: z.string(),
    state: z.enum(['pending', 'active', 'failed']),
    finding: z.enum(['unchecked', 'proven', 'missing', 'other', 'unreachable', 'in_use']),
    /** What stands in the DNS in place of the record. */
    found: z.array(z.string()),
    /** What to do now, as a sentence. */
    advice: z.string(),
    /** What the DNS of the host has to hold. */
    records: z.array(record),
    isDefault: z.boolean(),
    checkedAt: z.string().nullable(),
    /** How many links were made for it; left out where none was counted. */
    links: z.number().optional(),
  })
  .openapi('LinkDomain');

const params = z.object({ id: z.uuid() });
const answer = jsonAnswer(domainShape, 'As it is now');

/** Hosts of an organisation's own for its short links. */
export function domainRoutes(parts: LinkWebParts): readonly GuardedRoute[] {
  return [listRoute(parts), addRoute(parts), checkRoute(parts), chooseRoute(parts), removeRoute(parts)];
}

function listRoute(parts: LinkWebParts): GuardedRoute {
  const shape = z.object({ sharedUrl: z.string(), domains: z.array(domainShape) });
  return guarded(
    {
      method: 'get',
      path: '/api/link-domains',
      summary: 'The hosts of my organisation’s short links',
      guard: member('manage'),
      responses: { 200: jsonAnswer(shape, 'By name, and the address that all organisations share') },
    },
    async (c) => {
      const domains = await parts.db.inOrg(c.var.orgId, (tx) => listDomains(tx));
      const shown = domains.map((domain) => ({ ...show(parts, domain), links: domain.links }));
      return c.json({ sharedUrl: parts.linksUrl, domains: shown }, 200);
    },
  );
}

function addRoute(parts: LinkWebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/link-domains',
      summary: 'Add a host for short links',
      guard: member('manage'),
      request: { body: jsonBody(z.strictObject({ host: z.string().max(500) })) },
      responses: { 201: jsonAnswer(domainShape, 'Added; it answers once its DNS shows the record') },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const taken = [parts.publicUrl, parts.linksUrl].map((url) => new URL(url).hostname);
      const read = readHost(c.req.valid('json').host, taken);
      const refuse = (status: 409 | 422, code: string, sentence: string) =>
        problem(c, status, code, sentence, { fields: { host: sentence } });
      if (!read.ok) return refuse(422, 'invalid', read.sentence);
      if (await isElsewhere(parts, orgId, read.host)) {
        return refuse(409, 'host_in_use', 'This host is in use already. Whoever uses it has to remove it first.');
      }
      const added = await parts.db.inOrg(orgId, (tx) => addDomain(parts, tx, by(actor), read.host));
      if (added === 'again') return refuse(409, 'host_added', 'This host is in the list already.');
      if (added === 'full')
        return refuse(409, 'too_many', `There are ${mostDomains} hosts already. Remove one that you don’t use.`);
      return c.json(show(parts, added), 201);
    },
  );
}

function checkRoute(parts: LinkWebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/link-domains/{id}/check',
      summary: 'Look now at what the DNS of a host says',
      guard: member('manage'),
      request: { params },
      responses: { 200: answer },
    },
    async (c) => {
      const { orgId } = c.var;
      const { id } = c.req.valid('param');
      const found = await parts.db.inOrg(orgId, (tx) => findDomain(tx, id));
      if (found === null || !c.var.allowed('links.keep_domain', resourceOf(found, orgId))) return notFound(c);
      const checked = await checkDomain(parts, orgId, id);
      return checked === null ? notFound(c) : c.json(show(parts, checked), 200);
    },
  );
}

function chooseRoute(parts: LinkWebParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/link-domains/{id}',
      summary: 'Make new links for this host, or no longer',
      guard: member('manage'),
      request: { params, body: jsonBody(z.strictObject({ isDefault: z.boolean() })) },
      responses: { 200: answer },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const { id } = c.req.valid('param');
      const { isDefault } = c.req.valid('json');
      const result = await parts.db.inOrg(orgId, async (tx) => {
        const domain = await findDomain(tx, id, true);
        if (domain === null || !c.var.allowed('links.keep_domain', resourceOf(domain, orgId))) return 'absent';
        if (!(await chooseDomain(parts, tx, by(actor), domain, isDefault))) return 'unproven';
        return { ...domain, isDefault };
      });
      if (result === 'absent') return notFound(c);
      if (result !== 'unproven') return c.json(show(parts, result), 200);
      return problem(c, 409, 'not_active', 'Links don’t work on this host yet. Add its DNS records first, then check.');
    },
  );
}

function removeRoute(parts: LinkWebParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/link-domains/{id}',
      summary: 'Remove a host; links on it stop working there',
      guard: member('manage'),
      request: { params },
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const removed = await parts.db.inOrg(orgId, async (tx) => {
        const domain = await findDomain(tx, c.req.valid('param').id, true);
        if (domain === null || !c.var.allowed('links.keep_domain', resourceOf(domain, orgId))) return false;
        await removeDomain(parts, tx, by(actor), domain);
        return true;
      });
      return removed ? c.body(null, 204) : notFound(c);
    },
  );
}

const by = (actor: Actor) => ({ kind: 'person', id: actor.personId }) as const;
const resourceOf = ({ id }: Domain, orgId: OrgId) => ({ type: 'LinkDomain', id, orgId }) as const;

function show({ linksUrl }: LinkWebParts, domain: Domain): z.infer<typeof domainShape> {
  const { id, host, state, finding, token, isDefault, checkedAt } = domain;
  return {
    ...{ id, host: shownHost(host), state, finding, found: [...domain.found], advice: adviceOf(domain), isDefault },
    records: [
      { type: 'TXT', name: recordName(host), value: token },
      { type: 'CNAME', name: host, value: new URL(linksUrl).hostname },
    ],
    checkedAt: checkedAt?.toISOString() ?? null,
  };
}
