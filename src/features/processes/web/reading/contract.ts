import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const who = z.object({ id: z.string(), name: z.string() }).nullable();
const state = z.enum(['open', 'late', 'confirmed']);
const kind = z.enum(['one', 'many']);

const askedQuiz = z.object({
  questions: z.array(z.object({ id: z.string(), kind, text: z.string(), answers: z.array(z.string()) })),
  ...{ needed: z.number(), passed: z.boolean(), tries: z.number(), most: z.number().nullable() },
  tryAt: z.string().nullable(),
});
export type AskedQuiz = z.infer<typeof askedQuiz>;

const mine = z.object({
  ...{ state, dueOn: z.string(), askedAt: z.string(), changed: z.string(), before: z.number().nullable() },
  quiz: askedQuiz.nullable(),
  confirmed: z.object({ version: z.number(), at: z.string() }).nullable(),
});
export type Mine = z.infer<typeof mine>;

const quiz = z.object({
  questions: z.array(
    z.object({
      ...{ id: z.string(), kind, text: z.string(), explains: z.string() },
      answers: z.array(z.object({ text: z.string(), right: z.boolean() })),
    }),
  ),
  ...{ passMark: z.number(), tries: z.number().nullable(), waitHours: z.number() },
});
export type Quiz = z.infer<typeof quiz>;

const asking = z.object({
  version: z.number(),
  audience: z.array(
    z.object({ kind: z.enum(['person', 'role', 'department', 'location']), ref: z.string(), name: z.string() }),
  ),
  ...{ dueOn: z.string(), remindEvery: z.number().nullable(), remindUntil: z.string().nullable() },
  quiz: quiz.nullable(),
  ...{ askedAt: z.string(), askedBy: who, endedAt: z.string().nullable() },
  counts: z.object({ asked: z.number(), confirmed: z.number(), late: z.number() }),
  ...{ remindedAt: z.string().nullable(), remindedBy: who, remindAgainAt: z.string().nullable() },
});
export type Asked = z.infer<typeof asking>;

export const readingSchema = z.object({ mine: mine.nullable(), asking: asking.nullable(), mayAsk: z.boolean() });
export type Reading = z.infer<typeof readingSchema>;

export const triedSchema = z.object({
  ...{ passed: z.boolean(), right: z.number(), of: z.number(), needed: z.number(), tryAt: z.string().nullable() },
  questions: z.array(
    z.object({ id: z.string(), isRight: z.boolean(), explains: z.string(), answers: z.array(z.number()).nullable() }),
  ),
});
export type Tried = z.infer<typeof triedSchema>;

const person = z.object({
  ...{ id: z.string(), name: z.string(), state, isAsked: z.boolean() },
  ...{ departments: z.array(z.string()), locations: z.array(z.string()) },
  confirmed: z.object({ version: z.number(), at: z.string(), how: z.enum(['web']) }).nullable(),
  ...{ passed: z.boolean().nullable(), tries: z.number() },
  ...{ toldAt: z.string().nullable(), remindedAt: z.string().nullable() },
});
export type ReadingPerson = z.infer<typeof person>;

const toReadSchema = z.object({
  toRead: z.array(
    z.object({
      ...{ processId: z.string(), title: z.string(), version: z.number(), dueOn: z.string(), late: z.boolean() },
      ...{ questions: z.number(), again: z.boolean() },
    }),
  ),
  confirmed: z.array(
    z.object({ processId: z.string(), title: z.string(), version: z.number(), confirmedAt: z.string() }),
  ),
});
export type ToRead = z.infer<typeof toReadSchema>;

export const readingPath = (id: string) => `/api/processes/${encodeURIComponent(id)}/reading` as const;

/** What is asked of me about a process, and how it stands where I may ask. */
export const readingQuery = (id: string) =>
  queryOptions({
    queryKey: ['processes', id, 'reading'],
    queryFn: ({ signal }) => call(readingSchema, 'GET', readingPath(id), { signal }),
  });

export const readersQuery = (id: string) =>
  queryOptions({
    queryKey: ['processes', id, 'reading', 'people'],
    queryFn: async ({ signal }) =>
      (await call(z.object({ people: z.array(person) }), 'GET', `${readingPath(id)}/people` as const, { signal }))
        .people,
  });

export const toReadQuery = queryOptions({
  queryKey: ['processes', 'to-read'],
  queryFn: ({ signal }) => call(toReadSchema, 'GET', '/api/readings', { signal }),
});

/** Looked at now and then: nothing announces what one person alone is asked. */
export const toReadCountQuery = queryOptions({
  queryKey: ['processes', 'to-read', 'count'],
  queryFn: async ({ signal }) =>
    (await call(z.object({ toRead: z.number() }), 'GET', '/api/readings/count', { signal })).toRead,
  refetchInterval: 300_000,
  staleTime: 60_000,
});
