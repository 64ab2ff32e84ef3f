import { z } from '@hono/zod-openapi';
import { longestBody, mostSteps } from './content.ts';
import { stepKinds } from './step.ts';

const id = z.uuid();
const line = (length: number) => z.string().trim().max(length, `That is longer than ${length} characters.`);

const doer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anyone'), id: z.null() }),
  z.strictObject({ kind: z.enum(['person', 'role']), id }),
]);
const measure = z.strictObject({ unit: line(20), min: z.number().nullable(), max: z.number().nullable() });
const choice = z.strictObject({ label: line(80), next: z.union([id, z.literal('end')]).nullable() });

export const stepShape = z
  .strictObject({
    ...{ id, kind: z.enum(stepKinds), title: line(160), text: z.string().max(4_000), doer },
    minutes: z.int().min(1).max(1_440).nullable(),
    measure: measure.nullable(),
    choices: z.array(choice).max(8, 'More than eight choices nobody can tell apart.'),
  })
  .openapi('ProcessStep');

const title = z.string().trim().min(1, 'Give the process a title.').max(120, 'That is longer than 120 characters.');
const body = z.string().max(longestBody, 'That is more than 50,000 characters. Make two processes of it.');
const steps = z.array(stepShape).max(mostSteps, `A process has ${mostSteps} steps at most. Make two of it.`);

/** What a process says, as it is written. */
export const contentShape = z.strictObject({ title, body, steps });
/** With the revision of the draft that was read; 0 where there is none. */
export const draftShape = z.strictObject({ ...contentShape.shape, revision: z.int().min(0) });

const audienceShape = z.strictObject({ kind: z.enum(['person', 'role', 'department', 'location']), ref: id });

export const accessShape = z.strictObject({
  ownerId: id.nullable(),
  reviewBy: z.iso.date().nullable(),
  confidential: z.boolean(),
  audience: z.array(audienceShape).max(200, 'That is more than this is for. Name a department or a location.'),
});

const named = z.object({ id: z.string(), name: z.string() });
const writer = named.nullable().describe('Null where nobody is known any more');

export const listedShape = z
  .object({
    ...{ id: z.string(), title: z.string(), owner: writer, confidential: z.boolean() },
    limited: z.boolean().describe('Whether it is meant for some only'),
    ...{ reviewBy: z.string().nullable(), archived: z.boolean() },
    published: z.number().nullable().describe('The version that holds'),
    open: z.enum(['draft', 'review']).nullable().describe('What is written on, where you may'),
    ...{ steps: z.number(), minutes: z.number() },
    excerpt: z.string().describe('Around what was searched for; else how it begins'),
  })
  .openapi('ListedProcess');

export const versionShape = z
  .object({
    ...{ number: z.number(), state: z.enum(['draft', 'review', 'published', 'retired']), revision: z.number() },
    ...{ title: z.string(), body: z.string(), steps: z.array(stepShape) },
    ...{ note: z.string(), returnedNote: z.string() },
    ...{ writtenBy: writer, submittedBy: writer, publishedBy: writer },
    ...{ writtenAt: z.string(), publishedAt: z.string().nullable() },
  })
  .openapi('ProcessVersion');

export const processShape = z
  .object({
    ...{ id: z.string(), owner: writer, confidential: z.boolean(), reviewBy: z.string().nullable() },
    archived: z.boolean(),
    audience: z
      .array(z.object({ ...audienceShape.shape, name: z.string() }))
      .nullable()
      .describe('Null where it is not yours to know'),
    // A nullable one would make every version of the description nullable.
    published: z.union([versionShape, z.null()]),
    open: z.union([versionShape, z.null()]),
    names: z.record(z.string(), z.string()).describe('Of the people and roles that its steps are for'),
    may: z.object({ edit: z.boolean(), publish: z.boolean() }),
  })
  .openapi('Process');

export const historyShape = z.object({
  versions: z.array(
    z.object({
      ...{ number: z.number(), state: z.enum(['draft', 'review', 'published', 'retired']), title: z.string() },
      ...{ note: z.string(), publishedBy: writer, publishedAt: z.string().nullable(), writtenAt: z.string() },
    }),
  ),
});

export const choicesShape = z.object({
  ...{ people: z.array(named), roles: z.array(named) },
  ...{ departments: z.array(named), locations: z.array(named) },
});
