import { z } from 'zod';
import type { RingKey } from '../../../platform/vault/index.ts';
import { asks, networkNames } from '../../networks/index.ts';
import { editPolicies } from '../request.ts';
import { askWay, type Way } from './way.ts';

const pictureSchema = z.object({ id: z.string(), alt: z.string() });

/** Everything about a share on its way. It names the employee, so it is stored only sealed under a key of its own. */
export const payloadSchema = z.object({
  requestId: z.string(),
  title: z.string(),
  network: z.enum(networkNames),
  personId: z.string(),
  slackUserId: z.string(),
  /** The Slack window to tell how it went; null when there is none. */
  viewId: z.string().nullable(),
  /** The words of the post, or of a comment; empty for a like and a reshare. */
  text: z.string(),
  /** What to do about a post that exists; null for a post of their own. */
  engage: z
    .object({ post: z.string(), ask: z.enum(asks) })
    .nullable()
    .default(null),
  /** How far the person may change the text, and the publisher's words that stay. */
  editPolicy: z.enum(editPolicies),
  given: z.string(),
  /** What stands at the end of the post, whatever the person writes; empty for nothing. */
  disclosure: z.string().default(''),
  card: z.object({
    url: z.string(),
    title: z.string(),
    description: z.string(),
    pictureId: z.string().nullable(),
  }),
  /** The picture of the link's card, where the publisher gave one. */
  picture: pictureSchema.nullable(),
  /** The pictures that the post carries itself. */
  pictures: z.array(pictureSchema).default([]),
  /** The video that the post carries in place of pictures and card, where its network takes it. */
  video: pictureSchema.nullish(),
  /** Chosen before the first try, so that a lost answer can be looked up at the network. */
  recordKey: z.string(),
  /** What the network's connector wants to know at the next try; null before it has said so. */
  memory: z.string().nullable().default(null),
  acceptedAt: z.iso.datetime(),
  /** When it is to be posted; null for at once. */
  at: z.iso.datetime().nullable(),
});

export type SharePayload = z.infer<typeof payloadSchema>;

/** A payload before it is taken on. */
export type WantedShare = Omit<SharePayload, 'recordKey' | 'memory' | 'acceptedAt'>;

/** As what a share is counted. */
export const wayOf = ({ network, engage }: Pick<SharePayload, 'network' | 'engage'>): Way =>
  engage === null ? network : askWay(network, engage.ask);

export function sealPayload(key: RingKey, payload: SharePayload): Uint8Array {
  return key.seal(JSON.stringify(payload));
}

/** @throws SealBroken if it was not sealed under this key */
export function openPayload(key: RingKey, sealed: Uint8Array): SharePayload {
  return payloadSchema.parse(JSON.parse(key.openText(sealed)));
}
