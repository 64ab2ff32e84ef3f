import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import { recordAct } from '../acts.ts';
import type { ShareParts } from '../parts.ts';
import type { Draft, SendingProblem } from '../request.ts';
import { findRequest } from '../store.ts';
import { campaignProblem, tagsSchema } from './campaign.ts';
import { findCampaign, putCampaign, putTags } from './store.ts';

type Filed = Pick<Draft, 'campaignId' | 'tags'>;

/** What is wrong with the campaign that a request is to belong to; null when nothing is. @param before as it is filed now */
export async function misfiled(tx: Tx, wanted: Filed, before: Filed = {}): Promise<SendingProblem | null> {
  const { campaignId } = wanted;
  if (!campaignId || campaignId === before.campaignId) return null;
  const sentence = campaignProblem(await findCampaign(tx, campaignId), before.campaignId ?? null);
  return sentence === null ? null : { field: 'campaignId', sentence };
}

const filing = z.strictObject({ campaignId: z.uuid().nullable(), tags: tagsSchema });

/**
 * Files a request under a campaign and tags, also long after it has ended: reports are made of what was sent before
 * anybody thought of the campaign.
 */
export function filingRoute(parts: Pick<ShareParts, 'db' | 'audit'>): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/requests/{id}/filing',
      summary: 'File a request under a campaign and tags, whatever its state',
      guard: member('publish', { keys: true }),
      request: { params: z.object({ id: z.uuid() }), body: jsonBody(filing) },
      responses: { 200: jsonAnswer(filing, 'As it is filed now') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const wanted = c.req.valid('json');
      const { orgId, actor } = c.var;
      const result = await parts.db.inOrg(orgId, async (tx) => {
        const request = await findRequest(tx, id, true);
        if (request === null || !c.var.allowed('share.publish', { type: 'ShareRequest', id, orgId })) return null;
        const wrong = await misfiled(tx, wanted, request.draft);
        if (wrong !== null) return { wrong };
        await putCampaign(tx, id, wanted.campaignId);
        await putTags(tx, id, wanted.tags);
        const detail = { fields: 'campaignId,tags', state: request.state };
        await recordAct(parts, tx, actedBy(actor), 'share.request_edited', id, detail);
        const { campaignId, tags } = (await findRequest(tx, id))?.draft ?? {};
        return { filed: { campaignId: campaignId ?? null, tags: tags ?? [] } };
      });
      if (result === null) return notFound(c);
      if (result.filed !== undefined) return c.json(result.filed, 200);
      const { field, sentence } = result.wrong;
      return problem(c, 422, 'bad_campaign', sentence, { fields: { [field]: sentence } });
    },
  );
}
