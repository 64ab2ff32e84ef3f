import { z } from '../../../../web/zod.ts';

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullish(),
  roles: z.array(z.string()),
  state: z.enum(['active', 'invited', 'deactivated']),
  slack: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;
export const membersSchema = z.object({ members: z.array(memberSchema) });
