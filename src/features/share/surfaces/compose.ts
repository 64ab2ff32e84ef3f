import type { OrgId } from '../../../platform/db/index.ts';
import type { Modal } from '../../../platform/slack/index.ts';
import { accountLabel, type NetworkName } from '../../networks/index.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { givenFor } from '../mentions.ts';
import { dayOf } from '../outgoing/good-time.ts';
import { checkWords } from '../outgoing/post-text.ts';
import type { ShareParts } from '../parts.ts';
import { networksOf, type ShareRequest, variantsOf } from '../request.ts';
import { filmWords } from '../videos/posted.ts';
import { composerWindow } from './composer-flow.ts';
import { asksModal } from './engage-modal.ts';
import { chooseModal, composeModal, connectModal, statusModal } from './modal.ts';
import type { Standing } from './standing.ts';

/**
 * The form for a standing that allows to share.
 * @param typed what stands in the form by now, for the counter; the publisher's text at first
 */
export function composeWindow(
  parts: ShareParts,
  standing: Extract<Standing, { kind: 'compose' }>,
  typed?: string,
): Modal {
  const { request, network, account, organisation, disclosure, film, linksUrl, link } = standing;
  const connector = parts.networks.describe(network);
  const text = givenFor(network, variantsOf(request.draft, network)[standing.variant] ?? '');
  const words = withDisclosure(typed ?? text, disclosure);
  const check = checkWords({ ...parts, linksUrl, link }, network, words, account.limits);
  return composeModal({
    memory: { requestId: request.id, network },
    networkTitle: connector.title,
    account: accountLabel(network, account.handle),
    text,
    disclosure,
    editPolicy: request.draft.editPolicy,
    remaining: check.remaining,
    limit: check.limit,
    film: filmWords(parts, network, film, account.limits),
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
  const { title, composer } = parts.networks.describe(network);
  const url = await connectUrl(parts, orgId, who, network, goOn);
  const instead = goOn.requestId === null || composer === null ? null : { requestId: goOn.requestId, network };
  return connectModal(title, url, instead);
}

/** A link that leads to the network once, and back to the window. */
export function connectUrl(
  parts: ShareParts,
  orgId: OrgId,
  who: { readonly slackUserId: string; readonly label: string; readonly personId: string },
  network: NetworkName,
  goOn: { readonly viewId: string; readonly requestId: string | null },
): Promise<string> {
  const returnTo = JSON.stringify({ ...goOn, slackUserId: who.slackUserId });
  const request = { personId: who.personId, network, returnTo, slackUserLabel: who.label };
  return parts.db.inOrg(orgId, (tx) => parts.networks.connectLink(tx, request));
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
  if (standing.kind === 'composer') return composerWindow(parts, orgId, standing);
  if (standing.kind === 'choose') return chooseWindow(parts, standing);
  if (standing.kind === 'asks') {
    const { id, draft } = standing.request;
    return asksModal(id, draft.title, draft.engagement.asks, standing.done);
  }
  const who = { ...slackUser, personId: standing.personId };
  return connectWindow(parts, orgId, who, standing.network, { viewId, requestId });
}

/** The picture that a request shows: its own, or else the link's. */
function cardPictureUrl(publicUrl: string, request: ShareRequest): string | null {
  const id = request.draft.picture?.id ?? request.draft.preview?.pictureId ?? null;
  return id === null ? null : `${publicUrl}/media/${id}`;
}

function chooseWindow(parts: ShareParts, { request, done }: Extract<Standing, { kind: 'choose' }>): Modal {
  const networks = networksOf(request.draft).map((network) => ({
    network,
    networkTitle: parts.networks.describe(network).title,
    done: done.includes(network),
  }));
  return chooseModal(request.id, request.draft.title, networks);
}
