import type { OrgId } from '../../../platform/db/index.ts';
import type { Modal } from '../../../platform/slack/index.ts';
import type { NetworkName, SocialAccount } from '../../networks/index.ts';
import { requestKeyName, shareToken, variantFor } from '../blind.ts';
import { dayOf } from '../outgoing/good-time.ts';
import { checkWords } from '../outgoing/post-text.ts';
import { hasShareToken } from '../outgoing/store.ts';
import type { OrganisationFacts, ShareParts } from '../parts.ts';
import { networksOf, type ShareRequest } from '../request.ts';
import { findRequest } from '../store.ts';
import { composeModal, connectModal, type ShareStatus, statusModal } from './modal.ts';

/** Where a person stands with a request, and with it which window they should see. */
export type Standing =
  | { readonly kind: 'status'; readonly status: ShareStatus }
  | { readonly kind: 'connect'; readonly network: NetworkName; readonly personId: string }
  | {
      readonly kind: 'compose';
      readonly request: ShareRequest;
      readonly network: NetworkName;
      readonly account: SocialAccount;
      readonly organisation: OrganisationFacts;
      readonly personId: string;
      readonly variant: number;
    };

/** Finds out what a person can do with a request on its network. */
export async function standingOf(
  parts: ShareParts,
  orgId: OrgId,
  slackUserId: string,
  requestId: string,
): Promise<Standing> {
  const key = await parts.ring.find(requestKeyName(requestId));
  return parts.db.inOrg(orgId, async (tx): Promise<Standing> => {
    const request = await findRequest(tx, requestId);
    const network = request === null ? undefined : networksOf(request.draft)[0];
    if (key === null || request === null || request.state !== 'open' || network === undefined) {
      return { kind: 'status', status: { kind: 'over' } };
    }
    const person = await parts.personForSlack(tx, slackUserId);
    if (person.state === 'deactivated') return { kind: 'status', status: { kind: 'not_member' } };
    const token = shareToken(key, orgId, requestId, network, person.id);
    const networkTitle = parts.networks.describe(network).title;
    if (await hasShareToken(tx, requestId, token)) return { kind: 'status', status: { kind: 'already', networkTitle } };
    const accounts = await parts.networks.accountsOf(tx, person.id);
    const account = accounts.find((candidate) => candidate.network === network);
    if (account === undefined || account.state === 'reconnect')
      return { kind: 'connect', network, personId: person.id };
    const variants = request.draft.networks[network]?.variants ?? [];
    const variant = variantFor(key, requestId, network, person.id, Math.max(1, variants.length));
    const organisation = await parts.organisation(tx);
    return { kind: 'compose', request, network, account, organisation, personId: person.id, variant };
  });
}

/**
 * The form for a standing that allows to share.
 * @param typed what stands in the form by now, for the counter; the publisher's text at first
 */
export function composeWindow(
  parts: ShareParts,
  standing: Extract<Standing, { kind: 'compose' }>,
  typed?: string,
): Modal {
  const { request, network, account, organisation } = standing;
  const connector = parts.networks.describe(network);
  const text = request.draft.networks[network]?.variants[standing.variant] ?? '';
  const check = checkWords(parts, network, typed ?? text);
  return composeModal({
    memory: { requestId: request.id, network },
    networkTitle: connector.title,
    handle: account.handle,
    text,
    editPolicy: request.draft.editPolicy,
    remaining: check.remaining,
    limit: check.limit,
    card: {
      title: request.draft.preview?.title || request.draft.title,
      host: new URL(request.draft.link).host,
      pictureUrl: cardPictureUrl(parts.publicUrl, request),
    },
    timeZone: organisation.timeZone,
    today: dayOf(parts.clock.now(), organisation.timeZone),
  });
}

/**
 * The window for a person who has no account yet. The link serves once; it carries where to go on afterwards, which only
 * the person's own sign-in brings back.
 */
export async function connectWindow(
  parts: ShareParts,
  orgId: OrgId,
  who: { readonly slackUserId: string; readonly label: string; readonly personId: string },
  network: NetworkName,
  goOn: { readonly viewId: string; readonly requestId: string | null },
): Promise<Modal> {
  const returnTo = JSON.stringify({ ...goOn, slackUserId: who.slackUserId });
  const request = { personId: who.personId, network, returnTo, slackUserLabel: who.label };
  const url = await parts.db.inOrg(orgId, (tx) => parts.networks.connectLink(tx, request));
  return connectModal(parts.networks.describe(network).title, url);
}

/** The window that fits a standing; to connect, the id of the window it will be shown in is needed. */
export async function windowFor(
  parts: ShareParts,
  orgId: OrgId,
  slackUser: { readonly slackUserId: string; readonly label: string },
  standing: Standing,
  viewId: string,
  requestId: string,
): Promise<Modal> {
  if (standing.kind === 'status') return statusModal(standing.status);
  if (standing.kind === 'compose') return composeWindow(parts, standing);
  const who = { ...slackUser, personId: standing.personId };
  return connectWindow(parts, orgId, who, standing.network, { viewId, requestId });
}

/** The picture that a request shows: its own, or else the link's. */
function cardPictureUrl(publicUrl: string, request: ShareRequest): string | null {
  const id = request.draft.picture?.id ?? request.draft.preview?.pictureId ?? null;
  return id === null ? null : `${publicUrl}/media/${id}`;
}
