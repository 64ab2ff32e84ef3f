import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { paySchema } from '../contract.ts';

const listed = {
  ...{ id: z.string(), personId: z.string(), name: z.string(), from: z.string() },
  state: z.enum(['open', 'approved', 'in_force', 'declined', 'withdrawn', 'stopped']),
  stoppedWhy: z.enum(['left', 'pay_changed', 'day_taken']).nullable(),
  ...{ approvals: z.number(), needed: z.number(), proposedBy: z.string(), proposedAt: z.string() },
  released: z.boolean(),
};
const listedSchema = z.object({ ...listed, mayApprove: z.boolean(), isMine: z.boolean() });
export type ListedRaise = z.infer<typeof listedSchema>;

const change = z.object({ before: z.string().nullable(), after: z.string().nullable() });
const payChange = z.object({
  roleName: z.string().nullable(),
  ...{ before: paySchema.nullable(), after: paySchema, percent: z.number().nullable() },
});
const roleChange = z.object({ learns: z.array(z.string()), leaves: z.array(z.string()) });
const said = {
  title: change,
  roles: roleChange,
  pay: payChange.extend({ roleId: z.string().nullable() }).nullable(),
  reason: z.string(),
};
/** From what to what, as it is shown. */
export interface ShownTerms {
  readonly title: z.infer<typeof change>;
  readonly roles: z.infer<typeof roleChange>;
  readonly pay: z.infer<typeof payChange> | null;
}

const eventSchema = z.object({
  kind: z.enum([
    'proposed',
    'changed',
    'asked',
    'dropped',
    'approved',
    'declined',
    'withdrawn',
    'in_force',
    'stopped',
    'released',
  ]),
  ...{ by: z.string().nullable(), at: z.string(), words: z.string().nullable() },
  terms: z.object({ from: z.string(), ...said }).nullable(),
});
export type RaiseEvent = z.infer<typeof eventSchema>;

export const raiseSchema = z.object({
  ...{ ...listed, ...said },
  ...{ today: z.string(), currency: z.string(), revision: z.number(), roleIds: z.array(z.string()) },
  knownRoles: z.array(z.object({ id: z.string(), name: z.string() })),
  ...{ approvedBy: z.array(z.string()), waitsFor: z.array(z.string()), missing: z.string().nullable() },
  stale: z.enum(['left', 'pay_changed', 'day_taken']).nullable(),
  outside: z.string().nullable(),
  ...{ releasedBy: z.string().nullable(), releasedAt: z.string().nullable(), hasLetter: z.boolean() },
  timeline: z.array(eventSchema),
  may: z.object({
    ...{ approve: z.boolean(), decline: z.boolean(), withdraw: z.boolean() },
    ...{ change: z.boolean(), release: z.boolean() },
  }),
});
export type Raise = z.infer<typeof raiseSchema>;

export const proposedSchema = z.object({
  id: z.string(),
  missing: z.string().nullable(),
  outside: z.string().nullable(),
});
export type Proposed = z.infer<typeof proposedSchema>;

const toldSchema = z.object({
  ...{ id: z.string(), from: z.string(), state: z.enum(['approved', 'in_force', 'stopped']) },
  ...{ title: change, roles: roleChange, pay: payChange.nullable() },
  ...{ releasedBy: z.string(), releasedAt: z.string(), hasLetter: z.boolean() },
});
export type ToldRaise = z.infer<typeof toldSchema>;

export const letterSchema = z.object({
  ...{ language: z.literal('en'), title: z.string(), organisation: z.string(), day: z.string() },
  ...{ greeting: z.string(), opening: z.string(), closing: z.string(), signed: z.string(), lacks: z.string() },
  facts: z.array(z.object({ label: z.string(), now: z.string(), before: z.string().nullable() })),
});
export type Letter = z.infer<typeof letterSchema>;

export const raisePath = (id: string) => `/api/pay/raises/${encodeURIComponent(id)}` as const;

export const raisesQuery = queryOptions({
  queryKey: ['pay', 'raises'],
  queryFn: ({ signal }) => call(z.object({ raises: z.array(listedSchema) }), 'GET', '/api/pay/raises', { signal }),
});

export const toldQuery = queryOptions({
  queryKey: ['pay', 'told'],
  queryFn: ({ signal }) => call(z.object({ raises: z.array(toldSchema) }), 'GET', '/api/pay/raises/told', { signal }),
});
