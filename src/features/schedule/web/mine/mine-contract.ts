import { z } from '../../../../web/zod.ts';

const namesSchema = z.array(z.object({ name: z.string() }));

const myShiftSchema = z.object({
  /** Of what I was told; `shiftId` is the shift's own. */
  id: z.string(),
  shiftId: z.string(),
  /** What I can offer to others; null where I can't. */
  assignmentId: z.string().nullable(),
  roleName: z.string(),
  locationName: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  localStart: z.string(),
  localEnd: z.string(),
  zone: z.string(),
  breakMinutes: z.number(),
  seen: z.boolean(),
  with: namesSchema,
});
export type MyShift = z.infer<typeof myShiftSchema>;

/** My published shifts of some days. */
export const mineSchema = z.object({ shifts: z.array(myShiftSchema), hours: z.number() });

/** Who is on shift on a day, by name. */
export const teamSchema = z.object({
  shifts: z.array(
    z.object({
      roleName: z.string(),
      locationName: z.string(),
      startsAt: z.string(),
      endsAt: z.string(),
      localStart: z.string(),
      localEnd: z.string(),
      zone: z.string(),
      people: namesSchema,
    }),
  ),
});
export type TeamShift = z.infer<typeof teamSchema>['shifts'][number];
