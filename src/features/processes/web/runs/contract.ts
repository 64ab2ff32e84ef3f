import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { stepSchema } from '../contract.ts';

const who = z.object({ id: z.string(), name: z.string() }).nullable();

const listed = z.object({
  ...{ id: z.string(), processId: z.string(), title: z.string(), version: z.number(), startedBy: who, doer: who },
  ...{ location: z.string().nullable(), startedAt: z.string(), dueAt: z.string().nullable() },
  ...{ state: z.enum(['open', 'finished', 'stopped']), endedAt: z.string().nullable() },
  ...{ done: z.number(), steps: z.number(), outside: z.number(), late: z.boolean(), mine: z.boolean() },
  ...{ about: who, doerRole: z.string().nullable(), byItself: z.boolean(), lateStart: z.number().nullable() },
});
export type ListedRun = z.infer<typeof listed>;

const entry = z.object({
  ...{ id: z.string(), by: who, doneAt: z.string(), arrivedAt: z.string(), value: z.number().nullable() },
  ...{
    within: z.boolean().nullable(),
    choice: z.number().nullable(),
    words: z.string(),
    pictureId: z.string().nullable(),
  },
});

const item = z.object({
  step: stepSchema,
  state: z.enum(['open', 'done', 'later', 'skipped']),
  ...{ mayDo: z.boolean(), mayTakeBack: z.boolean(), entry: entry.nullable() },
});
export type RunItem = z.infer<typeof item>;

export const runSchema = z.object({
  ...listed.shape,
  ...{ stoppedWhy: z.string(), mayStop: z.boolean(), names: z.record(z.string(), z.string()), items: z.array(item) },
});
export type Run = z.infer<typeof runSchema>;

export const runPath = (id: string) => `/api/process-runs/${encodeURIComponent(id)}` as const;

export const runsQuery = queryOptions({
  queryKey: ['processes', 'runs'],
  queryFn: async ({ signal }) =>
    (await call(z.object({ runs: z.array(listed) }), 'GET', '/api/process-runs', { signal })).runs,
});

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['processes', 'runs', id],
    queryFn: ({ signal }) => call(runSchema, 'GET', runPath(id), { signal }),
  });
