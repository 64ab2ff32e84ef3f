import { z } from '../../../../web/zod.ts';

const passkeySchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

const identitySchema = z.object({
  id: z.string(),
  provider: z.enum(['oidc', 'slack']),
  label: z.string(),
  linkedAt: z.string(),
});
export type Identity = z.infer<typeof identitySchema>;

const sessionSchema = z.object({
  id: z.string(),
  current: z.boolean(),
  /** Empty where nothing is known. */
  browser: z.string(),
  system: z.string(),
  signedInAt: z.string(),
  lastSeenAt: z.string(),
  secondFactor: z.boolean(),
});
export type DeviceSession = z.infer<typeof sessionSchema>;

/** A person's own account: ways to sign in, second factor, devices. */
export const accountSchema = z.object({
  email: z.object({ address: z.string().nullable(), proved: z.boolean() }),
  password: z.object({ set: z.boolean(), changedAt: z.string().nullable() }),
  secondFactor: z.object({ required: z.boolean(), code: z.boolean(), recoveryCodesLeft: z.number() }),
  passkeys: z.array(passkeySchema),
  identities: z.array(identitySchema),
  /** The organisation's own sign-in that an account can be linked with. */
  oidc: z.object({ name: z.string() }).nullable(),
  sessions: z.array(sessionSchema),
  steppedUpUntil: z.string().nullable(),
});
export type Account = z.infer<typeof accountSchema>;

export const codeSecretSchema = z.object({ secret: z.string(), uri: z.string() });
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
/** Codes come along with the first second factor only. */
export const addedPasskeySchema = z.object({
  passkey: passkeySchema.partial().loose(),
  recoveryCodes: z.array(z.string()).optional(),
});
