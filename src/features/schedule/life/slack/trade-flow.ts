import { z } from 'zod';
import type { OrgId } from '../../../../platform/db/index.ts';
import type { ActionRequest, Modal, SlackClient, ViewAnswer, ViewRequest } from '../../../../platform/slack/index.ts';
import { claimShift } from '../claims/claims.ts';
import { acceptOffer } from '../offers/accept.ts';
import { declineOffer } from '../offers/decide.ts';
import { effectsOf, showOffers } from '../offers/show.ts';
import { findOffer } from '../offers/store.ts';
import { actAs, asMember, type Said, type SlackParts } from './act-as.ts';
import { myOpenShifts } from './my-trades.ts';
import {
  acceptWindow,
  claimWindow,
  loadingWindow,
  type OfferToAccept,
  readAccept,
  readClaim,
  saidWindow,
} from './trade-windows.ts';

/** With what shows somebody's Home tab as things are now. */
export type TradeParts = SlackParts & {
  refreshHome(client: SlackClient, orgId: OrgId, slackUserId: string): Promise<void>;
};

export const notYours = 'There is nothing here any more, or it is not yours to answer.';

/** Opens a window at once, as a click lives three seconds, and shows in it what is loaded then. */
export async function inWindow(request: ActionRequest, load: () => Promise<Modal>): Promise<object> {
  if (request.triggerId === null || request.stranger) return {};
  const opened = await request.client.openView(request.triggerId, loadingWindow());
  if (opened.ok) await request.client.updateView({ viewId: opened.viewId }, await load());
  return {};
}

/** The time zone that Slack keeps for somebody; null where it does not say, or not in time. */
export async function zoneOfMember(client: SlackClient, slackUserId: string): Promise<string | null> {
  const read = await client.readMember(slackUserId);
  return read.ok ? read.member.timeZone : null;
}

/** "Accept…": what is to be given for it and what follows from it, before anything is done. */
export async function openAccept(parts: TradeParts, request: ActionRequest): Promise<object> {
  const id = z.uuid().safeParse(request.value);
  if (!id.success) return {};
  const { orgId, slackUserId, client } = request;
  return inWindow(request, async () => {
    const found = await asMember(parts, orgId, slackUserId, async (tx, asking): Promise<OfferToAccept | null> => {
      const offer = await findOffer(tx, id.data);
      const [shown] = offer === null ? [] : await showOffers(parts, tx, asking, [offer]);
      if (offer === null || shown === undefined) return null;
      return { offer: shown, effects: await effectsOf(parts, tx, asking, offer) };
    });
    return found === null ? saidWindow(notYours) : acceptWindow(found, await zoneOfMember(client, slackUserId));
  });
}

/** The window is sent: the first who accepts has the shift. */
export async function submitAccept(parts: TradeParts, request: ViewRequest): Promise<ViewAnswer> {
  const wanted = readAccept(request.view.metadata, request.state);
  if (wanted === null) return { ack: { action: 'close' } };
  const said = await actAs(parts, request.orgId, request.slackUserId, async (tx, asking) => {
    const done = await acceptOffer(parts, tx, asking, wanted.offerId, wanted.returnAssignmentId);
    if (done.kind !== 'done') return done;
    const state = (await findOffer(tx, wanted.offerId))?.state;
    return state === 'waiting' ? 'You have accepted it. It waits for approval.' : 'The shift is yours.';
  });
  return answer(parts, request, said);
}

/** "Decline": done at once, as nothing changes by it. */
export async function decline(parts: TradeParts, request: ActionRequest): Promise<object> {
  const id = z.uuid().safeParse(request.value);
  if (!id.success || request.stranger) return {};
  const { orgId, slackUserId, client, responseUrl } = request;
  const after = async () => {
    const { sentence } = await actAs(parts, orgId, slackUserId, async (tx, asking) => {
      const done = await declineOffer(parts, tx, asking, id.data);
      return done.kind === 'done' ? 'You have declined it.' : done;
    });
    // In the Home tab there is nowhere to say it: the offer is not there any more.
    if (responseUrl !== null) await client.respond(responseUrl, { kind: 'ephemeral', text: sentence });
    await parts.refreshHome(client, orgId, slackUserId);
  };
  return { after };
}

/** "Claim…": what follows from it, before anything is done. */
export async function openClaim(parts: TradeParts, request: ActionRequest): Promise<object> {
  const { orgId, slackUserId, client } = request;
  return inWindow(request, async () => {
    const found = await asMember(parts, orgId, slackUserId, (tx, { actor }) => myOpenShifts(parts, tx, actor.personId));
    const shift = found?.shifts.find((one) => one.shiftId === request.value);
    if (found === null || shift === undefined) return saidWindow('This shift is not open any more.');
    if (shift.state === 'asked') return saidWindow('You have asked for it. Whoever makes the schedule decides.');
    if (shift.state === 'blocked') return saidWindow('You can’t take this shift.', shift.reasons);
    return claimWindow(shift, found.claims === 'picked', await zoneOfMember(client, slackUserId));
  });
}

export async function submitClaim(parts: TradeParts, request: ViewRequest): Promise<ViewAnswer> {
  const shiftId = readClaim(request.view.metadata);
  if (shiftId === null) return { ack: { action: 'close' } };
  const said = await actAs(parts, request.orgId, request.slackUserId, async (tx, asking) => {
    const claimed = await claimShift(parts, tx, asking, shiftId);
    if (claimed.kind !== 'claimed') return claimed;
    return claimed.state === 'given'
      ? 'The shift is yours.'
      : 'You have asked for it. Whoever makes the schedule decides.';
  });
  return answer(parts, request, said);
}

/** Says what came of it in place of the window, and shows the Home tab as it is now. */
export function answer(parts: TradeParts, { client, orgId, slackUserId }: ViewRequest, said: Said): ViewAnswer {
  return {
    ack: { action: 'update', view: saidWindow(said.sentence, said.reasons) },
    after: () => parts.refreshHome(client, orgId, slackUserId),
  };
}
