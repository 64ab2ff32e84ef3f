import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { type Campaign, type CampaignColour, nameKey } from './campaign.ts';

interface CampaignRow {
  org_id: string;
  id: string;
  name: string;
  name_key: string;
  colour: CampaignColour;
  from_day: string | null;
  until_day: string | null;
  archived_at: Date | null;
  created_at: Date;
}

interface Tables {
  campaigns: CampaignRow;
  request_tags: { org_id: string; request_id: string; tag_key: string; tag: string };
  share_requests: { id: string; campaign_id: string | null };
}

const toCampaign = (row: CampaignRow): Campaign => ({
  ...{ id: row.id, name: row.name, colour: row.colour },
  ...{ from: row.from_day, until: row.until_day, archived: row.archived_at !== null },
});

/** All campaigns by name, with how many requests each has. */
export async function listCampaigns(tx: Tx): Promise<(Campaign & { readonly requests: number })[]> {
  const { rows } = await sql<CampaignRow & { requests: number }>`
    select c.*, count(r.id)::int as requests from campaigns c
    left join share_requests r on r.org_id = c.org_id and r.campaign_id = c.id
    group by c.org_id, c.id order by c.name_key`.execute(tx.on<Tables>());
  return rows.map((row) => ({ ...toCampaign(row), requests: row.requests }));
}

/** One campaign, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findCampaign(tx: Tx, id: string, lock = false): Promise<Campaign | null> {
  const query = tx.on<Tables>().selectFrom('campaigns').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : toCampaign(row);
}

/** @returns false where another campaign has this name */
export async function insertCampaign(tx: Tx, campaign: Campaign, now: Date): Promise<boolean> {
  const made = await tx
    .on<Tables>()
    .insertInto('campaigns')
    .values({ org_id: orgOf(tx), id: campaign.id, ...columnsOf(campaign, now), created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Writes a campaign as it is to be from now on. @returns false where another one has this name */
export async function updateCampaign(tx: Tx, campaign: Campaign, now: Date): Promise<boolean> {
  const changed = await tx
    .on<Tables>()
    .updateTable('campaigns')
    .set(columnsOf(campaign, now))
    .where('id', '=', campaign.id)
    .where(
      sql<boolean>`not exists (select 1 from campaigns o where o.name_key = ${nameKey(campaign.name)} and o.id <> ${campaign.id})`,
    )
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

function columnsOf(campaign: Campaign, now: Date) {
  return {
    ...{ name: campaign.name, name_key: nameKey(campaign.name), colour: campaign.colour },
    ...{ from_day: campaign.from, until_day: campaign.until },
    archived_at: campaign.archived ? now : null,
  };
}

/** Says which campaign a request belongs to; null for none. */
export async function putCampaign(tx: Tx, requestId: string, campaignId: string | null): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('share_requests')
    .set({ campaign_id: campaignId })
    .where('id', '=', requestId)
    .execute();
  await announce(tx, 'requests');
}

/** Gives all requests of one campaign to another, and removes the one. */
export async function moveCampaign(tx: Tx, from: string, into: string): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('share_requests')
    .set({ campaign_id: into })
    .where('campaign_id', '=', from)
    .execute();
  await tx.on<Tables>().deleteFrom('campaigns').where('id', '=', from).execute();
  await announce(tx, 'requests');
}

/** Sets a request's tags; spellings that are in use elsewhere stay what they are there. */
export async function putTags(tx: Tx, requestId: string, tags: readonly string[]): Promise<void> {
  await tx.on<Tables>().deleteFrom('request_tags').where('request_id', '=', requestId).execute();
  if (tags.length === 0) return;
  const rows = tags.map((tag) => ({ org_id: orgOf(tx), request_id: requestId, tag_key: nameKey(tag), tag }));
  await tx.on<Tables>().insertInto('request_tags').values(rows).execute();
}

/** Tags by request, in the order of their keys. */
export async function tagsOf(tx: Tx, requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('request_tags')
    .select(['request_id', 'tag'])
    .where('request_id', 'in', requestIds)
    .orderBy('tag_key')
    .execute();
  const groups = Map.groupBy(rows, (row) => row.request_id);
  return new Map([...groups].map(([id, found]) => [id, found.map(({ tag }) => tag)]));
}

/** Tags in use, most used first, each in the spelling that most requests have. @param begins with what, in any case */
export async function tagsInUse(
  tx: Tx,
  begins: string,
  limit: number,
): Promise<{ readonly tag: string; readonly requests: number }[]> {
  const pattern = `${nameKey(begins).replaceAll(/[\\%_]/g, (found) => `\\${found}`)}%`;
  const { rows } = await sql<{ tag: string; requests: number }>`
    select mode() within group (order by tag) as tag, count(*)::int as requests
    from request_tags where tag_key like ${pattern} group by tag_key
    order by count(*) desc, tag_key limit ${limit}`.execute(tx.on<Tables>());
  return rows;
}
