import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import type { Span } from '../board/days.ts';
import { type Forecast, forecastSchema } from './contract.ts';
import type { Change } from './draft.ts';

const root = '/api/schedule/forecast';

/** What is forecast for a role in some days, at most 42, beside those who are on shift. */
export const forecastQuery = (roleId: string, { from, to }: Span) =>
  queryOptions({
    queryKey: ['schedule', 'forecast', roleId, from, to],
    queryFn: ({ signal }) =>
      call(forecastSchema, 'GET', `${root}/${encodeURIComponent(roleId)}?from=${from}&to=${to}`, { signal }),
  });

/** Saves numbers. The server refuses when the forecast is another than that of the revision. */
export function saveAmounts(roleId: string, revision: number, changes: readonly Change[]): Promise<Forecast> {
  const body = { revision, changes: changes.map(({ day, half, amount }) => ({ day, half, amount })) };
  return call(forecastSchema, 'PUT', `${root}/${encodeURIComponent(roleId)}`, { body });
}

const measureSchema = z.object({ unit: z.string(), perPerson: z.number(), revision: z.number() });

/** In what the demand of a role is counted, and how much of it one person handles in a half hour. */
export interface Measure {
  readonly unit: string;
  readonly perPerson: number;
}

/** Counts the demand of a role in something else from now on. */
export function saveMeasure(roleId: string, body: Measure): Promise<z.infer<typeof measureSchema>> {
  return call(measureSchema, 'PUT', `${root}/${encodeURIComponent(roleId)}/measure`, { body });
}
