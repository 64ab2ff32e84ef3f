import type { Tx } from '../../../platform/db/index.ts';
import { nameKey } from '../campaigns/campaign.ts';
import { tagsOf } from '../campaigns/store.ts';
import type { RequestFacts } from './report.ts';

interface Tables {
  share_requests: {
    id: string;
    title: string;
    sent_at: Date | null;
    closed_at: Date | null;
    campaign_id: string | null;
  };
  share_variants: { request_id: string; network: string };
  request_tags: { request_id: string; tag_key: string };
}

/** Ids of the requests under a campaign and a tag; null when neither is asked for. */
export async function requestsFiled(
  tx: Tx,
  { campaignId, tag }: { readonly campaignId?: string | undefined; readonly tag?: string | undefined },
): Promise<readonly string[] | null> {
  if (campaignId === undefined && tag === undefined) return null;
  let query = tx.on<Tables>().selectFrom('share_requests').select('id');
  if (campaignId !== undefined) query = query.where('campaign_id', '=', campaignId);
  if (tag !== undefined) {
    const tagged = tx.on<Tables>().selectFrom('request_tags').select('request_id').where('tag_key', '=', nameKey(tag));
    query = query.where('id', 'in', tagged);
  }
  return (await query.execute()).map(({ id }) => id);
}

/** What reports need to know of some requests. */
export async function requestFacts(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RequestFacts & { readonly closed: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_requests')
    .select(['id', 'title', 'sent_at', 'closed_at', 'campaign_id'])
    .where('id', 'in', ids)
    .execute();
  const tags = await tagsOf(tx, ids);
  return new Map(
    rows.map(({ id, title, sent_at, closed_at, campaign_id }) => [
      id,
      { id, title, sentAt: sent_at, closed: closed_at !== null, campaignId: campaign_id, tags: tags.get(id) ?? [] },
    ]),
  );
}

/** The networks that each of these requests has texts for. */
export async function networksOffered(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_variants')
    .select(['request_id', 'network'])
    .distinct()
    .where('request_id', 'in', ids)
    .execute();
  const groups = Map.groupBy(rows, ({ request_id }) => request_id);
  return new Map([...groups].map(([id, found]) => [id, new Set(found.map(({ network }) => network))]));
}
