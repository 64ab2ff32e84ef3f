import { z } from '@hono/zod-openapi';

/** What a raise of somebody begins with, for whoever may propose one. */
export const raisingShape = z
  .object({
    title: z.string().nullable(),
    /** Ids of the roles that they know. */
    knows: z.array(z.string()),
    /** How many approvals are needed, and who could give one. */
    needed: z.int(),
    approvers: z.array(z.string()),
    /** What to do where there are too few of them; null: there are enough. */
    missing: z.string().nullable(),
    /** The proposal that waits already. */
    waiting: z.object({ id: z.string(), from: z.iso.date() }).nullable(),
  })
  .openapi('Raising');
