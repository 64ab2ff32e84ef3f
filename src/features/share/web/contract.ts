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

export const pictureAnswerSchema = z.object({ id: z.string(), url: z.string() });

const channelSchema = z.object({ id: z.string(), name: z.string() }).nullable();

export const figuresSchema = z.object({
  awareness: figureSchema,
  shares: figureSchema,
  clicks: z.object({ total: z.number(), unique: z.number(), robots: z.number() }),
  value: figureSchema,
  currency: z.string(),
  byDay: z.array(z.object({ day: z.string(), clicks: z.number() })),
  links: z.array(z.object({ network: z.string(), variant: z.number(), url: z.string(), clicks: z.number() })),
});
export type RequestFigures = z.infer<typeof figuresSchema>;

/** A share request as the server keeps it. A draft may lack nearly everything; figures are null until it is sent. */
export const requestSchema = z.object({
  id: z.string(),
  state: stateSchema,
  link: z.string(),
  title: z.string(),
  slackText: z.string(),
  picture: z.object({ id: z.string(), alt: z.string(), url: z.string() }).nullable(),
  preview: z
    .object({
      title: z.string(),
      description: z.string(),
      pictureId: z.string().nullable(),
      pictureUrl: z.string().nullable(),
    })
    .nullable(),
  networks: z.object({ bluesky: z.object({ variants: z.array(z.string()) }).optional() }),
  editPolicy: editPolicySchema,
  utm: utmSchema,
  channelId: z.string().nullish(),
  channel: channelSchema,
  sendAt: instant,
  endsAt: instant,
  sentAt: instant,
  endedAt: instant,
  createdAt: z.string(),
  delivery: z.object({
    state: z.enum(['none', 'queued', 'sending', 'sent', 'uncertain', 'failed']),
    problem: z.string().nullable(),
  }),
  figures: figuresSchema.nullable(),
});
export type ShareRequest = z.infer<typeof requestSchema>;

export const requestRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: stateSchema,
  channel: channelSchema,
  sendAt: instant,
  endsAt: instant,
  sentAt: instant,
  /** Why Slack didn't take it; null when all is well. */
  problem: z.string().nullish(),
  shares: figureSchema,
  clicks: z.number(),
});
export type RequestRow = z.infer<typeof requestRowSchema>;
export const requestListSchema = z.object({ requests: z.array(requestRowSchema), total: z.number() });

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
          problems: z.array(z.string()),
          card: z.object({
            url: z.string(),
            title: z.string(),
            description: z.string(),
            pictureUrl: z.string().nullable(),
          }),
        }),
      )
      .optional(),
  }),
  /** As long as the tracked link that stands in each post. */
  sampleLink: z.string(),
});
export type Rendered = z.infer<typeof renderedSchema>;
