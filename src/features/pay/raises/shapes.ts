import { z } from '@hono/zod-openapi';
import { lookReasons } from '../../schedule/index.ts';
import { fromDay, payShape, shownPay, whyText } from '../wages/shapes.ts';
import { eventKinds, raiseStates, stopReasons } from './raise.ts';

const title = z
  .string()
  .trim()
  .max(100, 'That is longer than 100 characters.')
  .regex(/^\P{Cc}*$/u, 'Please keep it on one line.')
  .transform((text) => text || null)
  .nullable();

/** What is proposed; what is left out stays as it is. */
export const wantedShape = z.strictObject({
  from: fromDay,
  title: title.optional(),
  roles: z.array(z.uuid()).max(200, 'That is more than this is for.').optional(),
  pay: z.strictObject({ roleId: z.uuid().nullable(), pay: payShape }).nullable(),
  reason: whyText,
});
const revision = z.int().min(1);
export const changeShape = wantedShape.extend({ revision });
export const decisionShape = z.strictObject({ revision });
export const declineShape = z.strictObject({
  revision,
  words: z
    .string()
    .trim()
    .min(1, 'Please say why, so that it can be changed.')
    .max(1_000, 'That is longer than 1,000 characters.'),
});

/**
 * Why somebody reads a proposal. The person finds the reason among the looks at their pay, before anything is released to
 * them: so it is never the one that says what is coming.
 */
const readReasons = z
  .enum(lookReasons, 'Please choose why you look.')
  .exclude(
    ['raise'],
    'The person can read your reason before they are told. Please choose one that does not tell them.',
  );
export const readShape = z.strictObject({ reason: readReasons });

export const proposedShape = z.object({
  id: z.string(),
  /** What to do where too few may approve it; null: there are enough. */
  missing: z.string().nullable(),
  /** That the wage lies outside the band, for who may read bands; it is proposed all the same. */
  outside: z.string().nullable(),
});

const listed = {
  ...{ id: z.string(), personId: z.string(), name: z.string() },
  from: z.iso.date(),
  state: z.enum(raiseStates),
  stoppedWhy: z.enum(stopReasons).nullable(),
  ...{ approvals: z.int(), needed: z.int() },
  ...{ proposedBy: z.string(), proposedAt: z.string() },
  /** Whether the person has been told. */
  released: z.boolean(),
};

/** Proposals without what they say. */
export const listShape = z.object({
  raises: z.array(z.object({ ...listed, mayApprove: z.boolean(), isMine: z.boolean() })),
});

const change = z.object({ before: z.string().nullable(), after: z.string().nullable() });
const payChange = z.object({
  roleId: z.string().nullable(),
  roleName: z.string().nullable(),
  before: shownPay.nullable(),
  after: shownPay,
  /** By how many percent an hour of it is more; null where there is nothing to compare. */
  percent: z.number().nullable(),
});
const roleChange = z.object({ learns: z.array(z.string()), leaves: z.array(z.string()) });
const said = { title: change, roles: roleChange, pay: payChange.nullable(), reason: z.string() };

const eventShape = z.object({
  kind: z.enum(eventKinds),
  /** Who did it, or whose approval it is about; null: it happened by itself. */
  by: z.string().nullable(),
  at: z.string(),
  words: z.string().nullable(),
  /** What was proposed then. */
  terms: z.object({ from: z.iso.date(), ...said }).nullable(),
});

/** A proposal with all that it says. */
export const raiseShape = z
  .object({
    ...{ ...listed, ...said },
    today: z.iso.date(),
    currency: z.string(),
    revision: z.int(),
    /** Ids of the roles that they would know. */
    roleIds: z.array(z.string()),
    knownRoles: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Names of those who have approved it, and of those who still may. */
    ...{ approvedBy: z.array(z.string()), waitsFor: z.array(z.string()) },
    missing: z.string().nullable(),
    /** Why it could not take effect as things are; null: it can. */
    stale: z.enum(stopReasons).nullable(),
    /** While it waits: that the wage lies outside the band, for who may read bands. */
    outside: z.string().nullable(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
    hasLetter: z.boolean(),
    timeline: z.array(eventShape),
    may: z.object({
      ...{ approve: z.boolean(), decline: z.boolean(), withdraw: z.boolean() },
      ...{ change: z.boolean(), release: z.boolean() },
    }),
  })
  .openapi('Raise');
export type RaiseAnswer = z.infer<typeof raiseShape>;

/** What one has been told of. */
export const toldShape = z.object({
  raises: z.array(
    z.object({
      ...{ id: z.string(), from: z.iso.date(), state: z.enum(['approved', 'in_force', 'stopped']) },
      ...{ title: change, roles: roleChange, pay: payChange.omit({ roleId: true }).nullable() },
      ...{ releasedBy: z.string(), releasedAt: z.string(), hasLetter: z.boolean() },
    }),
  ),
});
export type ToldAnswer = z.infer<typeof toldShape>;

export const letterShape = z
  .object({
    language: z.literal('en'),
    ...{ title: z.string(), organisation: z.string(), day: z.string(), greeting: z.string(), opening: z.string() },
    facts: z.array(z.object({ label: z.string(), now: z.string(), before: z.string().nullable() })),
    ...{ closing: z.string(), signed: z.string() },
    /** Characters that the PDF can't show; empty: it can be made. */
    lacks: z.string(),
  })
  .openapi('RaiseLetter');
