import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { RingKey } from '../../../platform/vault/index.ts';
import type { Ask, NetworkName, SocialAccount } from '../../networks/index.ts';
import { requestKeyName, shareToken, variantFor } from '../blind.ts';
import { disclosureOf } from '../disclosure/store.ts';
import { trackedLink } from '../outgoing/post-text.ts';
import { hasShareToken } from '../outgoing/store.ts';
import { askWay, waysOf, waysOfRequest } from '../outgoing/way.ts';
import type { OrganisationFacts, ShareParts } from '../parts.ts';
import { networksOf, type ShareRequest, variantsOf } from '../request.ts';
import { findRequest } from '../store.ts';
import { type Film, shownVideo } from '../videos/shown.ts';
import type { ShareStatus } from './modal.ts';

/** Whose request on which network, and which of its texts is theirs. */
interface Offer {
  readonly request: ShareRequest;
  readonly network: NetworkName;
  readonly personId: string;
  readonly variant: number;
  /** What stands at the end of their post, whatever they write. */
  readonly disclosure: string;
  /** The request's video, if it has one. */
  readonly film: Film;
}

/** Where a person stands with a request, and with it which window they should see. */
export type Standing =
  | { readonly kind: 'status'; readonly status: ShareStatus }
  /** The request goes to several networks. */
  | { readonly kind: 'choose'; readonly request: ShareRequest; readonly done: readonly NetworkName[] }
  | ({ readonly kind: 'connect' } & Offer)
  /** Nobody connects an account here: the network's own composer opens. */
  | ({ readonly kind: 'composer' } & Offer)
  /** The request is about a post that exists: what of it would they like to do? */
  | { readonly kind: 'asks'; readonly request: EngagementRequest; readonly done: readonly Ask[] }
  | ({
      readonly kind: 'compose';
      readonly account: SocialAccount;
      readonly organisation: OrganisationFacts;
      /** What stands before the slug of the organisation's links. */
      readonly linksUrl: string;
      /** The tracked link of their post, under the name that a publisher may have given it. */
      readonly link: string | undefined;
    } & Offer);

/** A request about a post that exists. */
export interface EngagementRequest extends ShareRequest {
  readonly draft: ShareRequest['draft'] & { readonly engagement: NonNullable<ShareRequest['draft']['engagement']> };
}

function isEngagement(request: ShareRequest): request is EngagementRequest {
  return Boolean(request.draft.engagement);
}

/** Where a person stands with one thing that is asked for about a post. */
export type AskStanding =
  | { readonly kind: 'status'; readonly status: ShareStatus }
  /** `account`: by which it can be done here; null where they do it on the post's page. */
  | {
      readonly kind: 'ask';
      readonly request: EngagementRequest;
      readonly personId: string;
      readonly account: SocialAccount | null;
      /** Whether they have an account that could do it, were it connected again. */
      readonly again: boolean;
    };

/** Finds out how a person can do what is asked for about a post. */
export async function askStandingOf(
  parts: ShareParts,
  orgId: OrgId,
  slackUserId: string,
  requestId: string,
  ask: Ask,
): Promise<AskStanding> {
  const key = await parts.ring.find(requestKeyName(requestId));
  return parts.db.inOrg(orgId, async (tx): Promise<AskStanding> => {
    const request = await findRequest(tx, requestId);
    if (key === null || request?.state !== 'open' || !isEngagement(request)) return over;
    const { network, asks: wanted } = request.draft.engagement;
    if (!wanted.includes(ask)) return over;
    const person = await parts.personForSlack(tx, slackUserId);
    if (person.state === 'deactivated') return { kind: 'status', status: { kind: 'not_member' } };
    const done = await doneAsks(tx, key, orgId, request, person.id);
    const { title: networkTitle, unavailable, engagement } = parts.networks.describe(network);
    if (done.includes(ask)) return { kind: 'status', status: { kind: 'already', networkTitle, ask } };
    const account = (await parts.networks.accountsOf(tx, person.id)).find((one) => one.network === network) ?? null;
    const isAble = account?.state === 'active' && account.does.includes(ask);
    const again = account !== null && !isAble && engagement.byAccount && unavailable === null;
    return { kind: 'ask', request, personId: person.id, account: isAble ? account : null, again };
  });
}

async function doneAsks(
  tx: Tx,
  key: RingKey,
  orgId: OrgId,
  { id, draft: { engagement } }: EngagementRequest,
  personId: string,
): Promise<Ask[]> {
  const done: Ask[] = [];
  for (const ask of engagement.asks) {
    const way = askWay(engagement.network, ask);
    if (await hasShareToken(tx, id, shareToken(key, orgId, id, way, personId))) done.push(ask);
  }
  return done;
}

/**
 * Finds out what a person can do with a request.
 * @param wanted the network they chose; null where they chose none yet
 */
export async function standingOf(
  parts: ShareParts,
  orgId: OrgId,
  slackUserId: string,
  requestId: string,
  wanted: NetworkName | null,
): Promise<Standing> {
  const key = await parts.ring.find(requestKeyName(requestId));
  return parts.db.inOrg(orgId, async (tx): Promise<Standing> => {
    const request = await findRequest(tx, requestId);
    const networks = request === null ? [] : networksOf(request.draft);
    if (key === null || request === null || request.state !== 'open') return over;
    const person = await parts.personForSlack(tx, slackUserId);
    if (person.state === 'deactivated') return { kind: 'status', status: { kind: 'not_member' } };
    if (isEngagement(request)) {
      return { kind: 'asks', request, done: await doneAsks(tx, key, orgId, request, person.id) };
    }
    const [first, second] = networks;
    if (wanted === null && second !== undefined) {
      return { kind: 'choose', request, done: await sharedOn(tx, key, orgId, request, person.id) };
    }
    const network = wanted ?? first;
    if (network === undefined || !networks.includes(network)) return over;
    return standingOn(parts, tx, { orgId, key, request, network, personId: person.id });
  });
}

const over = { kind: 'status', status: { kind: 'over' } } as const;

async function standingOn(
  parts: ShareParts,
  tx: Tx,
  at: Omit<Offer, 'variant' | 'disclosure' | 'film'> & { readonly orgId: OrgId; readonly key: RingKey },
): Promise<Standing> {
  const { key, request, network, personId } = at;
  const { title: networkTitle, unavailable, composer } = parts.networks.describe(network);
  if ((await sharedOn(tx, key, at.orgId, request, personId)).includes(network)) {
    return { kind: 'status', status: { kind: 'already', networkTitle } };
  }
  const count = Math.max(1, variantsOf(request.draft, network).length);
  const place = networksOf(request.draft).indexOf(network);
  const variant = variantFor(key, request.id, personId, place, count);
  const film = await shownVideo(tx, request.draft, parts.publicUrl);
  const disclosure = await disclosureOf(tx, request.draft);
  const offer = { request, network, personId, variant, disclosure, film };
  if (unavailable !== null) {
    return composer === null
      ? { kind: 'status', status: { kind: 'unavailable', networkTitle } }
      : { kind: 'composer', ...offer };
  }
  const account = (await parts.networks.accountsOf(tx, personId)).find((one) => one.network === network);
  if (account === undefined || account.state === 'reconnect') return { kind: 'connect', ...offer };
  const organisation = await parts.organisation(tx);
  const links = await parts.links.forRequest(tx, request.id);
  const link = trackedLink(links, network, variant);
  return { kind: 'compose', ...offer, account, organisation, link, linksUrl: await parts.links.baseFor(tx) };
}

/** Whether a person has done anything about a request. */
export async function hasActed(
  tx: Tx,
  key: RingKey,
  orgId: OrgId,
  request: ShareRequest,
  personId: string,
): Promise<boolean> {
  for (const way of waysOfRequest(request.draft)) {
    if (await hasShareToken(tx, request.id, shareToken(key, orgId, request.id, way, personId))) return true;
  }
  return false;
}

/** The networks on which a person has shared a request, by a post or by the network's own composer. */
async function sharedOn(
  tx: Tx,
  key: RingKey,
  orgId: OrgId,
  request: ShareRequest,
  personId: string,
): Promise<NetworkName[]> {
  const shared: NetworkName[] = [];
  for (const network of networksOf(request.draft)) {
    for (const way of waysOf(network)) {
      if (!(await hasShareToken(tx, request.id, shareToken(key, orgId, request.id, way, personId)))) continue;
      shared.push(network);
      break;
    }
  }
  return shared;
}
