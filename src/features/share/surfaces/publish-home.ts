import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { SlackClient } from '../../../platform/slack/index.ts';
import { networkNames } from '../../networks/index.ts';
import { requestKeyName } from '../blind.ts';
import { findOwn, openAll } from '../outgoing/own.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { waitingFor } from '../review/waiting.ts';
import { openRequests } from '../store.ts';
import { type HomeContent, homeView } from './home.ts';
import { hasActed } from './standing.ts';

/**
 * Publishes a person's Home tab as things stand now.
 * @param settled record keys of shares that have just ended and are about to be removed
 */
export async function publishHome(
  parts: ShareParts,
  client: SlackClient,
  orgId: OrgId,
  slackUserId: string,
  settled: readonly string[] = [],
): Promise<void> {
  const gathered = await parts.db.inOrg(orgId, async (tx) => {
    const person = await parts.personForSlack(tx, slackUserId);
    const toApprove = await waitingFor(parts, tx, slackUserId);
    return { person, toApprove, ...(await gather(parts, tx, orgId, person.id)) };
  });
  const planned = (await openAll(parts, gathered.outgoing)).filter(
    (share) => !settled.includes(share.payload.recordKey),
  );
  const besides = [];
  for (const section of parts.homeSections) besides.push(...(await section({ orgId, slackUserId, client })));
  const content: HomeContent = {
    besides,
    toApprove: gathered.toApprove,
    publicUrl: parts.publicUrl,
    organisationName: gathered.organisation.name,
    timeZone: gathered.organisation.timeZone,
    open: gathered.open,
    accounts: gathered.accounts,
    connectable: gathered.connectable,
    results: parts.results.of(gathered.person.id),
    planned: planned.map(({ id, payload }) => ({
      id,
      title: payload.title,
      networkTitle: parts.networks.describe(payload.network).title,
      at: payload.at === null ? null : new Date(payload.at),
      text: payload.text,
    })),
  };
  const published = await client.publishHome(slackUserId, homeView(content));
  if (!published.ok) parts.log.warn({ event: 'share.home_not_published', orgId, reason: published.error });
}

/** Shows somebody's Home tab as things stand now: for other slices, after what they have done. */
export function homePublisher(parts: ShareParts) {
  return (client: SlackClient, orgId: OrgId, slackUserId: string) => publishHome(parts, client, orgId, slackUserId);
}

async function gather(parts: ShareParts, tx: Tx, orgId: OrgId, personId: string) {
  const organisation = await parts.organisation(tx);
  const accounts = await parts.networks.accountsOf(tx, personId);
  const requests = await openRequests(tx);
  const open = [];
  for (const request of requests) {
    const shared = await hasShared(parts, tx, orgId, request, personId);
    const endsAt = request.draft.endsAt ? new Date(request.draft.endsAt) : null;
    const engagement = request.draft.engagement ?? null;
    open.push({ id: request.id, title: request.draft.title, endsAt, shared, isAboutPost: engagement !== null });
  }
  const outgoing = await findOwn(parts, tx, orgId, personId);
  const connected = new Set(accounts.map((account) => account.network));
  const connectable = networkNames
    .filter((network) => parts.networks.describe(network).unavailable === null && !connected.has(network))
    .map((network) => ({ network, networkTitle: parts.networks.describe(network).title }));
  return {
    organisation,
    open,
    outgoing,
    connectable,
    accounts: accounts.map((account) => ({
      id: account.id,
      networkTitle: parts.networks.describe(account.network).title,
      network: account.network,
      handle: account.handle,
      reconnect: account.state === 'reconnect',
      endsOn: isSoon(account.endsOn, parts.clock.now()) ? account.endsOn : null,
    })),
  };
}

/** A request counts as done once anything of it is: nobody is asked to be on all networks. */
async function hasShared(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  request: ShareRequest,
  personId: string,
): Promise<boolean> {
  const key = await parts.ring.find(requestKeyName(request.id));
  return key !== null && hasActed(tx, key, orgId, request, personId);
}

/** Two weeks ahead, as long as the person may be away. */
function isSoon(day: string | null, now: Date): boolean {
  return day !== null && Date.parse(day) - now.getTime() < 14 * 86_400_000;
}
