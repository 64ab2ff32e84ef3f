import { z } from 'zod';
import type { RingKey } from '../../../platform/vault/index.ts';
import { editPolicies } from '../request.ts';

/** Everything about a share on its way. It names the employee, so it is stored only sealed under a key of its own. */
export const payloadSchema = z.object({
  requestId: z.string(),
  title: z.string(),
  network: z.enum(['bluesky']),
  personId: z.string(),
  slackUserId: z.string(),
  /** The Slack window to tell how it went; null when there is none. */
  viewId: z.string().nullable(),
  text: z.string(),
  /** How far the person may change the text, and the publisher's words that stay. */
  editPolicy: z.enum(editPolicies),
  given: z.string(),
  card: z.object({
    url: z.string(),
    title: z.string(),
    description: z.string(),
    pictureId: z.string().nullable(),
  }),
  picture: z.object({ id: z.string(), alt: z.string() }).nullable(),
  /** Chosen before the first try, so that a lost answer can be looked up at the network. */
  recordKey: z.string(),
  acceptedAt: z.iso.datetime(),
  /** When it is to be posted; null for at once. */
  at: z.iso.datetime().nullable(),
});

export type SharePayload = z.infer<typeof payloadSchema>;

export function sealPayload(key: RingKey, payload: SharePayload): Uint8Array {
  return key.seal(JSON.stringify(payload));
}

/** @throws SealBroken if it was not sealed under this key */
export function openPayload(key: RingKey, sealed: Uint8Array): SharePayload {
  return payloadSchema.parse(JSON.parse(key.openText(sealed)));
}
