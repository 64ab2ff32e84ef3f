import { figureSchema } from '../../../web/contract.ts';
import { z } from '../../../web/zod.ts';
import { askSchema, networkSchema } from './network.ts';
import { waitingSchema } from './pacing/contract.ts';

export const stateSchema = z.enum(['draft', 'in_review', 'approved', 'scheduled', 'open', 'ended', 'recalled']);
export type RequestState = z.infer<typeof stateSchema>;

export const editPolicySchema = z.enum(['free', 'add', 'fixed']);
export type EditPolicy = z.infer<typeof editPolicySchema>;

export const utmSchema = z.object({
  source: z.string().optional(),
  medium: z.string().optional(),
  campaign: z.string().optional(),
  term: z.string().optional(),
  content: z.string().optional(),
});
export type Utm = z.infer<typeof utmSchema>;

const pictureSchema = z.object({ id: z.string(), alt: z.string(), url: z.string() });

const videoSchema = z.object({
  ...{ id: z.string(), alt: z.string(), url: z.string() },
  ...{ stillId: z.string().nullable(), stillUrl: z.string().nullable() },
  ...{ bytes: z.number(), seconds: z.number(), width: z.number(), height: z.number() },
});

/** What the server says of a video that it has checked. */
export const videoAnswerSchema = z.object({
  ...{ id: z.string(), url: z.string(), bytes: z.number(), seconds: z.number(), width: z.number(), height: z.number() },
});

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const instant = z.string().nullish();

/** What `POST /api/previews` read from the page behind a link. */
export const previewAnswerSchema = z.object({
  preview: z.object({
    url: z.string(),
    title: text,
    description: text,
    siteName: text,
    pictureId: z.string().nullable(),
    pictureUrl: z.string().nullable(),
  }),
});

export const pictureAnswerSchema = z.object({ id: z.string(), url: z.string() });

const channelSchema = z.object({ id: z.string(), name: z.string() }).nullable();

export const figuresSchema = z.object({
  awareness: figureSchema,
  shares: figureSchema,
  /** Of an engagement request: what it asks for, each with its figure. */
  asks: z.partialRecord(askSchema, figureSchema).nullish(),
  clicks: z.object({ total: z.number(), unique: z.number(), robots: z.number() }),
  value: figureSchema,
  currency: z.string(),
  otherValues: z.array(z.object({ currency: z.string(), value: z.number() })),
  byDay: z.array(z.object({ day: z.string(), clicks: z.number() })),
  links: z.array(z.object({ network: z.string(), variant: z.number(), url: z.string(), clicks: z.number() })),
});
export type RequestFigures = z.infer<typeof figuresSchema>;

const engagementSchema = z.object({
  network: networkSchema,
  post: z.string(),
  asks: z.array(askSchema),
  starters: z.array(z.string()).default([]),
  card: z.object({ author: z.string(), text: z.string() }),
});
/** A post that exists and what is asked for about it. */
export type EngagementAnswer = z.infer<typeof engagementSchema>;

/** What `POST /api/posts/read` found at an address. */
export const postAnswerSchema = engagementSchema.pick({ network: true, post: true, card: true });

/** A share request as the server keeps it. A draft may lack nearly everything; figures are null until it is sent. */
export const requestSchema = z.object({
  id: z.string(),
  state: stateSchema,
  link: z.string(),
  title: z.string(),
  slackText: z.string(),
  picture: pictureSchema.nullable(),
  morePictures: z.array(pictureSchema).default([]),
  postsPictures: z.boolean().default(false),
  video: videoSchema.nullish(),
  preview: z
    .object({
      title: z.string(),
      description: z.string(),
      pictureId: z.string().nullable(),
      pictureUrl: z.string().nullable(),
    })
    .nullable(),
  networks: z.partialRecord(networkSchema, z.object({ variants: z.array(z.string()) })),
  /** In place of something to share. */
  engagement: engagementSchema.nullish(),
  disclosed: z.boolean().default(true),
  editPolicy: editPolicySchema,
  utm: utmSchema,
  channelId: z.string().nullish(),
  moreChannelIds: z.array(z.string()).default([]),
  topicIds: z.array(z.string()).default([]),
  campaignId: z.string().nullish(),
  tags: z.array(z.string()).optional(),
  channel: channelSchema,
  channels: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  sendAt: instant,
  endsAt: instant,
  reminderHours: z.number().nullish(),
  sentAt: instant,
  endedAt: instant,
  createdAt: z.string(),
  revision: z.number(),
  /** What holds it back from going out at its time. */
  waiting: waitingSchema.nullish(),
  sendAnyway: z.boolean().optional(),
  delivery: z.object({
    state: z.enum(['none', 'queued', 'sending', 'sent', 'uncertain', 'failed']),
    problem: z.string().nullable(),
  }),
  /** The reminder to its channels; null where there is none. */
  reminder: z
    .object({
      at: z.string().nullable(),
      state: z.enum(['planned', 'sent', 'uncertain', 'failed', 'none']),
      problem: z.string().nullable(),
    })
    .nullish(),
  figures: figuresSchema.nullable(),
});
export type ShareRequest = z.infer<typeof requestSchema>;

export const requestRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  asksFor: z.enum(['shares', 'engagement']).optional(),
  state: stateSchema,
  channel: channelSchema,
  channels: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  sendAt: instant,
  endsAt: instant,
  sentAt: instant,
  /** Why Slack didn't take it; null when all is well. */
  problem: z.string().nullish(),
  waiting: waitingSchema.nullish(),
  shares: figureSchema,
  clicks: z.number(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;
export const requestListSchema = z.object({ requests: z.array(requestRowSchema), total: z.number() });

const renderedPostSchema = z.object({
  /** The words that this was drawn from, without what is posted along with them. */
  words: z.string(),
  text: z.string(),
  remaining: z.number(),
  limit: z.number(),
  problems: z.array(z.string()),
  card: z.object({
    url: z.string(),
    title: z.string(),
    description: z.string(),
    pictureUrl: z.string().nullable(),
  }),
  /** What it carries in place of the card. */
  pictures: z.array(z.object({ url: z.string(), alt: z.string() })),
  /** What it carries in place of both. */
  video: z.object({ url: z.string(), stillUrl: z.string().nullable(), alt: z.string() }).nullish(),
  /** Why the request's video does not go along. */
  videoNote: z.string().nullish(),
});
export type RenderedPost = z.infer<typeof renderedPostSchema>;

/** How a draft will look: Slack's blocks as Slack gets them, and one post for each network and version. */
export const renderedSchema = z.object({
  slack: z.object({ blocks: z.array(z.record(z.string(), z.unknown())) }),
  networks: z.partialRecord(networkSchema, z.array(renderedPostSchema)),
  /** As long as the tracked link that stands in each post. */
  sampleLink: z.string(),
  /** What stands at the end of each post; empty for nothing. */
  disclosure: z.string(),
});
export type Rendered = z.infer<typeof renderedSchema>;

const offeredNetworkSchema = z.object({
  name: networkSchema,
  limits: z.object({
    text: z.number(),
    pictures: z.number(),
    video: z.object({ bytes: z.number(), seconds: z.number(), leastSeconds: z.number() }).nullish(),
  }),
  /** Why nobody connects an account here, as a sentence; null when all is well. */
  unavailable: z.string().nullable(),
  /** The network's own page, on which people post by themselves. */
  composer: z.object({ carriesText: z.boolean(), needsServer: z.boolean() }).nullable(),
});
export type OfferedNetwork = z.infer<typeof offeredNetworkSchema>;

/** What can be composed for, and what this organisation chose last. */
export const networkOfferSchema = z.object({
  /** The largest and longest video that may be uploaded. */
  video: z.object({ bytes: z.number(), seconds: z.number() }).optional(),
  networks: z.array(offeredNetworkSchema),
  lately: z.array(networkSchema),
  hashtags: z.array(z.string()).default([]),
});
export type NetworkOffer = z.infer<typeof networkOfferSchema>;

/** What the organisation's posts say of themselves; empty for nothing. */
export const disclosureSchema = z.object({ words: z.string() });
export type Disclosure = z.infer<typeof disclosureSchema>;
