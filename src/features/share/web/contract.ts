import { figureSchema } from '../../../web/contract.ts';
import { z } from '../../../web/zod.ts';

export const stateSchema = z.enum(['draft', 'scheduled', 'open', 'ended', 'recalled']);
export type RequestState = z.infer<typeof stateSchema>;

export const editPolicySchema = z.enum(['free', 'add', 'fixed']);
export type EditPolicy = z.infer<typeof editPolicySchema>;

const utmSchema = z.object({
  source: z.string().optional(),
  medium: z.string().optional(),
  campaign: z.string().optional(),
  term: z.string().optional(),
  content: z.string().optional(),
});
export type Utm = z.infer<typeof utmSchema>;

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

export const pictureAnswerSchema = z.object({
  id: z.string(),
  url: z.string(),
  width: z.number(),
  height: z.number(),
  mime: z.string(),
  bytes: z.number(),
});

/** A share request as the server keeps it. A draft may lack everything but its id. */
export const requestSchema = z.object({
  id: z.string(),
  state: stateSchema,
  link: text,
  title: text,
  slackText: text,
  picture: z.object({ id: z.string(), alt: text, url: z.string().nullish() }).nullish(),
  preview: z
    .object({ title: text, description: text, pictureId: z.string().nullish(), pictureUrl: z.string().nullish() })
    .nullish(),
  networks: z.object({ bluesky: z.object({ variants: z.array(z.string()) }).optional() }),
  editPolicy: editPolicySchema,
  utm: utmSchema.nullish(),
  channelId: text,
  channel: z.object({ id: z.string(), name: z.string() }).nullish(),
  sendAt: instant,
  endsAt: instant,
  sentAt: instant,
  createdAt: instant,
  updatedAt: instant,
  endedAt: instant,
  recalledAt: instant,
  slackUrl: z.string().nullish(),
  delivery: z
    .object({
      state: z.enum(['none', 'queued', 'sending', 'sent', 'uncertain', 'failed']),
      problem: z.string().nullish(),
    })
    .nullish(),
});
export type ShareRequest = z.infer<typeof requestSchema>;

export const figuresSchema = z.object({
  awareness: figureSchema,
  shares: figureSchema,
  clicks: z.object({ total: z.number(), unique: z.number(), robots: z.number() }),
  value: figureSchema,
  byDay: z.array(z.object({ day: z.string(), clicks: z.number() })),
  links: z.array(z.object({ network: z.string(), variant: z.number(), url: z.string(), clicks: z.number() })),
});
export type RequestFigures = z.infer<typeof figuresSchema>;

export const requestDetailSchema = requestSchema.extend({ figures: figuresSchema.nullish() });
export type RequestDetail = z.infer<typeof requestDetailSchema>;

export const requestRowSchema = z.object({
  id: z.string(),
  title: text,
  state: stateSchema,
  channel: z.object({ id: z.string(), name: z.string() }).nullish(),
  sendAt: instant,
  endsAt: instant,
  sentAt: instant,
  shares: figureSchema,
  clicks: z.number(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;
export const requestListSchema = z.object({ requests: z.array(requestRowSchema), total: z.number() });

const problemText = z.union([z.string(), z.object({ sentence: z.string() }).transform(({ sentence }) => sentence)]);

/** How a draft will look: Slack's blocks as Slack gets them, and one post per variant. */
export const renderedSchema = z.object({
  slack: z.object({ blocks: z.array(z.record(z.string(), z.unknown())) }),
  networks: z.object({
    bluesky: z
      .array(
        z.object({
          text: z.string(),
          remaining: z.number(),
          limit: z.number(),
          problems: z.array(problemText),
          card: z.object({ url: text, title: text, description: text, pictureUrl: z.string().nullish() }).nullish(),
        }),
      )
      .optional(),
  }),
});
export type Rendered = z.infer<typeof renderedSchema>;
