import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../web/api.ts';
import { z } from '../../../web/zod.ts';
import {
  holidaySchema,
  type Person,
  preferencesSchema,
  qualificationSchema,
  rankSchema,
  roleSchema,
  settingsSchema,
} from './contract.ts';

/** The roles that I schedule or know, archived ones last. */
export const rolesQuery = queryOptions({
  queryKey: ['schedule', 'roles'],
  queryFn: async ({ signal }) =>
    (await call(z.object({ roles: z.array(roleSchema) }), 'GET', '/api/schedule/roles', { signal })).roles,
});

/** How the organisation makes its schedules; for schedulers. */
export const settingsQuery = queryOptions({
  queryKey: ['schedule', 'settings'],
  queryFn: ({ signal }) => call(settingsSchema, 'GET', '/api/schedule/settings', { signal }),
});

export const holidaysQuery = queryOptions({
  queryKey: ['schedule', 'holidays'],
  queryFn: async ({ signal }) =>
    (await call(z.object({ holidays: z.array(holidaySchema) }), 'GET', '/api/schedule/holidays', { signal })).holidays,
});

export const qualificationsQuery = queryOptions({
  queryKey: ['qualifications'],
  queryFn: async ({ signal }) => {
    const schema = z.object({ qualifications: z.array(qualificationSchema) });
    return (await call(schema, 'GET', '/api/qualifications', { signal })).qualifications;
  },
});

export const ranksQuery = (roleId: string) =>
  queryOptions({
    queryKey: ['schedule', 'ranks', roleId],
    queryFn: async ({ signal }) => {
      const schema = z.object({ ranks: z.array(rankSchema) });
      return (await call(schema, 'GET', `/api/schedule/roles/${encodeURIComponent(roleId)}/ranks`, { signal })).ranks;
    },
  });

/** What somebody wishes; `me` is oneself. */
export const preferencesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['schedule', 'preferences', personId],
    queryFn: ({ signal }) =>
      call(preferencesSchema, 'GET', `/api/schedule/people/${encodeURIComponent(personId)}/preferences`, { signal }),
  });

const peoplePage = z.object({
  people: z.array(z.object({ id: z.string(), name: z.string(), details: z.object({ state: z.string() }).nullable() })),
  total: z.number(),
});

/** Everybody who can be given work, as far as I may know of them, by name. The server gives them a page at a time. */
export const peopleQuery = queryOptions({
  queryKey: ['schedule', 'people'],
  queryFn: async ({ signal }): Promise<readonly Person[]> => {
    const all = new Map<string, Person>();
    for (let page = 1; ; page += 1) {
      const { people, total } = await call(peoplePage, 'GET', `/api/people?page=${page}`, { signal });
      // Whoever was invited can be given work before they have joined.
      for (const { id, name, details } of people)
        if (details === null || details.state !== 'deactivated') all.set(id, { id, name });
      if (people.length === 0 || page * 50 >= total) return [...all.values()];
    }
  },
  staleTime: 60_000,
});
