import { z } from '@hono/zod-openapi';

export const time = z.iso.datetime();
export const passkeyShape = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: time,
  lastUsedAt: time.nullable(),
});
/** One's own account, as the API tells it. */
export const accountShape = z.object({
  email: z.object({ address: z.string().nullable(), proved: z.boolean() }),
  password: z.object({ set: z.boolean(), changedAt: time.nullable() }),
  secondFactor: z.object({ required: z.boolean(), code: z.boolean(), recoveryCodesLeft: z.number().int() }),
  passkeys: z.array(passkeyShape),
  identities: z.array(
    z.object({ id: z.string(), provider: z.enum(['oidc', 'slack']), label: z.string(), linkedAt: time }),
  ),
  oidc: z.object({ name: z.string() }).nullable(),
  sessions: z.array(
    z.object({
      ...{ id: z.string(), current: z.boolean(), browser: z.string(), system: z.string() },
      ...{ signedInAt: time, lastSeenAt: time, secondFactor: z.boolean() },
    }),
  ),
  steppedUpUntil: time.nullable(),
});
