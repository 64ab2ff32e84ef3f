import { z } from '../../../../web/zod.ts';

const roleSchema = z.enum(['owner', 'admin', 'publisher', 'approver', 'scheduler', 'payroll', 'auditor', 'employee']);
/** Roles as the server knows them, from what a form holds. */
export const rolesSchema = z.array(roleSchema);

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
