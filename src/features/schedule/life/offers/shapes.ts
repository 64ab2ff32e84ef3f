import { z } from '@hono/zod-openapi';
import { words } from '../../staff/time-off/shapes.ts';

/** Answers about trades. Instants are ISO UTC, local times `2026-03-02T09:00` on the clock of the shift's location. */

const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Please enter a time such as 2026-03-02T09:00.');

export const spanFields = {
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  localStart: localTime,
  localEnd: localTime,
  zone: z.string(),
};

/** What taking something makes of one's own week, and of one's pay: of one's own rate only. */
export const effectShape = z
  .object({
    /** Of the week of the shift that one gets. */
    minutesBefore: z.int(),
    minutesAfter: z.int(),
    /** More (or less) pay; null where one has no rate of one's own. */
    payMinor: z.int().nullable(),
    currency: z.string().nullable(),
    words: z.string(),
  })
  .openapi('TradeEffect');

export const offerShiftShape = z
  .object({
    ...spanFields,
    assignmentId: z.string(),
    shiftId: z.string(),
    roleId: z.string(),
    roleName: z.string(),
    locationName: z.string(),
    /** All that the person has of the shift, and that is all of the shift. */
    whole: z.boolean(),
  })
  .openapi('OfferShift');

export const offerStates = ['open', 'waiting', 'done', 'withdrawn', 'expired', 'refused'] as const;
/** `gone`: asked, but can't take it any more, as when they have time off then by now. */
export const askedStates = ['asked', 'declined', 'accepted', 'gone'] as const;

export const offerShape = z
  .object({
    id: z.string(),
    /** `waiting`: accepted, and waits for a scheduler's approval. */
    state: z.enum(offerStates),
    fromId: z.string(),
    fromName: z.string(),
    gives: offerShiftShape,
    note: z.string().nullable(),
    expiresAt: z.iso.datetime(),
    toEveryone: z.boolean(),
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        state: z.enum(askedStates),
        /** One of these is taken in return; none: nothing is. */
        returns: z.array(offerShiftShape),
      }),
    ),
    takenBy: z.object({ personId: z.string(), name: z.string() }).nullable(),
    /** What is taken in return. */
    takes: offerShiftShape.nullable(),
    /** Why it ended, where something is to be said. */
    reason: z.string().nullable(),
    mine: z.boolean(),
    mayAccept: z.boolean(),
    mayDecline: z.boolean(),
    mayWithdraw: z.boolean(),
    mayDecide: z.boolean(),
  })
  .openapi('Offer');

export const offerWithEffectsShape = offerShape
  .extend({ effects: z.array(z.object({ returnAssignmentId: z.string().nullable(), effect: effectShape })) })
  .openapi('OfferWithEffects');

export const offersShape = z.object({
  forMe: z.array(offerShape),
  mine: z.array(offerShape),
  toDecide: z.array(offerShape),
});

export const partnersShape = z.object({
  partners: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      /** Whether they may take it without giving anything; else only in return for one of `returns`. */
      alone: z.boolean(),
      returns: z.array(offerShiftShape),
      words: z.string(),
    }),
  ),
  refused: z.array(z.object({ personId: z.string(), name: z.string(), reasons: z.array(z.string()) })),
  /** The last moment at which it can be accepted. */
  deadline: z.iso.datetime().nullable(),
  /** Why it can't be offered at all. */
  problem: z.string().nullable(),
});

export const partQuery = z.object({ from: localTime.optional(), to: localTime.optional() });

const id = z.uuid().toLowerCase();

export const bodies = {
  offer: z.strictObject({
    assignmentId: id,
    /** A part of it, in quarter hours. */
    from: localTime.optional(),
    to: localTime.optional(),
    note: words,
    /** On the clock of the shift's location; the deadline of the organisation unless told, and never later. */
    expiresAt: localTime.optional(),
    everyone: z.boolean().default(false),
    people: z
      .array(z.strictObject({ personId: id, returns: z.array(id).max(50).default([]) }))
      .max(200)
      .default([]),
  }),
  accept: z.strictObject({ returnAssignmentId: id.nullable().default(null) }),
  refuse: z.strictObject({ reason: words }),
};

export type OfferAnswer = z.infer<typeof offerShape>;
export type OfferShiftAnswer = z.infer<typeof offerShiftShape>;
export type EffectAnswer = z.infer<typeof effectShape>;
export type PartnersAnswer = z.infer<typeof partnersShape>;
export type WantedOffer = z.infer<typeof bodies.offer>;
