import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import type { Span } from './days.ts';
import { candidatesSchema, periodsSchema, planSchema, whySchema } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';

const root = '/api/schedule';

/** The period around a day, opened or not. */
export const periodQuery = (day: Day) =>
  queryOptions({
    queryKey: ['schedule', 'period', day],
    queryFn: async ({ signal }) => {
      const { periods } = await call(
        z.object({ periods: periodsSchema }),
        'GET',
        `${root}/periods?from=${day}&to=${day}`,
        { signal },
      );
      return periods[0] ?? null;
    },
  });

/** Who works what in a span of days. */
export const planQuery = ({ from, to }: Span) =>
  queryOptions({
    queryKey: ['schedule', 'plan', from, to],
    queryFn: ({ signal }) => call(planSchema, 'GET', `${root}/plan?from=${from}&to=${to}`, { signal }),
  });

/** Everybody who could take a shift. */
export const candidatesQuery = (shiftId: string) =>
  queryOptions({
    queryKey: ['schedule', 'candidates', shiftId],
    queryFn: ({ signal }) => call(candidatesSchema, 'GET', `${root}/shifts/${shiftId}/candidates`, { signal }),
    staleTime: 0,
  });

/** Why somebody has a shift. */
export const whyQuery = (assignmentId: string) =>
  queryOptions({
    queryKey: ['schedule', 'why', assignmentId],
    queryFn: ({ signal }) => call(whySchema, 'GET', `${root}/assignments/${assignmentId}/why`, { signal }),
    staleTime: 0,
  });

/** Names of departments for the filter; the rest of a department is kept elsewhere. */
export const departmentNamesQuery = queryOptions({
  queryKey: ['departments', 'names'],
  queryFn: async ({ signal }) => {
    const schema = z.object({
      departments: z.array(z.object({ id: z.string(), name: z.string(), archived: z.boolean() })),
    });
    return (await call(schema, 'GET', '/api/departments', { signal })).departments;
  },
  staleTime: 60_000,
});

/** Opens a period: its shifts are written down, so that people can be put on them. */
export const openPeriod = (firstDay: Day): Promise<unknown> =>
  call(nothing, 'POST', `${root}/periods`, { body: { firstDay } });

/** Has an edit done. @param overruleWhy why, when it breaks a rule all the same */
export function sendEdit(edit: Edit, overruleWhy?: string): Promise<unknown> {
  const why = overruleWhy === undefined ? {} : { overruleWhy };
  switch (edit.kind) {
    case 'assign':
      return call(nothing, 'POST', `${root}/shifts/${edit.shiftId}/assignments`, {
        body: { personId: edit.personId, ...why },
      });
    case 'move': {
      const { assignmentId, shiftId, personId } = edit;
      return call(nothing, 'POST', `${root}/assignments/${assignmentId}/move`, {
        body: { shiftId, personId, ...why },
      });
    }
    case 'remove':
      return call(nothing, 'DELETE', `${root}/assignments/${edit.assignmentId}`);
    case 'pin':
      return call(nothing, 'PATCH', `${root}/assignments/${edit.assignmentId}`, { body: { pinned: edit.pinned } });
  }
}

/** Takes the period's last step back. */
export const undoStep = (periodId: string): Promise<{ readonly words: string }> =>
  call(z.object({ words: z.string() }), 'POST', `${root}/periods/${periodId}/undo`);

export interface ShiftChange {
  readonly needs?: number;
  readonly importance?: number | null;
  readonly startsAt?: string;
  readonly endsAt?: string;
}

/** Changes this one shift of its series. */
export const changeShift = (id: string, change: ShiftChange): Promise<unknown> =>
  call(nothing, 'PATCH', `${root}/shifts/${id}`, { body: change });
