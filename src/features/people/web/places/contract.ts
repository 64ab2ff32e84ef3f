import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../../web/api.ts';
import { z } from '../../../../web/zod.ts';

const departmentSchema = z.object({ id: z.string(), name: z.string(), archived: z.boolean() });
const locationSchema = departmentSchema.extend({ timeZone: z.string() });

/** A department, or a location with its time zone. */
export type Place = z.infer<typeof departmentSchema> & { readonly timeZone?: string | undefined };
export type PlaceKind = 'department' | 'location';

/** The departments, archived ones last. */
export const departmentsQuery = queryOptions({
  queryKey: ['departments'],
  queryFn: async ({ signal }): Promise<readonly Place[]> => {
    const schema = z.object({ departments: z.array(departmentSchema) });
    return (await call(schema, 'GET', '/api/departments', { signal })).departments;
  },
});

/** The locations, archived ones last. */
export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: async ({ signal }): Promise<readonly Place[]> => {
    const schema = z.object({ locations: z.array(locationSchema) });
    return (await call(schema, 'GET', '/api/locations', { signal })).locations;
  },
});

/** What can be chosen: places in use, and archived ones that are chosen already. */
export function placeChoices(
  places: readonly Place[],
  chosen: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  return places
    .filter(({ id, archived }) => !archived || chosen.includes(id))
    .map(({ id, name, archived }) => ({ value: id, label: archived ? `${name} (archived)` : name }));
}

/** Names of places by their ids, in the order of the ids; ids that are not known yet are left out. */
export function placeNames(places: readonly Place[], ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => places.find((place) => place.id === id)?.name ?? []);
}
