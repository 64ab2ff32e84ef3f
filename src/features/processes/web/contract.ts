import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/api.ts';
import { z } from '../../../web/zod.ts';
import { stepKinds } from '../writing/step.ts';

const named = z.object({ id: z.string(), name: z.string() });
export type Named = z.infer<typeof named>;
const state = z.enum(['draft', 'review', 'published', 'retired']);

const doer = z.union([
  z.object({ kind: z.literal('anyone'), id: z.null() }),
  z.object({ kind: z.enum(['person', 'role']), id: z.string() }),
]);
export const stepSchema = z.object({
  ...{ id: z.string(), kind: z.enum(stepKinds), title: z.string(), text: z.string(), doer },
  minutes: z.number().nullable(),
  measure: z.object({ unit: z.string(), min: z.number().nullable(), max: z.number().nullable() }).nullable(),
  choices: z.array(z.object({ label: z.string(), next: z.string().nullable() })),
});

export const versionSchema = z.object({
  ...{ number: z.number(), state, revision: z.number(), title: z.string(), body: z.string() },
  ...{ steps: z.array(stepSchema), note: z.string(), returnedNote: z.string() },
  ...{ writtenBy: named.nullable(), submittedBy: named.nullable(), publishedBy: named.nullable() },
  ...{ writtenAt: z.string(), publishedAt: z.string().nullable() },
});
export type Version = z.infer<typeof versionSchema>;

const audience = z.object({
  kind: z.enum(['person', 'role', 'department', 'location']),
  ref: z.string(),
  name: z.string(),
});
export type Audience = z.infer<typeof audience>;

export const processSchema = z.object({
  ...{ id: z.string(), owner: named.nullable(), confidential: z.boolean(), reviewBy: z.string().nullable() },
  ...{ archived: z.boolean(), audience: z.array(audience).nullable() },
  ...{ published: versionSchema.nullable(), open: versionSchema.nullable(), names: z.record(z.string(), z.string()) },
  may: z.object({ edit: z.boolean(), publish: z.boolean() }),
});
export type Process = z.infer<typeof processSchema>;

const listed = z.object({
  ...{ id: z.string(), title: z.string(), owner: named.nullable(), confidential: z.boolean(), limited: z.boolean() },
  ...{ reviewBy: z.string().nullable(), archived: z.boolean(), published: z.number().nullable() },
  ...{ open: z.enum(['draft', 'review']).nullable(), steps: z.number(), minutes: z.number(), excerpt: z.string() },
});
export type Listed = z.infer<typeof listed>;
const listSchema = z.object({ processes: z.array(listed), mayWrite: z.boolean() });

const historySchema = z.object({
  versions: z.array(
    z.object({
      ...{ number: z.number(), state, title: z.string(), note: z.string() },
      ...{ publishedBy: named.nullable(), publishedAt: z.string().nullable(), writtenAt: z.string() },
    }),
  ),
});
export type Past = z.infer<typeof historySchema>['versions'][number];

const choicesSchema = z.object({
  ...{ people: z.array(named), roles: z.array(named), departments: z.array(named), locations: z.array(named) },
});
export type Choices = z.infer<typeof choicesSchema>;

export const processPath = (id: string) => `/api/processes/${encodeURIComponent(id)}` as const;

/** The processes that are mine to read, in which all the words stand. */
export const processesQuery = (q: string, archived: boolean) =>
  queryOptions({
    queryKey: ['processes', 'list', q, archived],
    queryFn: ({ signal }) =>
      call(listSchema, 'GET', `/api/processes?q=${encodeURIComponent(q)}&archived=${archived}` as const, { signal }),
  });

export const processQuery = (id: string) =>
  queryOptions({
    queryKey: ['processes', id],
    queryFn: ({ signal }) => call(processSchema, 'GET', processPath(id), { signal }),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ['processes', id, 'versions'],
    queryFn: ({ signal }) => call(historySchema, 'GET', `${processPath(id)}/versions` as const, { signal }),
  });

/** What was published stays as it was, so it is read once. */
export const versionQuery = (id: string, number: number) =>
  queryOptions({
    queryKey: ['processes', id, 'version', number],
    queryFn: ({ signal }) =>
      call(versionSchema, 'GET', `${processPath(id)}/version?number=${number}` as const, { signal }),
  });

export const choicesQuery = queryOptions({
  queryKey: ['processes', 'choices'],
  queryFn: ({ signal }) => call(choicesSchema, 'GET', '/api/processes/choices', { signal }),
  staleTime: 60_000,
});
