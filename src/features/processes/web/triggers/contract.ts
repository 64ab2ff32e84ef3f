import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { triggerDoers, triggerKinds } from '../../triggers/trigger.ts';
import { processPath } from '../contract.ts';

const named = z.object({ id: z.string(), name: z.string() });
const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']);

const trigger = z.object({
  ...{ id: z.string(), kind: z.enum(triggerKinds), location: named.nullable(), words: z.string() },
  repeat: z
    .object({ every: z.enum(['day', 'week', 'month']), days: z.array(weekday), day: z.number().nullable() })
    .nullable(),
  ...{ atTime: z.string().nullable(), minutesBefore: z.number(), withinMinutes: z.number().nullable() },
  ...{ doer: z.enum(triggerDoers), doerName: named.nullable(), tellWithout: z.boolean(), paused: z.boolean() },
  next: z.object({ at: z.string().nullable(), local: z.string().nullable(), words: z.string() }),
  last: z
    .object({
      ...{ at: z.string(), state: z.enum(['waiting', 'begun', 'skipped', 'empty']) },
      ...{ words: z.string(), runId: z.string().nullable() },
    })
    .nullable(),
  problem: z.string().nullable(),
});
export type Trigger = z.infer<typeof trigger>;

const alarms = z.object({
  ownerAfter: z.number().nullable(),
  managerAfter: z.number().nullable(),
  stepAfter: z.number().nullable(),
});
export type Alarms = z.infer<typeof alarms>;

export const beginsSchema = z.object({ triggers: z.array(trigger), alarms, mayEdit: z.boolean() });
export type Begins = z.infer<typeof beginsSchema>;

export const triggerPath = (id: string) => `/api/process-triggers/${encodeURIComponent(id)}` as const;
export const beginsKey = (id: string) => ['processes', id, 'triggers'] as const;

/** What begins a process, and who is told of what is late in it. */
export const beginsQuery = (id: string) =>
  queryOptions({
    queryKey: beginsKey(id),
    queryFn: ({ signal }) => call(beginsSchema, 'GET', `${processPath(id)}/triggers` as const, { signal }),
  });
