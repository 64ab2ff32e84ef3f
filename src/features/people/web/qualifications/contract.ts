import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const qualification = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  expires: z.boolean(),
  archived: z.boolean(),
});
export type Qualification = z.infer<typeof qualification>;

const held = z.object({ qualificationId: z.string(), expiresOn: z.string().nullable() });
export type Held = z.infer<typeof held>;
export const heldListSchema = z.object({ held: z.array(held) });

const holder = z.object({ id: z.string(), name: z.string(), expiresOn: z.string().nullable() });

/** The organisation's qualifications, archived ones last, and one's own. */
export const qualificationsQuery = queryOptions({
  queryKey: ['qualifications'],
  queryFn: ({ signal }) => {
    const schema = z.object({ qualifications: z.array(qualification), mine: z.array(held) });
    return call(schema, 'GET', '/api/qualifications', { signal });
  },
});

export const holdersQuery = (id: string) =>
  queryOptions({
    queryKey: ['qualifications', id, 'holders'],
    queryFn: async ({ signal }) => {
      const schema = z.object({ holders: z.array(holder) });
      const path = `/api/qualifications/${encodeURIComponent(id)}/holders` as const;
      return (await call(schema, 'GET', path, { signal })).holders;
    },
  });

export const heldQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'qualifications'],
    queryFn: async ({ signal }) =>
      (
        await call(heldListSchema, 'GET', `/api/people/${encodeURIComponent(personId)}/qualifications` as const, {
          signal,
        })
      ).held,
  });

export type Standing = 'fine' | 'soon' | 'over';

/** How something held stands on a day: over, to end within 60 days, or fine. */
export function standingOf({ expiresOn }: Pick<Held, 'expiresOn'>, today: string): Standing {
  if (expiresOn === null) return 'fine';
  if (expiresOn < today) return 'over';
  const daysLeft = (Date.parse(expiresOn) - Date.parse(today)) / 86_400_000;
  return daysLeft <= 60 ? 'soon' : 'fine';
}
