import { z } from '@hono/zod-openapi';
import { raiseStates } from '../raises/raise.ts';
import { currency, fromDay, shownPay } from '../wages/shapes.ts';
import { cycleStates, moves, obstacles } from './cycle.ts';
import { zones } from './guideline.ts';

const budget = z
  .number('Please enter an amount.')
  .int('Please enter a whole amount of the smallest unit.')
  .min(0, 'A budget is not less than nothing.')
  .max(1_000_000_000_000_000, 'That is more than there is.');
const thousandths = z
  .number('Please enter a percentage.')
  .int('Please enter tenths of a percent.')
  .min(0, 'A raise is not less than nothing.')
  .max(1_000, 'That is more than twice as much.');
const guideline = z
  .strictObject({ suggested: thousandths, min: thousandths, max: thousandths })
  .refine(({ suggested, min }) => min <= suggested, { path: ['suggested'], message: 'This is below its range.' })
  .refine(({ suggested, max }) => suggested <= max, { path: ['suggested'], message: 'This is above its range.' });
const guidelines = z.strictObject({
  ...{ below: guideline, lower: guideline, middle: guideline },
  ...{ upper: guideline, above: guideline, unbanded: guideline },
} satisfies Record<(typeof zones)[number], typeof guideline>);

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `That is longer than ${most} characters.`)
    .regex(/^\P{Cc}*$/u, 'Please keep it on one line.');

/** How a cycle is set up. Amounts are for a year, percentages are tenths of a percent. */
export const wantedCycle = z.strictObject({
  name: line(100).min(1, 'Please give it a name.'),
  from: fromDay,
  ...{ budget, currency, guidelines },
  /** For so much work a week somebody who is paid by the hour is reckoned with. */
  weeklyMinutes: z
    .number('Please say how many hours a week.')
    .int('Please enter whole minutes.')
    .min(60, 'A week of work has at least one hour.')
    .max(6_000, 'A week of work has at most 100 hours.'),
  /** What managers have of it. */
  shares: z.array(z.strictObject({ managerId: z.uuid(), budget })).max(500, 'That is more than this is for.'),
  /** Who is not in it; everybody else who works here is. */
  without: z.array(z.uuid()).max(10_000, 'That is more than this is for.'),
});
export type WantedCycle = z.infer<typeof wantedCycle>;
const revision = z.int().min(1);
export const changedCycle = wantedCycle.extend({ revision });
export const moveShape = z.strictObject({ to: z.enum(moves), revision });

/** What is chosen; null: nothing any more. The version is that of what was read. */
export const choicesShape = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        personId: z.uuid(),
        version: z.int().min(1),
        minor: z.int('Please enter a whole amount of the smallest unit.').min(1).max(10_000_000_000).nullable(),
        why: line(500)
          .transform((text) => text || null)
          .nullable(),
      }),
    )
    .min(1, 'There is nothing to keep.')
    .max(1_000, 'Please send at most 1,000 at a time.'),
});
export type WantedChoice = z.infer<typeof choicesShape>['lines'][number];

/** Lines are kept one by one: what can't be says why, and nothing of somebody else's is written over. */
export const chosenShape = z.object({
  saved: z.array(z.object({ personId: z.string(), version: z.int() })),
  /** Somebody else has chosen since this was read. */
  clashed: z.array(z.string()),
  refused: z.array(z.object({ personId: z.string(), words: z.string() })),
});
export type ChosenAnswer = z.infer<typeof chosenShape>;

export const submissionShape = z.strictObject({
  revision,
  /** Why more than the budget is spent. */
  overBudget: line(500).min(1, 'Please say why.').optional(),
});
export const submittedShape = z.object({
  proposed: z.int(),
  /** Who was left out, and why: their lines can be put right and submitted again. */
  left: z.array(z.object({ personId: z.string(), name: z.string(), words: z.string() })),
  /** What to do where too few may approve; null: there are enough. */
  missing: z.string().nullable(),
});
export type SubmittedAnswer = z.infer<typeof submittedShape>;

const told = {
  ...{ id: z.string(), name: z.string(), from: z.iso.date(), currency: z.string() },
  state: z.enum(cycleStates),
};

export const cyclesShape = z.object({
  today: z.iso.date(),
  /** The organisation's, to begin with. */
  currency: z.string(),
  /** Whether who asks keeps pay. */
  keeps: z.boolean(),
  /** The last first; without what is in them. */
  cycles: z.array(z.object({ ...told, people: z.int() })),
  /** Who can be in one, for who keeps pay. */
  people: z.array(z.object({ id: z.string(), name: z.string(), leads: z.boolean() })),
});

const suggestion = z.object({
  zone: z.enum(zones),
  ...{ suggested: z.int(), min: z.int(), max: z.int() },
  minor: z.int(),
});

const lineShape = z.object({
  ...{ personId: z.string(), name: z.string(), title: z.string().nullable() },
  /** Whom they report to. */
  managerId: z.string().nullable(),
  version: z.int(),
  pay: shownPay.nullable(),
  /** A year of it costs the amount times `of` over `per`, half up. */
  year: z.object({ of: z.number(), per: z.number() }).nullable(),
  suggestion: suggestion.nullable(),
  chosen: z
    .object({ minor: z.int(), why: z.string().nullable(), by: z.string(), at: z.string(), thousandths: z.int() })
    .nullable(),
  /** What it costs more in a year. */
  increase: z.int(),
  outside: z.enum(['below', 'above']).nullable(),
  obstacle: z.enum(obstacles).nullable(),
  /** It is submitted, and about to be a proposal. */
  isGoing: z.boolean(),
  raise: z.object({ id: z.string(), state: z.enum(raiseStates) }).nullable(),
});

/** A cycle with the lines that who asks may see; every sum is of these. */
export const gridShape = z
  .object({
    ...{ ...told, today: z.iso.date(), keeps: z.boolean(), revision: z.int().nullable() },
    weeklyMinutes: z.int(),
    /** Of the whole for who keeps pay, of their share for managers; null: none. */
    budget: z.int().nullable(),
    total: z.int(),
    /** What those who can get a raise cost in a year without it. */
    payroll: z.int(),
    guidelines: guidelines.nullable(),
    shares: z.array(z.object({ managerId: z.string(), name: z.string(), budget: z.int(), total: z.int() })),
    without: z.array(z.string()),
    overrides: z.array(z.object({ by: z.string(), at: z.string(), words: z.string() })),
    lines: z.array(lineShape),
    may: z.object({
      ...{ setUp: z.boolean(), open: z.boolean(), choose: z.boolean() },
      ...{ submit: z.boolean(), close: z.boolean(), cancel: z.boolean() },
    }),
  })
  .openapi('PayCycle');
export type GridAnswer = z.infer<typeof gridShape>;
