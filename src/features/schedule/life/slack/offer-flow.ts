import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { ActionRequest, ViewAnswer, ViewRequest } from '../../../../platform/slack/index.ts';
import { findAssignment } from '../../plan/assigning/store.ts';
import { findShift } from '../../plan/shift-store.ts';
import { makeOffer } from '../offers/make.ts';
import { listPartners } from '../offers/partners.ts';
import { showOfferShift } from '../offers/show-shift.ts';
import { findOffer } from '../offers/store.ts';
import { loadPlaces } from '../places.ts';
import { actAs, asMember } from './act-as.ts';
import { offerWindow, readOffer, type ShiftToOffer } from './offer-window.ts';
import { answer, inWindow, notYours, type TradeParts, zoneOfMember } from './trade-flow.ts';
import { saidWindow } from './trade-windows.ts';

/** "Offer…": who may take a shift of one's own, before anybody is asked. */
export async function openOffer(parts: TradeParts, request: ActionRequest): Promise<object> {
  const id = z.uuid().safeParse(request.value);
  if (!id.success) return {};
  const { orgId, slackUserId, client } = request;
  return inWindow(request, async () => {
    const found = await asMember(parts, orgId, slackUserId, (tx, asking) => shiftToOffer(parts, tx, asking, id.data));
    return found === null ? saidWindow(notYours) : offerWindow(found, await zoneOfMember(client, slackUserId));
  });
}

/** Null where the shift is not there any more, or is somebody else's. */
async function shiftToOffer(
  parts: TradeParts,
  tx: Tx,
  asking: Asking,
  assignmentId: string,
): Promise<ShiftToOffer | null> {
  const listed = await listPartners(parts, tx, asking, { assignmentId });
  const assignment = await findAssignment(tx, assignmentId);
  const shift = assignment && (await findShift(tx, assignment.shiftId));
  if (listed.kind !== 'listed' || !assignment || !shift) return null;
  const gives = showOfferShift(await loadPlaces(parts, tx), shift, assignmentId, assignment);
  return { gives, partners: listed.answer };
}

/** The window is sent: it is offered as on the web, and those who are asked are told. */
export async function submitOffer(parts: TradeParts, request: ViewRequest): Promise<ViewAnswer> {
  const read = readOffer(request.view.metadata, request.state);
  if (read === null) return { ack: { action: 'close' } };
  if (read.kind === 'wrong') return { ack: { action: 'errors', errors: read.errors } };
  const said = await actAs(parts, request.orgId, request.slackUserId, async (tx, asking) => {
    const made = await makeOffer(parts, tx, asking, read.wanted);
    if (made.kind !== 'made') return made;
    const asked = (await findOffer(tx, made.id))?.people.length ?? 0;
    const whom = asked === 1 ? '1 person' : `${asked} people`;
    return `Offered to ${whom}. You work the shift unless you are told that somebody has it.`;
  });
  return answer(parts, request, said);
}
