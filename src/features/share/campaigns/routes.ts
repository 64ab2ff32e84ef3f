import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import {
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
import { type Campaign, campaignColours, campaignName, daysProblem } from './campaign.ts';
import { filingRoute } from './filing.ts';
import { findCampaign, insertCampaign, listCampaigns, moveCampaign, tagsInUse, updateCampaign } from './store.ts';

type Parts = Pick<ShareParts, 'db' | 'clock' | 'audit'>;

const day = z.iso.date().nullable();
const shown = z
  .object({
    ...{ id: z.string(), name: z.string(), colour: z.enum(campaignColours) },
    ...{ from: day, until: day, archived: z.boolean() },
    requests: z.int().describe('How many requests belong to it'),
  })
  .openapi('Campaign');
const params = z.object({ id: z.uuid() });
const wanted = z.strictObject({
  ...{ name: campaignName, colour: z.enum(campaignColours) },
  ...{ from: day, until: day, archived: z.boolean() },
});
const answer = jsonAnswer(shown, 'The campaign');

const nameTaken = 'Another campaign has this name. Choose another one, or merge the two.';
const resourceOf = ({ id }: Campaign, { orgId }: Asker) => ({ type: 'Campaign', id, orgId }) as const;

/** Campaigns, and the tags that requests have. */
export function campaignRoutes(parts: Parts): readonly GuardedRoute[] {
  return [
    listRoute(parts),
    createRoute(parts),
    changeRoute(parts),
    mergeRoute(parts),
    tagsRoute(parts),
    filingRoute(parts),
  ];
}

function listRoute({ db }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/campaigns',
      summary: 'List campaigns by name, archived ones too',
      guard: member('requests.read', { keys: true }),
      responses: { 200: jsonAnswer(z.object({ campaigns: z.array(shown) }), 'By name') },
    },
    async (c) => c.json({ campaigns: await db.inOrg(c.var.orgId, listCampaigns) }, 200),
  );
}

function createRoute({ db, clock, audit }: Parts): GuardedRoute {
  const body = wanted.omit({ archived: true }).partial({ colour: true, from: true, until: true });
  return guarded(
    {
      method: 'post',
      path: '/api/campaigns',
      summary: 'Begin a campaign',
      guard: member('publish', { keys: true }),
      request: { body: jsonBody(body) },
      responses: { 201: answer },
    },
    async (c) => {
      const { name, colour = 'green', from = null, until = null } = c.req.valid('json');
      const campaign: Campaign = { id: newId(clock), name, colour, from, until, archived: false };
      const wrong = daysProblem(campaign);
      if (wrong !== null) return problem(c, 422, 'bad_days', wrong, { fields: { until: wrong } });
      const made = await db.inOrg(c.var.orgId, async (tx) => {
        if (!(await insertCampaign(tx, campaign, clock.now()))) return false;
        const target = { type: 'campaign', id: campaign.id };
        await audit.append(tx, { actor: actedBy(c.var.actor), action: 'share.campaign_created', target });
        return true;
      });
      if (!made) return problem(c, 422, 'name_taken', nameTaken, { fields: { name: nameTaken } });
      return c.json({ ...campaign, requests: 0 }, 201);
    },
  );
}

function changeRoute({ db, clock, audit }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/campaigns/{id}',
      summary: 'Rename a campaign, change its days or colour, archive it or open it again',
      guard: member('publish', { keys: true }),
      request: { params, body: jsonBody(wanted.partial()) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const change = c.req.valid('json');
      const result = await db.inOrg(c.var.orgId, async (tx) => {
        const before = await findCampaign(tx, id, true);
        if (before === null || !c.var.allowed('campaigns.keep', resourceOf(before, c.var.actor))) return null;
        const after: Campaign = { ...before, ...change };
        const wrong = daysProblem(after);
        if (wrong !== null) return { field: 'until', code: 'bad_days', wrong };
        if (!(await updateCampaign(tx, after, clock.now())))
          return { field: 'name', code: 'name_taken', wrong: nameTaken };
        await audit.append(tx, {
          ...{ actor: actedBy(c.var.actor), action: 'share.campaign_changed', target: { type: 'campaign', id } },
          detail: { fields: Object.keys(change).toSorted().join(',') },
        });
        return { shown: (await listCampaigns(tx)).find((one) => one.id === id) };
      });
      if (result === null) return notFound(c);
      if (result.wrong !== undefined)
        return problem(c, 422, result.code, result.wrong, { fields: { [result.field]: result.wrong } });
      return result.shown === undefined ? notFound(c) : c.json(result.shown, 200);
    },
  );
}

function mergeRoute({ db, audit }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/campaigns/{id}/merge',
      summary: 'Give all requests of a campaign to another, and remove it',
      guard: member('publish', { keys: true }),
      request: { params, body: jsonBody(z.strictObject({ into: z.uuid() })) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { into } = c.req.valid('json');
      const merged = await db.inOrg(c.var.orgId, async (tx) => {
        // In the order of their ids, so that two merges towards each other don't wait for one another.
        const found = new Map<string, Campaign | null>();
        for (const one of [...new Set([id, into])].toSorted()) found.set(one, await findCampaign(tx, one, true));
        const from = found.get(id) ?? null;
        if (from === null || !c.var.allowed('campaigns.keep', resourceOf(from, c.var.actor))) return null;
        const kept = found.get(into) ?? null;
        if (kept === null || into === id) return 'bad' as const;
        await moveCampaign(tx, id, into);
        await audit.append(tx, {
          ...{ actor: actedBy(c.var.actor), action: 'share.campaign_merged', target: { type: 'campaign', id } },
          detail: { into },
        });
        return (await listCampaigns(tx)).find((one) => one.id === into) ?? null;
      });
      if (merged === 'bad') return problem(c, 422, 'bad_campaign', otherCampaign, { fields: { into: otherCampaign } });
      return merged === null ? notFound(c) : c.json(merged, 200);
    },
  );
}

const otherCampaign = 'Choose another campaign that is to have its requests.';

function tagsRoute({ db }: Parts): GuardedRoute {
  const query = z.object({
    // No text in the database holds the character zero.
    begins: z
      .string()
      .overwrite((text) => text.replaceAll('\0', ''))
      .max(40)
      .default(''),
  });
  const tags = z.object({ tags: z.array(z.object({ tag: z.string(), requests: z.int() })) });
  return guarded(
    {
      method: 'get',
      path: '/api/tags',
      summary: 'Tags that requests have, as suggestions while one is typed',
      guard: member('requests.read', { keys: true }),
      request: { query },
      responses: { 200: jsonAnswer(tags, 'At most 50, the most used first') },
    },
    async (c) => {
      const { begins } = c.req.valid('query');
      return c.json({ tags: await db.inOrg(c.var.orgId, (tx) => tagsInUse(tx, begins, 50)) }, 200);
    },
  );
}
