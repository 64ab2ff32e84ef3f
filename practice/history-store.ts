import { withUtm } from '../src/features/links/index.ts';
import { nameKey } from '../src/features/share/index.ts';
import { allMigrations } from '../src/migrations.ts';
import { type Database, migrate, openDatabase, orgId } from '../src/platform/db/index.ts';
import { feedPath } from './company-articles.ts';
import type { History, PastRequest } from './history-plan.ts';
import { insertRows, type Row } from './history-rows.ts';

interface Tables {
  installation_claims: Row;
}

const network = 'bluesky';
/** The row of a release that carries its employees; networks carry their shares. */
const everyone = '*';
const campaign = { source: network, medium: 'social' };

/** Opens the database of a new data folder, with all its tables. */
export async function openForHistory(folder: string): Promise<Database> {
  const db = await openDatabase({ folder });
  await migrate(db, allMigrations);
  return db;
}

/** Writes a history, and claims the installation for its organisation: the owner's set-up then founds that very one. */
export async function writeHistory(db: Database, history: History, companyUrl: string, now: Date): Promise<void> {
  await db.inOrg(orgId(history.orgId), async (tx) => {
    await insertRows(tx, 'people', history.people.map(personRow));
    await insertRows(
      tx,
      'campaigns',
      history.campaigns.map((campaign) => ({ ...campaign, name_key: nameKey(campaign.name), created_at: now })),
    );
    await insertRows(
      tx,
      'share_requests',
      history.requests.map((request) => requestRow(request, history.publisher)),
    );
    await insertRows(tx, 'share_feeds', [feedRow(history.publisher, `${companyUrl}${feedPath}`, now)]);
    await insertRows(tx, 'share_variants', history.requests.flatMap(variantRows));
    await insertRows(tx, 'request_tags', history.requests.flatMap(tagRows));
    await insertRows(tx, 'share_releases', history.requests.flatMap(releaseRows));
    await insertRows(tx, 'short_links', history.requests.flatMap(linkRows));
    const links = history.requests.flatMap((request) => request.links);
    const rowsOf = (pick: (link: (typeof links)[number]) => readonly Row[]) =>
      links.flatMap((link) => pick(link).map((row) => ({ link_id: link.id, ...row })));
    await insertRows(tx, 'click_counts', rowsOf(hourRows));
    await insertRows(
      tx,
      'click_origins',
      rowsOf((link) => link.origins.map((origin) => ({ ...origin }))),
    );
    await insertRows(
      tx,
      'reach_totals',
      history.reach.map((day) => ({ network, ...day })),
    );
  });
  await db.asOwner((tx) =>
    tx
      .on<Tables>()
      .insertInto('installation_claims')
      .values({ single: true, org_id: history.orgId, claimed_at: now })
      .execute(),
  );
}

function personRow(person: History['people'][number]): Row {
  const { id, slackId, name, roles, joinedAt } = person;
  return { id, slack_user_id: slackId, name, roles, state: 'active', joined_at: joinedAt, created_at: joinedAt };
}

function requestRow(request: PastRequest, createdBy: string): Row {
  const { id, topic, link, channel, createdAt, sent } = request;
  return {
    id,
    state: sent === null ? 'draft' : 'ended',
    link,
    title: topic.title,
    slack_text: topic.slackText,
    preview: JSON.stringify(topic.preview),
    edit_policy: 'free',
    utm: JSON.stringify({ ...campaign, campaign: request.campaign }),
    campaign_id: request.campaignId,
    channel_id: channel.id,
    channel_name: channel.name,
    send_at: sent?.sentAt ?? null,
    sent_at: sent?.sentAt ?? null,
    ended_at: sent?.endedAt ?? null,
    closed_at: sent?.closedAt ?? null,
    delivery: sent === null ? 'none' : 'sent',
    revision: 1,
    created_by: createdBy,
    created_at: createdAt,
    changed_at: createdAt,
    released_awareness: request.releases.reduce((sum, release) => sum + release.awareness, 0),
  };
}

/** The feed of the company's own site, as its publisher has added it just now: its last items wait to be reviewed. */
function feedRow(createdBy: string, url: string, now: Date): Row {
  return {
    ...{ id: crypto.randomUUID(), name: 'Our own news', url, mode: 'review', state: 'on', interval_minutes: 60 },
    ...{ daily_cap: 5, run_cap: 3, also_last: 3, include_words: '[]', exclude_words: '[]', edit_policy: 'free' },
    template: JSON.stringify({ title: '{title}', slackText: '{description}', networkText: '{title}' }),
    networks: JSON.stringify([network]),
    utm: JSON.stringify({ source: '{feed}', medium: 'social' }),
    ...{ end_after_days: 14, created_by: createdBy, created_at: now, added_at: now, next_check_at: now },
    ...{ run: 0, failures: 0 },
  };
}

function variantRows({ id, topic }: PastRequest): readonly Row[] {
  return topic.variants.map((text, variant) => ({ request_id: id, network, variant, text }));
}

function tagRows({ id, tags }: PastRequest): readonly Row[] {
  return tags.map((tag) => ({ request_id: id, tag, tag_key: nameKey(tag) }));
}

function releaseRows({ id, releases }: PastRequest): readonly Row[] {
  return releases.flatMap(({ day, shares, awareness }) => [
    { request_id: id, day, network, shares, awareness: 0 },
    { request_id: id, day, network: everyone, shares: 0, awareness },
  ]);
}

function linkRows(request: PastRequest): readonly Row[] {
  const target = withUtm(request.link, { ...campaign, campaign: request.campaign });
  const at = request.sent?.sentAt ?? request.createdAt;
  return request.links.map(({ id, slug, variant }) => {
    return { id, slug, request_id: request.id, network, variant, target, created_at: at, changed_at: at };
  });
}

function hourRows(link: PastRequest['links'][number]): readonly Row[] {
  return link.hours.map(({ hourAt, total, unique, robots }) => {
    return { hour_at: hourAt, total, unique_total: unique, robots };
  });
}
