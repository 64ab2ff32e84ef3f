import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call, nothing } from '../../../../web/api.ts';

const root = '/api/schedule/feeds';

const feedSchema = z.object({
  id: z.string(),
  roleId: z.string().nullable(),
  roleName: z.string().nullable(),
  madeAt: z.string(),
  readAt: z.string().nullable(),
});
export type Feed = z.infer<typeof feedSchema>;

const madeSchema = feedSchema.extend({ url: z.string() });
/** With its secret, which is told this once. */
export type MadeFeed = z.infer<typeof madeSchema>;

/** The calendar addresses that I made. */
export const feedsQuery = queryOptions({
  queryKey: ['schedule', 'feeds'],
  queryFn: async ({ signal }) => (await call(z.object({ feeds: z.array(feedSchema) }), 'GET', root, { signal })).feeds,
});

/** A new address for my shifts, or those of a role; the one before leads nowhere from then on. */
export const makeFeed = (roleId: string | null): Promise<MadeFeed> =>
  call(madeSchema, 'POST', root, { body: { roleId } });

export const revokeFeed = (id: string): Promise<unknown> =>
  call(nothing, 'DELETE', `${root}/${encodeURIComponent(id)}` as const);
