import { z } from '@hono/zod-openapi';
import type { OrgId } from '../../../platform/db/index.ts';
import { asks } from '../../networks/index.ts';
import type { Figure } from '../figures/figure.ts';
import { shownWaiting, waitingShape } from '../pacing/shapes.ts';
import type { Waiting } from '../pacing/waiting.ts';
import { draftSchema, requestStates, type ShareRequest } from '../request.ts';

/** A number, or the word that the group is too small to show it. */
export const figureShape = z.union([z.object({ value: z.number() }), z.object({ fewerThan: z.number() })]);

/** An amount in a currency that the organisation has left since: never added to the others. Minor units. */
export const otherValues = z.array(z.object({ currency: z.string(), value: z.number() }));

const channel = z.object({ id: z.string(), name: z.string() });

export const requestRow = z.object({
  id: z.uuid(),
  title: z.string(),
  asksFor: z.enum(['shares', 'engagement']),
  state: z.enum(requestStates),
  channel: channel.nullable().describe('The first of them'),
  channels: z.array(channel).describe('Every channel that it goes to, its topics’ among them'),
  sendAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  problem: z.string().nullable(),
  waiting: waitingShape.nullable(),
  shares: figureShape,
  clicks: z.number(),
});

export const requestShape = z.object({
  id: z.uuid(),
  state: z.enum(requestStates),
  ...draftSchema.shape,
  picture: z.object({ id: z.string(), alt: z.string(), url: z.string() }).nullable(),
  morePictures: z.array(z.object({ id: z.string(), alt: z.string(), url: z.string() })),
  video: z
    .object({
      ...{ id: z.string(), alt: z.string(), url: z.string() },
      ...{ stillId: z.string().nullable(), stillUrl: z.string().nullable() },
      ...{ bytes: z.int(), seconds: z.number(), width: z.int(), height: z.int() },
    })
    .nullable(),
  preview: z
    .object({
      title: z.string(),
      description: z.string(),
      pictureId: z.string().nullable(),
      pictureUrl: z.string().nullable(),
    })
    .nullable(),
  channel: channel.nullable().describe('The first of them'),
  channels: z.array(channel).describe('Every channel that it goes to, its topics’ among them'),
  sendAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  revision: z.number(),
  waiting: waitingShape.nullable(),
  sendAnyway: z.boolean().describe('Whether quiet time and caps are set aside for it'),
  delivery: z.object({
    state: z.enum(['none', 'queued', 'sending', 'sent', 'uncertain', 'failed']),
    problem: z.string().nullable(),
    channels: z
      .array(
        channel.extend({
          state: z.enum(['queued', 'sending', 'sent', 'uncertain', 'failed', 'removed']),
          problem: z.string().nullable(),
        }),
      )
      .describe('Its messages, one in each channel; none before it goes out'),
  }),
  reminder: z
    .object({
      at: z.string().nullable().describe('When it goes out, or went; null where it has no moment'),
      state: z.enum(['planned', 'sent', 'uncertain', 'failed', 'none']).describe('none where the end came before it'),
      problem: z.string().nullable(),
    })
    .nullable()
    .describe('The reminder to its channels before it ends; null where there is none'),
  figures: z
    .object({
      awareness: figureShape,
      shares: figureShape.describe('Posts made; of an engagement request all that was done'),
      asks: z
        .partialRecord(z.enum(asks), figureShape)
        .nullable()
        .describe('What is asked for about a post, each with its figure; null where posts are asked for'),
      clicks: z.object({ total: z.number(), unique: z.number(), robots: z.number() }),
      value: figureShape,
      currency: z.string(),
      otherValues,
      byDay: z.array(z.object({ day: z.string(), clicks: z.number() })),
      links: z.array(z.object({ network: z.string(), variant: z.number(), url: z.string(), clicks: z.number() })),
    })
    .nullable(),
});

/** Of whatever sends or plans: sets quiet time and caps aside for this one request. */
export const sendAnyway = z
  .boolean()
  .optional()
  .describe('Whether it goes out at its time whatever the quiet time and the caps of its channels');

export const idParam = z.object({ id: z.uuid() });

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** The parts of a request that both the list and the page show. */
export function commonOf(request: ShareRequest) {
  const [first = null] = request.channels;
  return {
    id: request.id,
    state: request.state,
    channel: first,
    channels: [...request.channels],
    sendAt: iso(request.sendAt),
    sentAt: iso(request.sentAt),
    createdAt: request.createdAt.toISOString(),
    updatedAt: request.changedAt.toISOString(),
  };
}

/** A row of the list. */
export function rowOf(
  request: ShareRequest,
  shares: Figure,
  clicks: number,
  waiting: Waiting | null,
): z.infer<typeof requestRow> {
  return {
    ...commonOf(request),
    title: request.draft.title,
    asksFor: request.draft.engagement ? ('engagement' as const) : ('shares' as const),
    endsAt: request.draft.endsAt ?? null,
    problem: request.deliveryProblem,
    waiting: shownWaiting(waiting),
    shares,
    clicks,
  };
}

/** What policies are asked about. */
export const resourceOf = (request: Pick<ShareRequest, 'id'>, orgId: OrgId) =>
  ({ type: 'ShareRequest', id: request.id, orgId }) as const;
