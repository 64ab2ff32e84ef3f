import { queryOptions } from '@tanstack/react-query';
import { call, nothing } from '../../../../../web/api.ts';
import type { Day } from '../../../../../web/zoned-time.ts';
import type { Stretch } from '../report-search.ts';
import { type Draft, mappingOf } from './draft.ts';
import { type Payroll, payrollSchema, previewSchema, type Saved, savedSchema } from './payroll-contract.ts';

/** The mappings that are kept, and what a column can hold. */
export const payrollQuery = queryOptions({
  queryKey: ['payroll'],
  queryFn: ({ signal }): Promise<Payroll> => call(payrollSchema, 'GET', '/api/schedule/payroll', { signal }),
  refetchOnWindowFocus: false,
});

/** A stretch by its name, or days. */
export type Days = { readonly stretch: Stretch } | { readonly from: Day; readonly to: Day };

/** The first rows of the file; each time that they are read is recorded. */
export const readPreview = (days: Days, draft: Draft) =>
  call(previewSchema, 'POST', '/api/schedule/payroll/preview', { body: { ...days, mapping: mappingOf(draft) } });

/** Keeps a draft under its name, and gives it as it is kept. */
export function keepDraft(draft: Draft): Promise<Saved> {
  const body = { name: draft.name.trim(), ...mappingOf(draft) };
  if (draft.id === null) return call(savedSchema, 'POST', '/api/schedule/payroll/mappings', { body });
  return call(savedSchema, 'PUT', `/api/schedule/payroll/mappings/${draft.id}`, {
    body: { ...body, revision: draft.revision },
  });
}

export const removeMapping = (id: string): Promise<unknown> =>
  call(nothing, 'DELETE', `/api/schedule/payroll/mappings/${id}`);

/** Where the file is to be had. */
export const payrollFileOf = (id: string, days: Days): string =>
  `/api/schedule/payroll/mappings/${id}/file?${new URLSearchParams(days)}`;
