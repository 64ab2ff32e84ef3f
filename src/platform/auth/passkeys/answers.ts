import { z } from 'zod';

const bytes = z
  .string()
  .max(20_000)
  .regex(/^[\w-]*$/, 'This is not what a passkey answers.');
const credential = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}).default({}),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).optional(),
});

/** What a browser sends after `navigator.credentials.get` (WebAuthn Level 3, section 5.1), as JSON. */
export const passkeyAnswer = credential.extend({
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;

/** What a browser sends after `navigator.credentials.create`, as JSON. */
export const createdPasskey = credential.extend({
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    authenticatorData: bytes.optional(),
    publicKey: bytes.optional(),
    publicKeyAlgorithm: z.number().int().optional(),
    transports: z.array(z.string().max(30)).max(10).optional(),
  }),
});
export type CreatedPasskey = z.infer<typeof createdPasskey>;
