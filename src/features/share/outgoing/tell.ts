import type { OrgId } from '../../../platform/db/index.ts';
import type { Modal } from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';
import { pageModal } from '../surfaces/engage-modal.ts';
import { type ShareStatus, statusModal } from '../surfaces/modal.ts';
import { publishHome } from '../surfaces/publish-home.ts';
import type { SharePayload } from './payload.ts';

/** `byHand`: nothing was done, and the person can do it on the post's own page. */
export type Ending =
  | { readonly kind: 'posted'; readonly url: string }
  | { readonly kind: 'failed'; readonly sentence: string }
  | { readonly kind: 'byHand' };

/**
 * Tells the person how their share ended: in the window, if it is still open, and in the Home tab. Never by a message:
 * messages stay, and an export of them would say who shared what. A failure to tell does not fail the share.
 */
export async function tellPerson(parts: ShareParts, orgId: OrgId, share: SharePayload, ending: Ending): Promise<void> {
  const { title: networkTitle } = parts.networks.describe(share.network);
  const outcome = ending.kind === 'byHand' ? { kind: 'failed' as const, sentence: byHand } : ending;
  parts.results.add(share.personId, {
    at: parts.clock.now(),
    title: share.title,
    networkTitle,
    ask: share.engage?.ask ?? null,
    outcome,
  });
  const status: ShareStatus = { ...outcome, networkTitle, ask: share.engage?.ask };
  const window = (ending.kind === 'byHand' ? pageWindow(parts, share) : null) ?? statusModal(status);
  try {
    if (share.viewId !== null) await parts.slack(orgId).updateView({ viewId: share.viewId }, window);
    await publishHome(parts, parts.slack(orgId), orgId, share.slackUserId, [share.recordKey]);
  } catch (error) {
    parts.log.error({ event: 'share.telling_failed' }, error);
  }
}

const byHand = 'Your server could not find the post, so nothing was done. You can do it on the post’s own page.';

/** The way by the post's own page, with the words that were written for it. */
function pageWindow({ networks }: ShareParts, { engage, network, requestId, text }: SharePayload): Modal | null {
  if (engage === null) return null;
  const { title: networkTitle, engagement } = networks.describe(network);
  const { ask, post } = engage;
  const about = { networkTitle, address: engagement.page(post, ask), starters: [], note: byHand, words: text };
  return pageModal({ requestId, ask }, about);
}
