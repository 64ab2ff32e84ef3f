import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import type { Day } from '../../../../web/zoned-time.ts';
import type { Span } from '../board/days.ts';
import { mineSchema, teamSchema } from './mine-contract.ts';

const root = '/api/schedule';

/** My shifts of a span of days, as they were published. */
export const mineQuery = ({ from, to }: Span) =>
  queryOptions({
    queryKey: ['schedule', 'mine', from, to],
    queryFn: ({ signal }) => call(mineSchema, 'GET', `${root}/mine?from=${from}&to=${to}`, { signal }),
  });

/** Who is on shift on a day. */
export const teamQuery = (day: Day) =>
  queryOptions({
    queryKey: ['schedule', 'team', day],
    queryFn: async ({ signal }) => (await call(teamSchema, 'GET', `${root}/team?day=${day}`, { signal })).shifts,
  });

/** Tells that these shifts were looked at. */
export const markSeen = (ids: readonly string[]): Promise<unknown> =>
  call(nothing, 'POST', `${root}/mine/seen`, { body: { ids } });
