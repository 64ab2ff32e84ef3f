import { z } from 'zod';
import {
  type FormState,
  input,
  lines,
  type Modal,
  modal,
  mrkdwn,
  option,
  radioButtons,
  section,
} from '../../../../platform/slack/index.ts';
import type { OpenShiftAnswer } from '../claims/shapes.ts';
import type { EffectAnswer, OfferAnswer } from '../offers/shapes.ts';
import { timesWords } from './shift-words.ts';
import { offerLines, placeLines } from './trade-blocks.ts';

export const acceptCallback = 'schedule.accept';
export const claimCallback = 'schedule.claim';
const saidCallback = 'schedule.said';
export const title = 'Your shifts';
const field = { block: 'return', action: 'return' } as const;

/** An offer with what each way of accepting it makes of the reader's week. */
export interface OfferToAccept {
  readonly offer: OfferAnswer;
  readonly effects: readonly { readonly returnAssignmentId: string | null; readonly effect: EffectAnswer }[];
}

/** What travels with the window. */
const acceptMemory = z.object({ offerId: z.uuid(), returnAssignmentId: z.uuid().nullable() });
const claimMemory = z.object({ shiftId: z.uuid() });

/** While the next window is being made. */
export function loadingWindow(): Modal {
  return saidWindow('One moment…');
}

/** A sentence, and under it what else is to be said. */
export function saidWindow(sentence: string, reasons: readonly string[] = []): Modal {
  const more = reasons.map((words) => mrkdwn`• ${words}`);
  return modal({
    ...{ callbackId: saidCallback, title, close: 'Close' },
    blocks: [section(lines(mrkdwn`${sentence}`, ...more))],
  });
}

/** As many as Slack has room for; the web has them all. */
const mostReturns = 10;

/** Asks for what it takes to accept an offer, and says what follows from it. */
export function acceptWindow({ offer, effects }: OfferToAccept, zone: string | null): Modal {
  const [first] = effects;
  if (first === undefined || !offer.mayAccept) return saidWindow('This can’t be accepted any more.');
  const returns = offer.people.flatMap((one) => one.returns);
  const choices = effects.slice(0, mostReturns).map(({ returnAssignmentId, effect }) => {
    const given = returns.find(({ assignmentId }) => assignmentId === returnAssignmentId);
    const words = given === undefined ? 'Nothing' : `${timesWords(given, null)}, ${given.roleName}`;
    return option(returnAssignmentId ?? 'nothing', words, effect.words);
  });
  const isChosen = effects.length > 1;
  return modal({
    ...{ callbackId: acceptCallback, title, close: 'Not now', submit: 'Accept' },
    metadata: JSON.stringify({ offerId: offer.id, returnAssignmentId: isChosen ? null : first.returnAssignmentId }),
    blocks: [
      section(offerLines(offer, zone)),
      isChosen
        ? input({
            ...{ blockId: field.block, label: 'What you give for it' },
            element: radioButtons({ actionId: field.action, options: choices }),
          })
        : section(mrkdwn`${first.effect.words}`),
    ],
  });
}

/** What was accepted, and which shift is given for it; null where the window is none of ours. */
export function readAccept(metadata: string, state: FormState): z.infer<typeof acceptMemory> | null {
  const memory = parsed(acceptMemory, metadata);
  const chosen = z.uuid().safeParse(state[field.block]?.[field.action]);
  return memory && { ...memory, returnAssignmentId: chosen.success ? chosen.data : memory.returnAssignmentId };
}

/** Asks once more before a shift is claimed, with what follows from it. */
export function claimWindow(shift: OpenShiftAnswer, isPicked: boolean, zone: string | null): Modal {
  const picked = isPicked ? [section(mrkdwn`A scheduler picks among all who ask for it.`)] : [];
  return modal({
    ...{ callbackId: claimCallback, title, close: 'Not now', submit: isPicked ? 'Ask for it' : 'Claim' },
    metadata: JSON.stringify({ shiftId: shift.shiftId }),
    blocks: [section(placeLines(shift, zone)), section(mrkdwn`${shift.effect.words}`), ...picked],
  });
}

/** Which shift was claimed. */
export function readClaim(metadata: string): string | null {
  return parsed(claimMemory, metadata)?.shiftId ?? null;
}

/** What travelled with a window; null where it is none of ours. */
export function parsed<T>(schema: z.ZodType<T>, metadata: string): T | null {
  try {
    return schema.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}
