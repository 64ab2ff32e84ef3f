import { z } from 'zod';
import {
  type FormState,
  input,
  type Modal,
  modal,
  multiSelect,
  option,
  radioButtons,
  section,
  textInput,
} from '../../../../platform/slack/index.ts';
import { bodies, type OfferShiftAnswer, type PartnersAnswer, type WantedOffer } from '../offers/shapes.ts';
import { placeLines } from './trade-blocks.ts';
import { parsed, saidWindow, title } from './trade-windows.ts';

/** What the button beside a shift of one's own does; its value is the assignment. */
export const offerAction = 'schedule.offer_shift';
export const offerCallback = 'schedule.offer';
const fields = {
  to: { block: 'to', action: 'to' },
  people: { block: 'people', action: 'people' },
  note: { block: 'note', action: 'note' },
} as const;

/** A shift of one's own with who may take it. */
export interface ShiftToOffer {
  readonly gives: OfferShiftAnswer;
  readonly partners: PartnersAnswer;
}

const memory = z.object({ assignmentId: z.uuid() });

/** As many as a menu of Slack has room for; they are the best ranked, and the web has them all. */
const mostPeople = 100;

/** Asks to whom a shift is offered: to everyone who may take it for nothing, or to some of them. */
export function offerWindow({ gives, partners }: ShiftToOffer, zone: string | null): Modal {
  if (partners.problem !== null) return saidWindow(partners.problem);
  const people = partners.partners.filter(({ alone }) => alone);
  if (people.length === 0 && partners.partners.length > 0)
    return saidWindow(
      'Nobody may take it on top of theirs. On the web you can offer it in return for a shift of theirs.',
    );
  if (people.length === 0)
    return saidWindow('There is nobody who may take this shift. Ask whoever makes the schedule.');
  const all =
    people.length === 1 ? 'Everyone who may take it: 1 person' : `Everyone who may take it: ${people.length} people`;
  return modal({
    ...{ callbackId: offerCallback, title, close: 'Not now', submit: 'Offer' },
    metadata: JSON.stringify({ assignmentId: gives.assignmentId }),
    blocks: [
      section(placeLines(gives, zone)),
      input({
        ...{ blockId: fields.to.block, label: 'Offer it to' },
        element: radioButtons({
          ...{ actionId: fields.to.action, initial: 'everyone' },
          options: [option('everyone', all), option('chosen', 'Only the people that I choose below')],
        }),
      }),
      input({
        ...{ blockId: fields.people.block, label: 'People', optional: true },
        hint: 'Whoever accepts first has it. Until then you work the shift.',
        element: multiSelect({
          ...{ actionId: fields.people.action, placeholder: 'Choose people' },
          options: people.slice(0, mostPeople).map(({ personId, name }) => option(personId, name || 'Somebody')),
        }),
      }),
      input({
        ...{ blockId: fields.note.block, label: 'Note', optional: true },
        element: textInput({ actionId: fields.note.action, multiline: true, maxLength: 1_000 }),
      }),
    ],
  });
}

export type ReadOffer =
  | { readonly kind: 'offer'; readonly wanted: WantedOffer }
  /** Sentences by block. */
  | { readonly kind: 'wrong'; readonly errors: Readonly<Record<string, string>> };

/** What was sent with the window; null where it is none of ours. */
export function readOffer(metadata: string, state: FormState): ReadOffer | null {
  const about = parsed(memory, metadata);
  const value = ({ block, action }: (typeof fields)[keyof typeof fields]) => state[block]?.[action] ?? null;
  const [everyone, chosen] = [value(fields.to) !== 'chosen', z.array(z.uuid()).safeParse(value(fields.people) ?? [])];
  if (about === null || !chosen.success) return null;
  const wrong = (sentence: string): ReadOffer => ({ kind: 'wrong', errors: { [fields.people.block]: sentence } });
  if (everyone && chosen.data.length > 0) return wrong('Choose “Only the people” above, or nobody here.');
  if (!everyone && chosen.data.length === 0) return wrong('Choose somebody, or offer it to everyone.');
  const wanted = bodies.offer.safeParse({
    ...{ ...about, everyone, note: value(fields.note) },
    people: chosen.data.map((personId) => ({ personId })),
  });
  return wanted.success ? { kind: 'offer', wanted: wanted.data } : null;
}
