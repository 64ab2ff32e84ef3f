import type { Tx } from '../../platform/db/index.ts';
import type { Actor, Resource } from '../../platform/policy/index.ts';
import type { PersonPlaces } from './places/place.ts';
import { covers, nowhere } from './places/place.ts';
import { placesOf } from './places/store.ts';
import { managersOf } from './profile/store.ts';
import { activePeople, type PeopleFilter, pageOfPeople, peopleByIds, type StoredPerson } from './store.ts';

/** A person of the directory with what policies look at. The address stays sealed: whether it is shown is asked for. */
export type Colleague = Pick<StoredPerson, 'id' | 'name' | 'roles' | 'state' | 'emailSealed'> & {
  readonly places: PersonPlaces;
  /** Whom they report to. */
  readonly managerId: string | null;
};

/** More people than any organisation has: all of them on one page. */
const everybody = { limit: 1_000_000, offset: 0 };

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
  return { found: await asColleagues(tx, people), total };
}

async function asColleagues(tx: Tx, people: readonly StoredPerson[]): Promise<readonly (StoredPerson & Colleague)[]> {
  const ids = people.map(({ id }) => id);
  const [places, managers] = [await placesOf(tx, ids), await managersOf(tx, ids)];
  return people.map((person) => ({
    ...person,
    places: places.get(person.id) ?? nowhere,
    managerId: managers.get(person.id) ?? null,
  }));
}

/** All of those whom the actor may know of, by name. */
export async function everyColleague(tx: Tx, actor: Actor): Promise<readonly Colleague[]> {
  return asColleagues(tx, (await pageOfPeople(tx, narrowedFor(actor), everybody)).people);
}

/** People by their ids, in no order; whoever is not there is left out. */
export async function findColleagues(tx: Tx, ids: readonly string[]): Promise<readonly Colleague[]> {
  return asColleagues(tx, await peopleByIds(tx, ids));
}

export async function findColleague(tx: Tx, id: string): Promise<Colleague | null> {
  return (await findColleagues(tx, [id]))[0] ?? null;
}

/** Somebody who can be given work: an invitation that still waits for its answer keeps nobody from being planned. */
export type Worker = {
  readonly id: string;
  /** Empty for whom Slack alone knows. */
  readonly name: string;
  readonly departments: readonly string[];
  readonly locations: readonly string[];
  readonly joinedAt: Date;
};

/** Somebody who worked here; `leftAt` is null where that was not kept. */
export type Leaver = Worker & { readonly leftAt: Date | null };

/** Everybody who is in or invited, by name: of one of the departments and at one of the locations, where any are given. */
export async function listWorkers(
  tx: Tx,
  { departments = [], locations = [] }: Pick<PeopleFilter, 'departments' | 'locations'>,
): Promise<readonly Worker[]> {
  const filter: PeopleFilter = { states: ['active', 'invited'], departments, locations };
  const { people } = await pageOfPeople(tx, filter, everybody);
  return (await asColleagues(tx, people)).map(workerOf);
}

/** One of them; null for whoever has left. */
export async function findWorker(tx: Tx, id: string): Promise<Worker | null> {
  const [found] = await asColleagues(tx, await peopleByIds(tx, [id]));
  return found !== undefined && found.state !== 'deactivated' ? workerOf(found) : null;
}

/** Those of these people who have left, by name: what they did while they were here may still be to be settled. */
export async function findLeavers(tx: Tx, ids: readonly string[]): Promise<readonly Leaver[]> {
  const left = (await peopleByIds(tx, ids)).filter(({ state }) => state === 'deactivated');
  const ends = new Map(left.map(({ id, leftAt }) => [id, leftAt]));
  const leavers = (await asColleagues(tx, left)).map((one) => ({ ...workerOf(one), leftAt: ends.get(one.id) ?? null }));
  return leavers.toSorted((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id));
}

/**
 * Ids of those who decide about a person: schedulers within whose reach they work; owners and admins only where there is
 * none, as everything of a large organisation would reach them else. Never the person themselves.
 */
export async function answerableFor(tx: Tx, personId: string): Promise<readonly string[]> {
  const works = (await placesOf(tx, [personId])).get(personId) ?? nowhere;
  const others = (await activePeople(tx)).filter(({ id }) => id !== personId);
  const schedulers = others.filter(({ roles }) => roles.includes('scheduler'));
  const places = await placesOf(
    tx,
    schedulers.map(({ id }) => id),
  );
  const near = schedulers.filter(({ id }) => covers((places.get(id) ?? nowhere).reach, works));
  const heads = others.filter(({ roles }) => roles.includes('owner') || roles.includes('admin'));
  return (near.length > 0 ? near : heads).map(({ id }) => id);
}

function workerOf({ id, name, places, joinedAt }: StoredPerson & Colleague): Worker {
  return { id, name, departments: places.departments, locations: places.locations, joinedAt };
}

export function resourceOf(
  { orgId }: Pick<Actor, 'orgId'>,
  { id, roles, state, places, managerId }: Omit<Colleague, 'name' | 'emailSealed'>,
): Resource {
  const { departments, locations } = places;
  return { type: 'Person', id, orgId, roles, state, departments, locations, manager: managerId ?? '' };
}
