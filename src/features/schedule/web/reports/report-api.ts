import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { reportSchema } from './report-contract.ts';

export type ReportTable =
  | 'people'
  | 'roles'
  | 'locations'
  | 'fairness'
  | 'filled'
  | 'weekdays'
  | 'coverage'
  | 'changes';

/**
 * The report that is asked for. Not kept up to date by itself: that somebody reads what people cost is recorded, and each
 * entry should be a wish to read it.
 */
export const reportQuery = (asked: string) =>
  queryOptions({
    queryKey: ['reports', asked],
    queryFn: ({ signal }) => call(reportSchema, 'GET', `/api/schedule/reports?${asked}`, { signal }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** Where one of its tables is to be had as a file. */
export const fileOf = (table: ReportTable, asked: string): string =>
  `/api/schedule/reports/file?table=${table}${asked === '' ? '' : `&${asked}`}`;
