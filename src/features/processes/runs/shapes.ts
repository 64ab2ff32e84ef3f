import { z } from '@hono/zod-openapi';
import { stepShape } from '../writing/shapes.ts';

const id = z.uuid();
const who = z.object({ id: z.string(), name: z.string() }).nullable().describe('Null where nobody is known any more');

export const wantedRun = z.strictObject({
  doerId: id.nullable().default(null).describe('Whose it is; null: anybody’s who reads the process'),
  locationId: id.nullable().default(null),
  dueAt: z.iso.datetime().nullable().default(null),
});

/** One step noted. The id is chosen by whoever sends it: sent again, it counts once. */
export const wantedEntry = z.strictObject({
  ...{ id, stepId: id, doneAt: z.iso.datetime() },
  value: z.number().min(-1e9).max(1e9).nullable().default(null),
  choice: z.int().min(0).max(7).nullable().default(null),
  words: z.string().trim().max(1_000, 'That is longer than 1,000 characters.').default(''),
  pictureId: id.nullable().default(null),
});

const entryShape = z.object({
  ...{ id: z.string(), by: who, doneAt: z.string(), arrivedAt: z.string(), value: z.number().nullable() },
  within: z.boolean().nullable().describe('Of a measured value: whether it is within its limits'),
  ...{ choice: z.number().nullable(), words: z.string(), pictureId: z.string().nullable() },
});

export const runListed = z
  .object({
    ...{ id: z.string(), processId: z.string(), title: z.string(), version: z.number() },
    ...{
      startedBy: who,
      doer: who,
      about: who.describe('Whom it is about, where somebody joined or left'),
      doerRole: z.string().nullable().describe('Whose it is where it is nobody’s by name'),
      location: z.string().nullable(),
      startedAt: z.string(),
      dueAt: z.string().nullable(),
    },
    state: z.enum(['open', 'finished', 'stopped']),
    endedAt: z.string().nullable(),
    ...{ done: z.number(), steps: z.number() },
    outside: z.number().describe('How many values were outside their limits'),
    late: z.boolean(),
    mine: z.boolean().describe('Whether it is in your hands'),
    byItself: z.boolean().describe('Whether it began by itself'),
    lateStart: z.number().nullable().describe('How many minutes late it began, where that is to be said'),
  })
  .openapi('ListedRun');

export const runShape = z
  .object({
    ...runListed.shape,
    ...{ stoppedWhy: z.string(), mayStop: z.boolean() },
    names: z.record(z.string(), z.string()),
    items: z.array(
      z.object({
        step: stepShape,
        state: z.enum(['open', 'done', 'later', 'skipped']),
        takenBack: z.number().describe('How often it was noted and taken back'),
        mayDo: z.boolean(),
        mayTakeBack: z.boolean(),
        entry: entryShape.nullable(),
      }),
    ),
  })
  .openapi('ProcessRun');
