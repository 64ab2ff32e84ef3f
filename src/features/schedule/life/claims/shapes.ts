import { z } from '@hono/zod-openapi';
import { effectShape, spanFields } from '../offers/shapes.ts';

/** Answers about open shifts and who claims them. */

const openShiftShape = z
  .object({
    ...spanFields,
    shiftId: z.string(),
    roleId: z.string(),
    roleName: z.string(),
    locationName: z.string(),
    /** Places that nobody has. */
    missing: z.int(),
    breakMinutes: z.int(),
    /** `asked`: claimed by me, and a scheduler picks; `blocked`: a rule speaks against it. */
    state: z.enum(['open', 'asked', 'blocked']),
    reasons: z.array(z.string()),
    claimId: z.string().nullable(),
    effect: effectShape,
  })
  .openapi('OpenShift');

export const openShiftsShape = z.object({ shifts: z.array(openShiftShape), claims: z.enum(['first', 'picked']) });

export const claimedShape = z.object({ state: z.enum(['given', 'asked']), claimId: z.string().nullable() });

const claimShape = z
  .object({
    ...spanFields,
    id: z.string(),
    shiftId: z.string(),
    roleName: z.string(),
    locationName: z.string(),
    personId: z.string(),
    personName: z.string(),
    askedAt: z.iso.datetime(),
    /** Rank and hours of the week. */
    words: z.string(),
    /** Rules that speak against it by now. */
    reasons: z.array(z.string()),
  })
  .openapi('ShiftClaim');

export const claimsShape = z.object({ claims: z.array(claimShape) });

export type OpenShiftAnswer = z.infer<typeof openShiftShape>;
export type ClaimAnswer = z.infer<typeof claimShape>;
