import { z } from '@hono/zod-openapi';
import type { Audience } from './audience.ts';
import { longestText } from './messages.ts';

const kinds = ['person', 'role', 'shift'] as const;

/** One person, all who know a role, or all on shift at a location on a day: the id is of person, role or location. */
const toFields = z.object({
  kind: z.enum(kinds),
  id: z.uuid().toLowerCase(),
  day: z.iso.date().nullable().default(null),
});

function audienceOf({ kind, id, day }: z.infer<typeof toFields>, check: z.RefinementCtx): Audience {
  if (kind === 'shift' && day !== null) return { kind, id, day };
  if (kind !== 'shift' && day === null) return { kind, id, day };
  check.addIssue(kind === 'shift' ? 'Please choose a day.' : 'Only shifts have a day.');
  return z.NEVER;
}

export const audienceQuery = toFields.transform(audienceOf);

/** What a person writes; characters that no text here can hold are left out. */
export const typedText = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'Please write something.')
    .max(most, `That is longer than ${most} characters.`)
    .overwrite((text) => text.replaceAll('\0', ''));

export const wantedMessage = z.strictObject({ to: toFields.transform(audienceOf), text: typedText(longestText) });

export const addressedShape = z
  .object({
    words: z.string(),
    people: z.int(),
    names: z.array(z.string()).describe('The first of them'),
    beyond: z.int().describe('People whom it would be for as well, but whom I do not schedule'),
  })
  .openapi('MessageAudience');

export const messageShape = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    to: z.object({ kind: z.enum(kinds), id: z.string(), day: z.string().nullable(), name: z.string() }),
    text: z.string(),
    people: z.int(),
    opened: z.int().describe('How many have opened it on the web; known for sixty days'),
  })
  .openapi('ScheduleMessage');

export const messageDetail = messageShape
  .extend({
    recipients: z.array(z.object({ personId: z.string(), name: z.string(), openedAt: z.string().nullable() })),
  })
  .openapi('ScheduleMessageDetail');
