import { z } from '../../../../web/zod.ts';

const places = { departments: z.array(z.string()), locations: z.array(z.string()) };

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullish(),
  roles: z.array(z.string()),
  state: z.enum(['active', 'invited', 'deactivated']),
  slack: z.boolean(),
  ...places,
  /** How far a scheduler's role goes; an empty list limits nothing. */
  reach: z.object(places),
});
export type Member = z.infer<typeof memberSchema>;
export const membersSchema = z.object({ members: z.array(memberSchema), total: z.number() });
