import { z } from '../../../../web/zod.ts';

/** What the pages of offers and open shifts are told by the server. */
const span = {
  ...{ startsAt: z.string(), endsAt: z.string(), zone: z.string() },
  /** On the clock of the location. */
  ...{ localStart: z.string(), localEnd: z.string() },
};

/** What taking something makes of my own week, and of my own pay. */
const effectSchema = z.object({
  minutesBefore: z.number(),
  minutesAfter: z.number(),
  payMinor: z.number().nullable(),
  currency: z.string().nullable(),
  words: z.string(),
});

const offerShiftSchema = z.object({
  ...span,
  assignmentId: z.string(),
  shiftId: z.string(),
  roleName: z.string(),
  locationName: z.string(),
  whole: z.boolean(),
});
export type OfferShift = z.infer<typeof offerShiftSchema>;

export const offerSchema = z.object({
  id: z.string(),
  state: z.enum(['open', 'waiting', 'done', 'withdrawn', 'expired', 'refused']),
  fromName: z.string(),
  gives: offerShiftSchema,
  note: z.string().nullable(),
  expiresAt: z.string(),
  toEveryone: z.boolean(),
  people: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      state: z.enum(['asked', 'declined', 'accepted', 'gone']),
      returns: z.array(offerShiftSchema),
    }),
  ),
  takenBy: z.object({ personId: z.string(), name: z.string() }).nullable(),
  takes: offerShiftSchema.nullable(),
  reason: z.string().nullable(),
  mine: z.boolean(),
  mayAccept: z.boolean(),
  mayDecline: z.boolean(),
  mayWithdraw: z.boolean(),
  mayDecide: z.boolean(),
});
export type Offer = z.infer<typeof offerSchema>;

/** With what each way of accepting makes of my week. */
export const offerDetailSchema = offerSchema.extend({
  effects: z.array(z.object({ returnAssignmentId: z.string().nullable(), effect: effectSchema })),
});
export type OfferDetail = z.infer<typeof offerDetailSchema>;

export const offersSchema = z.object({
  forMe: z.array(offerSchema),
  mine: z.array(offerSchema),
  toDecide: z.array(offerSchema),
});

export type OfferLists = z.infer<typeof offersSchema>;

/** Who could take a shift of mine, or a part of it. */
export const partnersSchema = z.object({
  partners: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      /** Whether they may take it without giving a shift. */
      alone: z.boolean(),
      returns: z.array(offerShiftSchema),
      words: z.string(),
    }),
  ),
  refused: z.array(z.object({ personId: z.string(), name: z.string(), reasons: z.array(z.string()) })),
  deadline: z.string().nullable(),
  /** Why it can't be offered at all. */
  problem: z.string().nullable(),
});
export type Partners = z.infer<typeof partnersSchema>;
export type Partner = Partners['partners'][number];

const openShiftSchema = z.object({
  ...span,
  shiftId: z.string(),
  roleName: z.string(),
  locationName: z.string(),
  missing: z.number(),
  breakMinutes: z.number(),
  /** `asked`: I have claimed it and a scheduler picks; `blocked`: a rule speaks against it. */
  state: z.enum(['open', 'asked', 'blocked']),
  reasons: z.array(z.string()),
  claimId: z.string().nullable(),
  effect: effectSchema,
});
export type OpenShift = z.infer<typeof openShiftSchema>;
export const openShiftsSchema = z.object({ shifts: z.array(openShiftSchema), claims: z.enum(['first', 'picked']) });

const claimSchema = z.object({
  ...span,
  id: z.string(),
  shiftId: z.string(),
  roleName: z.string(),
  locationName: z.string(),
  personName: z.string(),
  askedAt: z.string(),
  words: z.string(),
  reasons: z.array(z.string()),
});
export type Claim = z.infer<typeof claimSchema>;
export const claimsSchema = z.object({ claims: z.array(claimSchema) });

export const claimedSchema = z.object({ state: z.enum(['given', 'asked']) });

/** Why the server refuses an act, beside its sentence. */
export const againstSchema = z.object({ reasons: z.array(z.object({ words: z.string() })) });
