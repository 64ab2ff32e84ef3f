import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';
import type { Span } from '../board/days.ts';
import {
  type Forecast,
  forecastSchema,
  headcountSchema,
  headcountTakenSchema,
  type Projection,
  projectionSchema,
} from './contract.ts';
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

/** What is projected, from what, for which days. */
export interface ProjectionWish extends Span {
  readonly weeks: number;
  readonly source: 'forecast' | 'worked';
  /** Whether typed and imported numbers stay. */
  readonly keepTyped: boolean;
}

const project = (roleId: string, wish: ProjectionWish, write: boolean, signal?: AbortSignal): Promise<Projection> => {
  const path = `${root}/${encodeURIComponent(roleId)}/project` as const;
  return call(projectionSchema, 'POST', path, { body: { ...wish, write }, ...(signal ? { signal } : {}) });
};

/** What a projection would write. Its key begins as that of the forecast, so that it is asked again when that changes. */
export const projectionQuery = (roleId: string, wish: ProjectionWish) =>
  queryOptions({
    queryKey: ['schedule', 'forecast', roleId, 'projection', wish],
    queryFn: ({ signal }) => project(roleId, wish, false, signal),
  });

/** Writes what is projected. */
export const writeProjection = (roleId: string, wish: ProjectionWish): Promise<Projection> =>
  project(roleId, wish, true);

/** How many people the shifts of some days should have by the forecast. */
export const headcountQuery = (roleId: string, { from, to }: Span) =>
  queryOptions({
    queryKey: ['schedule', 'forecast', roleId, 'headcount', from, to],
    queryFn: ({ signal }) =>
      call(headcountSchema, 'GET', `${root}/${encodeURIComponent(roleId)}/headcount?from=${from}&to=${to}`, { signal }),
  });

export interface WantedHeadcount {
  readonly shiftId: string;
  readonly headcount: number;
  /** What it was when it was looked at. */
  readonly now: number;
}

/** Gives shifts other headcounts, all of them or none. */
export function takeHeadcount(roleId: string, shifts: readonly WantedHeadcount[]) {
  const path = `${root}/${encodeURIComponent(roleId)}/headcount` as const;
  return call(headcountTakenSchema, 'POST', path, { body: { shifts } });
}
