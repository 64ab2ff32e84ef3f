import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { paySchema } from '../contract.ts';

const states = ['draft', 'open', 'submitted', 'closed', 'cancelled'] as const;
const told = {
  ...{ id: z.string(), name: z.string(), from: z.string(), currency: z.string() },
  state: z.enum(states),
};

const cyclesSchema = z.object({
  ...{ today: z.string(), currency: z.string(), keeps: z.boolean() },
  cycles: z.array(z.object({ ...told, people: z.number() })),
  people: z.array(z.object({ id: z.string(), name: z.string(), leads: z.boolean() })),
});
export type Cycles = z.infer<typeof cyclesSchema>;

const range = z.object({ suggested: z.number(), min: z.number(), max: z.number() });
export const zones = ['below', 'lower', 'middle', 'upper', 'above', 'unbanded'] as const;
export type Zone = (typeof zones)[number];
const guidelines = z.object({
  ...{ below: range, lower: range, middle: range, upper: range, above: range, unbanded: range },
});
export type Guidelines = z.infer<typeof guidelines>;

const lineSchema = z.object({
  ...{ personId: z.string(), name: z.string(), title: z.string().nullable(), managerId: z.string().nullable() },
  ...{ version: z.number(), pay: paySchema.nullable(), increase: z.number(), isGoing: z.boolean() },
  year: z.object({ of: z.number(), per: z.number() }).nullable(),
  suggestion: z.object({ zone: z.enum(zones), ...range.shape, minor: z.number() }).nullable(),
  chosen: z
    .object({ minor: z.number(), why: z.string().nullable(), by: z.string(), at: z.string(), thousandths: z.number() })
    .nullable(),
  outside: z.enum(['below', 'above']).nullable(),
  obstacle: z.enum(['left', 'no_wage', 'other_currency', 'day_taken', 'raise_waiting', 'pay_changed']).nullable(),
  raise: z
    .object({
      id: z.string(),
      state: z.enum(['open', 'approved', 'in_force', 'declined', 'withdrawn', 'stopped']),
    })
    .nullable(),
});
export type Line = z.infer<typeof lineSchema>;

export const cycleSchema = z.object({
  ...{ ...told, today: z.string(), keeps: z.boolean(), revision: z.number().nullable(), weeklyMinutes: z.number() },
  ...{ budget: z.number().nullable(), total: z.number(), payroll: z.number(), guidelines: guidelines.nullable() },
  shares: z.array(z.object({ managerId: z.string(), name: z.string(), budget: z.number(), total: z.number() })),
  without: z.array(z.string()),
  overrides: z.array(z.object({ by: z.string(), at: z.string(), words: z.string() })),
  lines: z.array(lineSchema),
  may: z.object({
    ...{ setUp: z.boolean(), open: z.boolean(), choose: z.boolean() },
    ...{ submit: z.boolean(), close: z.boolean(), cancel: z.boolean() },
  }),
});
export type Cycle = z.infer<typeof cycleSchema>;

export const keptSchema = z.object({ id: z.string() });
export const chosenSchema = z.object({
  saved: z.array(z.object({ personId: z.string(), version: z.number() })),
  clashed: z.array(z.string()),
  refused: z.array(z.object({ personId: z.string(), words: z.string() })),
});
export const submittedSchema = z.object({
  proposed: z.number(),
  left: z.array(z.object({ personId: z.string(), name: z.string(), words: z.string() })),
  missing: z.string().nullable(),
});
export type Submitted = z.infer<typeof submittedSchema>;

export const cyclePath = (id: string) => `/api/pay/cycles/${encodeURIComponent(id)}` as const;

export const cyclesQuery = queryOptions({
  queryKey: ['pay', 'cycles'],
  queryFn: ({ signal }) => call(cyclesSchema, 'GET', '/api/pay/cycles', { signal }),
});
