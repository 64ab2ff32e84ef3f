import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import { type PlanUpdate, updateSchema } from './update-contract.ts';

const periods = '/api/schedule/periods';
const root = '/api/schedule/updates';
/** The latest first. */
const listSchema = z.object({ updates: z.array(updateSchema) });

/** Whether the server is still at it. */
export function isAtWork(update: PlanUpdate | null | undefined): boolean {
  return update?.state === 'waiting' || update?.state === 'running';
}

/** The period's last update, so that a page that was loaded again shows it. Asked often while it is at work. */
export const latestUpdateQuery = (periodId: string) =>
  queryOptions({
    queryKey: ['schedule', 'update', periodId],
    queryFn: async ({ signal }) => {
      const { updates } = await call(listSchema, 'GET', `${periods}/${periodId}/updates`, { signal });
      return updates[0] ?? null;
    },
    refetchInterval: ({ state }) => (isAtWork(state.data) ? 700 : false),
  });

export interface UpdateWish {
  readonly locations?: readonly string[] | undefined;
  readonly seconds?: number | undefined;
  readonly seed?: number | undefined;
  /** Whether what people were told may change too. */
  readonly changePublished: boolean;
}

export const startUpdate = (periodId: string, wish: UpdateWish): Promise<unknown> =>
  call(nothing, 'POST', `${periods}/${periodId}/updates`, { body: wish });

export type UpdateAct = 'stop' | 'take' | 'drop';

/** Stops it and keeps the best so far; takes its result into the plan; or lets it go. */
export const actOnUpdate = (id: string, act: UpdateAct): Promise<unknown> => {
  if (act === 'stop') return call(nothing, 'POST', `${root}/${id}/stop`);
  return act === 'take' ? call(nothing, 'POST', `${root}/${id}/take`) : call(nothing, 'POST', `${root}/${id}/drop`);
};
