import { z } from '@hono/zod-openapi';
import { dayOfDate, wallOf } from '../calendar/local.ts';

/** Answers of the plan's routes, for schedulers. Instants are ISO UTC, local times `2026-03-02T09:00`, days `2026-03-02`. */

const instant = z.iso.datetime();
const day = z.iso.date();
const localTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

/** Why somebody may not, or should not: each in a sentence. */
export const reasonShape = z.object({ hard: z.boolean(), words: z.string(), overrulable: z.boolean() });
const faultShape = z.object({ hard: z.boolean(), words: z.string() });

export const periodShape = z
  .object({
    /** Null: not opened yet. */
    id: z.string().nullable(),
    firstDay: day,
    days: z.int(),
    revision: z.int(),
    published: z.enum(['none', 'part', 'all']),
    /** Changes that nobody was told of yet. */
    changes: z.int(),
  })
  .openapi('Period');

export const assignmentShape = z
  .object({
    id: z.string(),
    personId: z.string(),
    startsAt: instant,
    endsAt: instant,
    madeBy: z.enum(['hand', 'solver', 'trade', 'claim']),
    pinned: z.boolean(),
    overruledWhy: z.string().nullable(),
    published: z.boolean(),
    faults: z.array(faultShape),
  })
  .openapi('Assignment');

export const shiftShape = z
  .object({
    id: z.string(),
    roleId: z.string(),
    locationId: z.string(),
    day,
    startsAt: instant,
    endsAt: instant,
    localStart: localTime,
    localEnd: localTime,
    zone: z.string(),
    needs: z.int(),
    /** Places that nobody has. */
    missing: z.int(),
    label: z.string().nullable(),
    colour: z.string().nullable(),
    cancelled: z.boolean(),
    importance: z.int().nullable(),
    assignments: z.array(assignmentShape),
  })
  .openapi('PlannedShift');

/** Somebody out of the scheduler's reach has a name only; the figures are null. */
const planPerson = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  minutes: z.int().nullable(),
  /** For as many days as are shown. */
  wantedMinutes: z.int().nullable(),
  weekends: z.int().nullable(),
  nights: z.int().nullable(),
});

/** What is paid in other currencies than the organisation's: never added up with it. */
const otherCosts = z.array(z.object({ currency: z.string(), minor: z.int() }));

export const planShape = z
  .object({
    periods: z.array(periodShape),
    /** Of the periods that are shown, added up. */
    revision: z.int(),
    roles: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        locationId: z.string(),
        departmentId: z.string().nullable(),
        colour: z.string(),
        importance: z.int().nullable(),
      }),
    ),
    locations: z.array(z.object({ id: z.string(), name: z.string(), zone: z.string() })),
    people: z.array(planPerson),
    shifts: z.array(shiftShape),
    unavailable: z.array(
      z.object({
        personId: z.string(),
        startsAt: instant,
        endsAt: instant,
        kind: z.enum(['time_off', 'unavailable']),
        words: z.string(),
      }),
    ),
    totals: z.object({
      minutes: z.int(),
      open: z.int(),
      /** At the usual rates of roles; null where fewer than three people are in it. */
      costMinor: z.int().nullable(),
      currency: z.string(),
      otherCosts,
    }),
    findings: z.array(z.string()),
    /** What would be undone next. */
    undo: z.string().nullable(),
  })
  .openapi('Plan');

const fixShape = z.object({ personId: z.string(), sentence: z.string() });

export const candidatesShape = z.object({
  candidates: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      allowed: z.boolean(),
      reasons: z.array(reasonShape),
      price: z.number(),
    }),
  ),
  fixes: z.array(fixShape),
});

export const assignedShape = z.object({ assignment: assignmentShape, reasons: z.array(reasonShape) });

export const whyShape = z.object({
  sentences: z.array(z.string()),
  others: z.array(z.object({ personId: z.string(), name: z.string(), words: z.string(), price: z.number() })),
});

export const undoneShape = z.object({ words: z.string() });

const placeShape = z.object({ shiftId: z.string(), personId: z.string() });
const sumShape = z.object({ open: z.int(), minutes: z.int(), costMinor: z.int().nullable(), otherCosts });

export const outcomeShape = z.object({
  added: z.array(placeShape),
  removed: z.array(placeShape),
  kept: z.int(),
  missing: z.int(),
  filled: z.int(),
  unfilled: z.array(
    z.object({
      shiftId: z.string(),
      missing: z.int(),
      candidates: z.array(z.object({ personId: z.string(), words: z.string() })),
      fixes: z.array(fixShape),
    }),
  ),
  before: sumShape,
  after: sumShape,
  ended: z.enum(['optimal', 'work', 'time', 'stopped']),
  seed: z.int(),
});

/** Null: nothing known yet, or nothing proven. */
export const progressShape = z.object({
  best: z.number().nullable(),
  bound: z.number().nullable(),
  missing: z.int().nullable(),
  seconds: z.number(),
  limit: z.int(),
});

export const updateShape = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'failed', 'taken', 'dropped']),
    progress: progressShape.nullable(),
    outcome: outcomeShape.nullable(),
    /** Why it failed, and what to do. */
    problem: z.string().nullable(),
    askedAt: instant,
    seed: z.int(),
  })
  .openapi('PlanUpdate');

export const publishingShape = z.object({
  revision: z.int(),
  faults: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      shiftId: z.string().nullable(),
      hard: z.boolean(),
      words: z.string(),
    }),
  ),
  tells: z.array(
    z.object({ personId: z.string(), name: z.string(), added: z.int(), removed: z.int(), moved: z.int() }),
  ),
  /** People who have shifts of which nothing has changed. */
  unchanged: z.int(),
  /** Pay that changes owe by a rule pack. */
  premiumMinutes: z.int(),
  open: z.int(),
});

export const publishedShape = z.object({ publicationId: z.string(), told: z.int() });

const publicationSummary = z.object({
  id: z.string(),
  number: z.int(),
  kind: z.enum(['publish', 'trade', 'claim', 'left']),
  by: z.string(),
  at: instant,
  why: z.string().nullable(),
  locationId: z.string().nullable(),
  told: z.int(),
  seen: z.int(),
});

export const publicationsShape = z.object({ publications: z.array(publicationSummary) });

export const publicationShape = publicationSummary
  .extend({
    people: z.array(
      z.object({
        personId: z.string(),
        name: z.string(),
        /** Shifts that it told of, and those that it took back. */
        given: z.array(toldShift()),
        ended: z.array(toldShift()),
      }),
    ),
  })
  .openapi('Publication');

function toldShift() {
  return z.object({
    shiftId: z.string(),
    roleName: z.string(),
    localStart: localTime,
    localEnd: localTime,
    premiumMinutes: z.int(),
    seen: z.boolean(),
  });
}

export const mineShape = z
  .object({
    shifts: z.array(
      z.object({
        /** Of the published row; `shiftId` is the shift's own. */
        id: z.string(),
        shiftId: z.string(),
        /** What can be offered to others; null where trades are off, the shift has begun or the plan has moved on. */
        assignmentId: z.string().nullable(),
        roleName: z.string(),
        locationName: z.string(),
        startsAt: instant,
        endsAt: instant,
        localStart: localTime,
        localEnd: localTime,
        zone: z.string(),
        breakMinutes: z.int(),
        seen: z.boolean(),
        with: z.array(z.object({ name: z.string() })),
      }),
    ),
    /** Paid hours of these shifts. */
    hours: z.number(),
  })
  .openapi('MyShifts');

export const teamShape = z.object({
  shifts: z.array(
    z.object({
      roleName: z.string(),
      locationName: z.string(),
      localStart: localTime,
      localEnd: localTime,
      startsAt: instant,
      endsAt: instant,
      zone: z.string(),
      people: z.array(z.object({ name: z.string() })),
    }),
  ),
});

/** A day and a local time as they are sent: between 2000 and 2199. */
export const sentDay = day.refine((text) => dayOfDate(text) !== null, 'This is not a day.');
const sentTime = localTime.refine((text) => wallOf(text) !== null, 'This is not a time.');

const mostDays = 62;
const stretch = z.object({ from: sentDay, to: sentDay }).refine(({ from, to }) => {
  const days = (dayOfDate(to) ?? 0) - (dayOfDate(from) ?? 0);
  return days >= 0 && days < mostDays;
}, `Ask for 1 to ${mostDays} days.`);

/** Ids, one after the other with commas between. */
export const idList = z
  .string()
  .transform((text) => text.split(',').filter(Boolean))
  .pipe(z.array(z.uuid()).max(500))
  .optional();

/** What is asked in addresses. */
export const queries = {
  days: stretch,
  plan: stretch.safeExtend({ locations: idList, roles: idList }),
  day: z.object({ day: sentDay }),
  location: z.object({ location: z.uuid().optional() }),
};

/** What is sent to the plan's routes. */
export const bodies = {
  period: z.strictObject({ firstDay: sentDay }),
  assign: z.strictObject({ personId: z.uuid(), overruleWhy: reasonText().optional() }),
  pin: z.strictObject({ pinned: z.boolean() }),
  move: z.strictObject({
    shiftId: z.uuid().optional(),
    personId: z.uuid().optional(),
    overruleWhy: reasonText().optional(),
  }),
  shift: z
    .strictObject({
      needs: z.int().min(0).max(500),
      importance: z.int().min(1).max(1000).nullable(),
      startsAt: sentTime,
      endsAt: sentTime,
    })
    .partial(),
  update: z.strictObject({
    locations: z.array(z.uuid()).max(500).optional(),
    seconds: z.int().min(1).max(240).default(30),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31)
      .optional(),
    /** Whether what people were told may change too; pins stay in any case. */
    changePublished: z.boolean().default(false),
  }),
  publish: z.strictObject({
    location: z.uuid().optional(),
    why: reasonText().optional(),
    despite: z.boolean().default(false),
    /** Of the period when it was looked at; left out: whatever it is now. */
    revision: z.int().optional(),
  }),
  seen: z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }),
};

/** What a person types as the reason of an act, on one line or several. */
function reasonText() {
  return z
    .string()
    .overwrite((text) => text.toWellFormed().replaceAll(/(?![\n\t])\p{Cc}/gu, ''))
    .trim()
    .min(3, 'Say why in a few words.')
    .max(500, 'At most 500 characters fit here.');
}

export type AssignmentAnswer = z.infer<typeof assignmentShape>;
export type ShiftAnswer = z.infer<typeof shiftShape>;
export type PlanAnswer = z.infer<typeof planShape>;
export type PeriodAnswer = z.infer<typeof periodShape>;
export type ReasonAnswer = z.infer<typeof reasonShape>;
export type OutcomeAnswer = z.infer<typeof outcomeShape>;
export type UpdateAnswer = z.infer<typeof updateShape>;
export type PublishingAnswer = z.infer<typeof publishingShape>;
export type MineAnswer = z.infer<typeof mineShape>;
export type TeamAnswer = z.infer<typeof teamShape>;
