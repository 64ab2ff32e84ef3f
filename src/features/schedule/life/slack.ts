import { z } from 'zod';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { Policy } from '../../../platform/policy/index.ts';
import type { ActionRequest, SlackSurface } from '../../../platform/slack/index.ts';
import type { Asking } from '../asking.ts';
import type { ScheduleParts } from '../parts.ts';
import { isDoubleBooking } from '../plan/assigning/store.ts';
import { claimShift } from './claims/claims.ts';
import { acceptOffer } from './offers/accept.ts';
import { declineOffer } from './offers/decide.ts';
import { findOffer } from './offers/store.ts';
import { offerActions } from './offers/tell.ts';
import type { Refusal } from './refusal.ts';

/** What a button to claim an open shift does; its value is the shift's id. */
export const claimAction = 'schedule.claim_shift';

type Parts = ScheduleParts & { readonly policy: Pick<Policy, 'decide'> };
/** What the act came to, in a sentence for whoever pressed. */
type Pressed = (parts: Parts, tx: Tx, asking: Asking, id: string) => Promise<string | Refusal>;

/** The buttons under an offered shift and an open one: they do what the pages do, and say what became of it. */
export function lifeSurface(parts: Parts): SlackSurface {
  const pressing = (act: Pressed) => (request: ActionRequest) => press(parts, request, act);
  return {
    actions: {
      [offerActions.accept]: pressing(accept),
      [offerActions.decline]: pressing(decline),
      [claimAction]: pressing(claim),
    },
  };
}

async function accept(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<string | Refusal> {
  const done = await acceptOffer(parts, tx, asking, id, null);
  if (done.kind !== 'done') return done;
  const state = (await findOffer(tx, id))?.state;
  return state === 'waiting' ? 'You have accepted it. It waits for approval.' : 'The shift is yours.';
}

async function decline(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<string | Refusal> {
  const done = await declineOffer(parts, tx, asking, id);
  return done.kind === 'done' ? 'You have declined it.' : done;
}

async function claim(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<string | Refusal> {
  const claimed = await claimShift(parts, tx, asking, id);
  if (claimed.kind !== 'claimed') return claimed;
  return claimed.state === 'given'
    ? 'The shift is yours.'
    : 'You have asked for it. Whoever makes the schedule decides.';
}

/** Does what a button says as whoever pressed it, after Slack was answered; they alone read what became of it. */
async function press(parts: Parts, request: ActionRequest, act: Pressed): Promise<{ after?: () => Promise<void> }> {
  const id = z.uuid().safeParse(request.value);
  const { responseUrl, orgId, slackUserId, stranger, client, log } = request;
  if (!id.success || stranger) return {};
  const after = async () => {
    const text = await doAs(parts, orgId, slackUserId, (tx, asking) => act(parts, tx, asking, id.data));
    if (responseUrl === null) return;
    const answered = await client.respond(responseUrl, { kind: 'ephemeral', text });
    if (!answered.ok) log.info({ event: 'schedule.slack_not_answered', why: answered.error });
  };
  return { after };
}

const twice = 'You work somewhere else at that time. Nothing was changed.';

async function doAs(
  { db, people, policy }: Parts,
  orgId: OrgId,
  slackUserId: string,
  act: (tx: Tx, asking: Asking) => Promise<string | Refusal>,
): Promise<string> {
  try {
    return await db.inOrg(orgId, async (tx) => {
      const actor = await people.actorForSlack(tx, slackUserId);
      if (actor === null) return 'You don’t belong to this organisation any more.';
      const organisation = { type: 'Organisation', id: orgId, orgId };
      if (!policy.decide({ actor, action: 'schedule.take_part', resource: organisation })) return sentenceOf();
      const allowed: Asking['allowed'] = (action, resource) => policy.decide({ actor, action, resource });
      const said = await act(tx, { actor, orgId, allowed });
      return typeof said === 'string' ? said : sentenceOf(said);
    });
  } catch (error) {
    if (isDoubleBooking(error)) return twice;
    throw error;
  }
}

/** Why nothing came of it, as one text. */
function sentenceOf(refusal: Refusal = { kind: 'absent' }): string {
  if (refusal.kind === 'refused') return [refusal.sentence, ...(refusal.reasons ?? [])].join('\n');
  return 'There is nothing here any more, or it is not yours to answer.';
}
