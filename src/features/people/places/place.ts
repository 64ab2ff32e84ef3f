import type { Reach } from '../../../platform/policy/index.ts';

/** A department or a location of an organisation. Two wards are two locations: it need not be an address. */
export type PlaceKind = 'department' | 'location';

export type Place = {
  readonly id: string;
  readonly name: string;
  /** IANA zone of a location: what its clocks show. Departments have none. */
  readonly timeZone: string | null;
  /** Nobody is put there any more; who is stays. */
  readonly archived: boolean;
};

/** Where a person works, and how far their role of scheduler goes. */
export type PersonPlaces = { readonly departments: readonly string[]; readonly locations: readonly string[] } & {
  readonly reach: Reach;
};

export const nowhere: PersonPlaces = { departments: [], locations: [], reach: { departments: [], locations: [] } };

/** Whether somebody who works there is within a scheduler's reach. The policies say the same; a test holds them together. */
export function covers(reach: Reach, works: Pick<PersonPlaces, 'departments' | 'locations'>): boolean {
  const meet = (limit: readonly string[], at: readonly string[]) =>
    limit.length === 0 || limit.some((id) => at.includes(id));
  return meet(reach.departments, works.departments) && meet(reach.locations, works.locations);
}

type Scheduling = { readonly schedules: boolean; readonly places: PersonPlaces };

/**
 * Two records of one human become one. They work where either worked. The limits come from the record that schedules;
 * where both do, from the kept one: adding limits of two kinds up would reach further than either did.
 */
export function mergePlaces(kept: Scheduling, other: Scheduling): PersonPlaces {
  const both = (left: readonly string[], right: readonly string[]) => [...new Set([...left, ...right])];
  return {
    departments: both(kept.places.departments, other.places.departments),
    locations: both(kept.places.locations, other.places.locations),
    reach: other.schedules && !kept.schedules ? other.places.reach : kept.places.reach,
  };
}
