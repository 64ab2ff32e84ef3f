import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const colleague = z.object({
  id: z.string(),
  name: z.string(),
  pictureAt: z.string().nullable(),
  details: z
    .object({
      roles: z.array(z.string()),
      departments: z.array(z.string()),
      locations: z.array(z.string()),
      state: z.enum(['active', 'invited', 'deactivated']),
      manager: z.object({ id: z.string(), name: z.string() }).nullable(),
    })
    .nullable(),
});
export type Colleague = z.infer<typeof colleague>;
const colleaguesSchema = z.object({ people: z.array(colleague), total: z.number() });

const box = z.object({
  id: z.string(),
  name: z.string(),
  pictureAt: z.string().nullable(),
  managerId: z.string().nullable(),
});
export type Box = z.infer<typeof box>;

export const peoplePageSize = 50;

/** A page of the directory by words of a name. */
export const peopleQuery = (q: string, page: number) =>
  queryOptions({
    queryKey: ['people', q, page],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(page > 1 ? { page: String(page) } : {}) });
      return call(colleaguesSchema, 'GET', `/api/people?${asked}`, { signal });
    },
  });

/** Who reports to whom, as far as one may know. */
export const chartQuery = queryOptions({
  queryKey: ['people', 'chart'],
  queryFn: async ({ signal }) => {
    const schema = z.object({ people: z.array(box) });
    return (await call(schema, 'GET', '/api/people/chart', { signal })).people;
  },
});
