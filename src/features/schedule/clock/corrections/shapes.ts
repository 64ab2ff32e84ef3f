import { z } from '@hono/zod-openapi';
import { entryShape, instant } from '../shapes.ts';
import { correctionKinds, correctionStates } from './correction.ts';

const text = z
  .string()
  .trim()
  .max(500, 'That is longer than 500 characters.')
  // No text in the database holds the character zero; this one is sealed, but it travels into mails.
  .overwrite((words) => words.replaceAll('\0', ''));

/** Why something is corrected: whoever decides, and whoever looks at it in a year, has to know. */
const reason = text.min(1, 'Please say why.');
export const answerBody = z.strictObject({
  reason: text
    .nullable()
    .default(null)
    .transform((words) => (words === '' ? null : words)),
});
export const declineBody = z.strictObject({ reason });

const wholeMinute = z.iso
  .datetime({ offset: true })
  .refine((at) => Date.parse(at) % 60_000 === 0, 'Whole minutes only.');
const span = z.strictObject({ startsAt: wholeMinute, endsAt: wholeMinute });

export const correctionBody = z.strictObject({
  personId: z.union([z.literal('me'), z.uuid().toLowerCase()]).default('me'),
  entryId: z.uuid().toLowerCase().nullable().default(null).describe('Null: something that was not clocked at all'),
  work: span
    .extend({ breaks: z.array(span).max(20, 'At most 20 breaks.').default([]) })
    .nullable()
    .describe('Null: the entry is to go'),
  roleId: z.uuid().toLowerCase().nullable().default(null),
  reason,
});

const work = entryShape.pick({
  ...{ startsAt: true, endsAt: true, localStart: true, localEnd: true, breaks: true },
  ...{ zone: true, breakMinutes: true, workedMinutes: true },
});

export const correctionShape = z
  .object({
    ...{ id: z.string(), personId: z.string(), personName: z.string() },
    entryId: z.string().nullable(),
    kind: z.enum(correctionKinds),
    zone: z.string(),
    wanted: work.describe('What it is to be; of what is to go, what it is'),
    present: work.nullable().describe('What the clock has, where somebody still has to decide'),
    roleName: z.string().nullable(),
    state: z.enum(correctionStates),
    reason: z.string(),
    answer: z.string().nullable(),
    askedBy: z.string(),
    askedAt: instant,
    decidedBy: z.string().nullable(),
    decidedAt: instant.nullable(),
    ...{ mayDecide: z.boolean(), mayWithdraw: z.boolean() },
  })
  .openapi('ClockCorrection');
export type CorrectionAnswer = z.infer<typeof correctionShape>;

export const correctedShape = z.object({
  correction: correctionShape,
  reopened: z.array(z.iso.date()).describe('First days of periods whose approved timesheet is open again'),
});
