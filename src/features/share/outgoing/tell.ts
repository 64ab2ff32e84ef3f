import type { OrgId } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import { type ShareStatus, statusModal } from '../surfaces/modal.ts';
import { publishHome } from '../surfaces/publish-home.ts';
import type { SharePayload } from './payload.ts';

/**
 * Tells the person how their share ended: in the window, if it is still open, and in the Home tab. Never by a message:
 * messages stay, and an export of them would say who shared what. A failure to tell does not fail the share.
 */
export async function tellPerson(
  parts: ShareParts,
  orgId: OrgId,
  share: SharePayload,
  ending: { readonly kind: 'posted'; readonly url: string } | { readonly kind: 'failed'; readonly sentence: string },
): Promise<void> {
  const { title: networkTitle } = parts.networks.describe(share.network);
  const ask = share.engage?.ask;
  parts.results.add(share.personId, {
    at: parts.clock.now(),
    title: share.title,
    networkTitle,
    ask: share.engage?.ask ?? null,
    outcome: ending.kind === 'posted' ? ending : { kind: 'failed', sentence: ending.sentence },
  });
  const status: ShareStatus =
    ending.kind === 'posted'
      ? { kind: 'posted', networkTitle, url: ending.url, ask }
      : { kind: 'failed', networkTitle, sentence: ending.sentence, ask };
  try {
    if (share.viewId !== null) await parts.slack(orgId).updateView({ viewId: share.viewId }, statusModal(status));
    await publishHome(parts, parts.slack(orgId), orgId, share.slackUserId, [share.recordKey]);
  } catch (error) {
    parts.log.error({ event: 'share.telling_failed' }, error);
  }
}
