import type { Tx } from '../../platform/db/index.ts';
import type { Actor, Resource } from '../../platform/policy/index.ts';
import type { PersonPlaces } from './places/place.ts';
import { nowhere } from './places/place.ts';
import { placesOf } from './places/store.ts';
import { type PeopleFilter, pageOfPeople, type StoredPerson } from './store.ts';

/** A person of the directory with what policies look at. No address: those are for managers. */
export type Colleague = Pick<StoredPerson, 'id' | 'name' | 'roles' | 'state'> & { readonly places: PersonPlaces };

const seesAll = ['owner', 'admin', 'payroll', 'auditor'] as const;

/**
 * What a list is narrowed to before each person is asked about: it has to hold everybody whom the policies show, and
 * be as short as can be, so that pages are full. `directory.test.ts` holds it against the policies.
 */
function narrowedFor({ roles, reach }: Actor): PeopleFilter {
  if (seesAll.some((role) => roles.includes(role))) return {};
  if (!roles.includes('scheduler')) return { states: ['active'] };
  return { states: ['active', 'invited'], departments: reach.departments, locations: reach.locations };
}

/** A page of those whom the actor may know of, and how many they are. */
export async function listColleagues(
  tx: Tx,
  actor: Actor,
  q: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ readonly found: readonly Colleague[]; readonly total: number }> {
  const words = q.split(/\s+/).filter(Boolean);
  const asked = { ...narrowedFor(actor), words };
  const { people, total } = await pageOfPeople(tx, asked, { limit: size, offset: (page - 1) * size });
  const ids = people.map(({ id }) => id);
  const places = await placesOf(tx, ids);
  return { found: people.map((person) => ({ ...person, places: places.get(person.id) ?? nowhere })), total };
}

export function resourceOf({ orgId }: Pick<Actor, 'orgId'>, { id, roles, state, places }: Colleague): Resource {
  const { departments, locations } = places;
  return { type: 'Person', id, orgId, roles, state, departments, locations };
}
