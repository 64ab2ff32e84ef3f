import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

export const accruals = ['none', 'year', 'month'] as const;

export const kindSchema = z.object({
  id: z.string(),
  name: z.string(),
  colour: z.string(),
  accrual: z.enum(accruals),
  minutesAYear: z.number(),
  dayMinutes: z.number(),
  archived: z.boolean(),
});
export type TimeOffKind = z.infer<typeof kindSchema>;

const requestSchema = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  kindId: z.string(),
  /** On the clock on the wall, `2026-03-02T00:00`; the end is not included. */
  from: z.string(),
  to: z.string(),
  minutes: z.number(),
  state: z.enum(['asked', 'approved', 'declined', 'withdrawn']),
  note: z.string().nullable(),
  reason: z.string().nullable(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
});
export type TimeOffRequest = z.infer<typeof requestSchema>;

export const kindsQuery = queryOptions({
  queryKey: ['schedule', 'time-off-kinds'],
  queryFn: async ({ signal }) =>
    (await call(z.object({ kinds: z.array(kindSchema) }), 'GET', '/api/schedule/time-off-kinds', { signal })).kinds,
});

/** Time off of mine, of somebody whom I schedule by their id, or of everybody whom I do. */
export const requestsQuery = (whose: string) =>
  queryOptions({
    queryKey: ['schedule', 'time-off', whose],
    queryFn: async ({ signal }) => {
      const all = '/api/schedule/time-off';
      const path = whose === 'everybody' ? all : (`${all}?person=${encodeURIComponent(whose)}` as const);
      return (await call(z.object({ requests: z.array(requestSchema) }), 'GET', path, { signal })).requests;
    },
  });

/** Null minutes: the kind is not counted. */
const balanceSchema = z.object({
  kindId: z.string(),
  name: z.string(),
  minutes: z.number().nullable(),
  granted: z.number(),
  used: z.number(),
  corrected: z.number(),
  asked: z.number(),
});
export type Balance = z.infer<typeof balanceSchema>;
const balancesSchema = z.object({ balances: z.array(balanceSchema) });

/** How much time off is left: mine (`me`), or that of somebody whom I schedule. */
export const balancesQuery = (whose: string) =>
  queryOptions({
    queryKey: ['schedule', 'balances', whose],
    queryFn: async ({ signal }) => {
      const path = `/api/schedule/people/${encodeURIComponent(whose)}/balances` as const;
      return (await call(balancesSchema, 'GET', path, { signal })).balances;
    },
  });

interface Correction {
  readonly kindId: string;
  readonly minutes: number;
}

/** Corrects what somebody has left. */
export function useCorrection(personId: string): UseMutationResult<unknown, Error, Correction> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Correction) => {
      const path = `/api/schedule/people/${encodeURIComponent(personId)}/balances` as const;
      return call(balancesSchema, 'POST', path, { body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['schedule', 'balances'] }),
  });
}

/** Something that is done about time off. */
export type TimeOffAct =
  | {
      readonly act: 'ask';
      /** `me`, or somebody whom I schedule. */
      readonly personId: string;
      readonly kindId: string;
      readonly from: string;
      readonly to: string;
      readonly note: string;
    }
  | { readonly act: 'approve' | 'decline' | 'withdraw'; readonly id: string; readonly reason: string };

const outcomeSchema = z.object({
  findings: z.array(z.string()),
  /** Shifts that the person has meanwhile. */
  conflicts: z.array(z.object({ shiftId: z.string(), roleName: z.string(), localStart: z.string() })),
});
type Outcome = z.infer<typeof outcomeSchema>;

/** Asks for time off, decides about it, or takes a request back. */
export function useTimeOff(): UseMutationResult<Outcome, Error, TimeOffAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: TimeOffAct) => {
      if (act.act === 'ask') {
        const { act: _, ...body } = act;
        return call(outcomeSchema, 'POST', '/api/schedule/time-off', { body });
      }
      const body = { reason: act.reason };
      return call(outcomeSchema, 'POST', `/api/schedule/time-off/${encodeURIComponent(act.id)}/${act.act}`, { body });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}
