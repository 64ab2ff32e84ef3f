import { z } from '../../../../web/zod.ts';

/** What publishing would do: whom it tells what, and what speaks against it. */
export const publishingSchema = z.object({
  revision: z.number(),
  faults: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      shiftId: z.string().nullable(),
      hard: z.boolean(),
      words: z.string(),
    }),
  ),
  tells: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      added: z.number(),
      removed: z.number(),
      moved: z.number(),
    }),
  ),
  /** People who have shifts of which nothing has changed. */
  unchanged: z.number(),
  /** Pay that the changes owe by a rule pack. */
  premiumMinutes: z.number(),
  open: z.number(),
});
export type Publishing = z.infer<typeof publishingSchema>;

const publicationRowSchema = z.object({
  id: z.string(),
  number: z.number(),
  kind: z.enum(['publish', 'trade', 'claim', 'left']),
  by: z.string(),
  at: z.string(),
  why: z.string().nullable(),
  locationId: z.string().nullable(),
  told: z.number(),
  seen: z.number(),
});
export type PublicationRow = z.infer<typeof publicationRowSchema>;
export const publicationsSchema = z.object({ publications: z.array(publicationRowSchema) });

const toldShiftSchema = z.object({
  shiftId: z.string(),
  roleName: z.string(),
  localStart: z.string(),
  localEnd: z.string(),
  premiumMinutes: z.number(),
  seen: z.boolean(),
});
export type ToldShift = z.infer<typeof toldShiftSchema>;

/** A version with who was told what. */
export const publicationSchema = publicationRowSchema.extend({
  people: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      given: z.array(toldShiftSchema),
      ended: z.array(toldShiftSchema),
    }),
  ),
});
