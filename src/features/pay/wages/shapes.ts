import { z } from '@hono/zod-openapi';
import { lookReasons } from '../../schedule/index.ts';
import { bandAnswer } from '../bands/answer.ts';
import { raisingShape } from '../raises/raising-shape.ts';

/** A currency that there is. */
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'A currency has three letters, such as EUR.')
  .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'There is no such currency.');
/** Ten billion of the smallest unit: no wage is that high, and a slip of the keyboard soon is. */
const minor = z
  .number('Please enter an amount.')
  .int('Please enter a whole amount of the smallest unit.')
  .min(1, 'A wage is more than nothing. To end one, say that it ends.')
  .max(10_000_000_000, 'That is more than anybody earns.');
const weeklyMinutes = z
  .number('Please say how many hours a week it is for.')
  .int('Please enter whole minutes.')
  .min(60, 'A week of work has at least one hour.')
  .max(6_000, 'A week of work has at most 100 hours.');

const amount = { minor, currency };
/** That who enters it knows that it lies outside the band. */
const outsideBand = z.boolean().optional();
/** How somebody is paid, as it is typed. */
export const payShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hourly'), ...amount }),
  z.strictObject({ kind: z.enum(['monthly', 'yearly']), ...amount, weeklyMinutes }),
]);

/** A day on which something about pay begins. */
export const fromDay = z.iso.date('Please enter a day.').refine((day) => day >= '1950-01-01' && day <= '2099-12-31', {
  message: 'Please enter a day between 1950 and 2099.',
});
export const whyText = z
  .string()
  .trim()
  .min(1, 'Please say why: it stands in the history.')
  .max(500, 'That is longer than 500 characters.');

const why = whyText;
const scope = { from: fromDay, roleId: z.uuid().nullable(), why };
/** What is entered: from a day on, for a role or for all. */
export const enteredShape = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('pay'), pay: payShape, ...scope, outsideBand }),
  z.strictObject({ says: z.literal('ends'), ...scope }),
]);
/** What takes the place of an entry; "withdrawn" says that it never held. */
export const correctionShape = z.discriminatedUnion('says', [
  z.strictObject({ says: z.literal('pay'), pay: payShape, ...scope, outsideBand }),
  z.strictObject({ says: z.literal('ends'), ...scope }),
  z.strictObject({ says: z.literal('withdrawn'), why }),
]);

export const lookShape = z.strictObject({ reason: z.enum(lookReasons, 'Please choose why you look.') });

/** How somebody is paid, as it leaves. */
export const shownPay = z.object({
  kind: z.enum(['hourly', 'monthly', 'yearly']),
  minor: z.int(),
  currency: z.string(),
  weeklyMinutes: z.int().nullable(),
});

const entryShape = z
  .object({
    id: z.string(),
    roleId: z.string().nullable(),
    roleName: z.string().nullable(),
    from: z.iso.date(),
    says: z.enum(['pay', 'ends', 'withdrawn']),
    pay: shownPay.nullable(),
    why: z.string(),
    corrects: z.string().nullable(),
    stands: z.enum(['holds', 'waits', 'refused', 'corrected', 'withdrawn']),
    enteredBy: z.string(),
    enteredAt: z.string(),
    /** Who confirmed or refused it, where a second person was asked. */
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    /** Whether who asks may confirm or refuse it. */
    mayDecide: z.boolean(),
  })
  .openapi('WageEntry');

export type EntryAnswer = z.infer<typeof entryShape>;

/** What one person earns. */
export const personPayShape = z
  .object({
    personId: z.string(),
    name: z.string(),
    today: z.iso.date(),
    /** The organisation's, to begin with. */
    currency: z.string(),
    /** Of today: overall first, then by role. */
    current: z.array(z.string()),
    /** What comes later. */
    coming: z.array(z.string()),
    /** Every word, the last first. */
    entries: z.array(entryShape),
    roles: z.array(z.object({ id: z.string(), name: z.string() })),
    mayEnter: z.boolean(),
    /** What a raise can be proposed from; null for whoever may not propose one. */
    raising: raisingShape.nullable(),
    ...bandAnswer,
  })
  .openapi('PersonPay');

export type PersonPayAnswer = z.infer<typeof personPayShape>;

export const ownPayShape = personPayShape.extend({
  looks: z.array(z.object({ at: z.string(), by: z.string(), reason: z.string(), where: z.string() })),
});

export const payPeopleShape = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Null: not for who asks to know. */
      hasWage: z.boolean().nullable(),
      waiting: z.int().nullable(),
    }),
  ),
  /** Whether who asks keeps the pay of the organisation. */
  administers: z.boolean(),
});
