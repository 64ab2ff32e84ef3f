import { type Address, addressSchema } from '../../platform/auth/index.ts';
import { newId } from '../../platform/clock/index.ts';
import { orgOf, type Tx } from '../../platform/db/index.ts';
import type { Actor, Role } from '../../platform/policy/index.ts';
import { addressKeyOf, openAddress, sealAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { back, leave } from './leaving/leaving.ts';
import { losesLastOwner, type Member, type Person, type PersonState } from './person.ts';
import { nowhere } from './places/place.ts';
import { assignPlaces, type WantedPlaces } from './places/places.ts';
import { placesOf } from './places/store.ts';
import {
  deletePerson,
  findPerson,
  insertPerson,
  lockOwners,
  type PeopleFilter,
  type PersonChange,
  pageOfPeople,
  type StoredPerson,
  updatePerson,
} from './store.ts';

/** What members are looked up by. `q` is words of a name, or a whole address. */
export type MemberSearch = Pick<PeopleFilter, 'role' | 'states' | 'departments' | 'locations'> & {
  readonly q?: string | undefined;
};

type Pages = { readonly page: number; readonly size: number };
type Found<T> = { readonly found: readonly T[]; readonly total: number };

/** Every member, with name and opened address: for the operator, who exports them. */
export async function everyMember(context: Pick<PeopleContext, 'vault'>, tx: Tx): Promise<readonly Member[]> {
  const size = 500;
  const all: Member[] = [];
  for (let page = 1; ; page += 1) {
    const { found } = await searchMembers(context, tx, {}, { page, size });
    all.push(...found);
    if (found.length < size) return all;
  }
}

/** A page of the organisation's members, with name and opened address. For those who may read them. */
export async function searchMembers(
  { vault }: Pick<PeopleContext, 'vault'>,
  tx: Tx,
  { q = '', ...filter }: MemberSearch,
  { page, size }: Pages,
): Promise<Found<Member>> {
  // Addresses are sealed: only a whole one can be looked for, by its keyed hash.
  const address = addressSchema.safeParse(q);
  const emailKey = address.success ? await addressKeyOf(vault, tx, address.data) : null;
  const words = q.split(/\s+/).filter(Boolean);
  const { people, total } = await pageOfPeople(
    tx,
    { ...filter, words, emailKey },
    { limit: size, offset: (page - 1) * size },
  );
  return { found: await asMembers(vault, tx, people), total };
}

export async function findMember({ vault }: Pick<PeopleContext, 'vault'>, tx: Tx, id: string): Promise<Member | null> {
  const person = await findPerson(tx, { id });
  return person ? ((await asMembers(vault, tx, [person]))[0] ?? null) : null;
}

async function asMembers(vault: PeopleContext['vault'], tx: Tx, people: readonly StoredPerson[]): Promise<Member[]> {
  const ids = people.map(({ id }) => id);
  const places = await placesOf(tx, ids);
  return Promise.all(
    people.map(async ({ emailSealed, slackNameKey, deactivatedBy, ...person }) => ({
      ...person,
      email: await openAddress(vault, tx, { id: person.id, emailSealed }),
      places: places.get(person.id) ?? nowhere,
    })),
  );
}

export type Invitation = { readonly name: string; readonly email: Address; readonly roles: readonly Role[] };

/**
 * Adds an invited person. The mail follows from the caller, who makes its one-time link; `userId` is the user of that
 * address, made beforehand, who stays without any right here until they accept.
 * @returns the new person's id, or null when the address or the user is somebody here already
 */
export async function addInvited(
  context: Pick<PeopleContext, 'clock' | 'vault' | 'audit'>,
  tx: Tx,
  by: Actor,
  invitation: Invitation & { readonly userId: string },
): Promise<string | null> {
  const { clock, vault, audit } = context;
  const id = newId(clock);
  const made = await insertPerson(tx, {
    id,
    user_id: invitation.userId,
    slack_user_id: null,
    name: invitation.name,
    ...(await sealAddress(vault, tx, id, invitation.email)),
    roles: [...invitation.roles],
    state: 'invited',
    deactivated_by: null,
    joined_at: null,
    created_at: clock.now(),
  });
  if (!made) return null;
  await audit.append(tx, {
    actor: { kind: 'person', id: by.personId },
    action: 'people.member_invited',
    target: { type: 'person', id },
    detail: { roles: invitation.roles.join(',') },
  });
  return id;
}

export type AddedMember = {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly userId?: string | undefined;
  readonly slackUserId?: string | undefined;
  readonly email?: Address | undefined;
};

/**
 * Adds an active member on the operator's word.
 * @throws Error when the user, the Slack member or the address is somebody here already
 */
export async function addMember(
  { clock, vault, audit }: Pick<PeopleContext, 'clock' | 'vault' | 'audit'>,
  tx: Tx,
  added: AddedMember,
): Promise<Person> {
  const id = newId(clock);
  const now = clock.now();
  const person = {
    id,
    userId: added.userId ?? null,
    slackUserId: added.slackUserId ?? null,
    roles: added.roles,
    state: 'active',
  } as const;
  const made = await insertPerson(tx, {
    id,
    user_id: person.userId,
    slack_user_id: person.slackUserId,
    name: added.name,
    email_sealed: null,
    email_key: null,
    ...(added.email ? await sealAddress(vault, tx, id, added.email) : {}),
    roles: [...added.roles],
    state: 'active',
    deactivated_by: null,
    joined_at: now,
    created_at: now,
  });
  if (!made) throw new Error('a member who is there already');
  await audit.append(tx, {
    actor: { kind: 'operator', id: 'operator' },
    action: 'people.member_joined',
    target: { type: 'person', id },
    detail: { roles: added.roles.join(',') },
  });
  return person;
}

export type MemberChange = {
  readonly roles?: readonly Role[] | undefined;
  readonly state?: 'active' | 'deactivated' | undefined;
} & WantedPlaces;
export type ChangeOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'last_owner' | 'not_joined' };

/** Changes roles or state of a person who was loaded and allowed to the caller. The last owner stays one. */
export async function changeMember(
  context: Pick<PeopleContext, 'audit' | 'clock' | 'onLeaving'>,
  tx: Tx,
  by: Actor,
  person: Pick<Member, 'id' | 'roles' | 'state'>,
  change: MemberChange,
): Promise<ChangeOutcome> {
  const owners = await lockOwners(tx);
  const roles = change.roles ?? person.roles;
  const state: PersonState = change.state ?? person.state;
  if (person.state === 'invited' && change.state === 'active') return { ok: false, reason: 'not_joined' };
  if (losesLastOwner(owners, person.id, { roles, state })) return { ok: false, reason: 'last_owner' };
  await updatePerson(tx, person.id, { roles: [...roles], ...(await stateColumns(context, tx, person, state)) });
  const moved = change.departments ?? change.locations ?? change.reach;
  if (moved) await assignPlaces(tx, person.id, change);
  await context.audit.append(tx, {
    actor: { kind: 'person', id: by.personId },
    action: 'people.member_changed',
    target: { type: 'person', id: person.id },
    detail: {
      ...{ rolesBefore: person.roles.join(','), roles: roles.join(','), stateBefore: person.state, state },
      ...(moved ? placesChanged(change) : {}),
    },
  });
  return { ok: true };
}

async function stateColumns(
  context: Pick<PeopleContext, 'clock' | 'onLeaving'>,
  tx: Tx,
  person: Pick<Member, 'id' | 'state'>,
  state: PersonState,
): Promise<PersonChange> {
  if (state === 'active') return back;
  if (state === 'invited') return {};
  // Whom Slack had deactivated already, and a member now does too, does not leave a second time.
  return person.state === 'deactivated' ? { deactivated_by: 'member' } : leave(context, tx, person.id, 'member');
}

/** The places that were set, as ids: who widened a scheduler's reach can be followed up. */
function placesChanged({ departments, locations, reach }: WantedPlaces): Record<string, string> {
  const lists = {
    ...{ departments, locations },
    ...{ reachDepartments: reach?.departments, reachLocations: reach?.locations },
  };
  return Object.fromEntries(Object.entries(lists).flatMap(([name, ids]) => (ids ? [[name, ids.join(',')]] : [])));
}

/** Removes somebody: an invitation is withdrawn, a member is deactivated and keeps their history. */
export async function removeMember(
  context: Pick<PeopleContext, 'audit' | 'clock' | 'onLeaving'>,
  tx: Tx,
  by: Actor,
  person: Pick<Member, 'id' | 'roles' | 'state'>,
): Promise<ChangeOutcome> {
  if (person.state !== 'invited') return changeMember(context, tx, by, person, { state: 'deactivated' });
  // What was planned for somebody who never came opens up too.
  await leave(context, tx, person.id, 'member');
  await deletePerson(tx, person.id);
  await context.audit.append(tx, {
    actor: { kind: 'person', id: by.personId },
    action: 'people.member_removed',
    target: { type: 'person', id: person.id },
  });
  return { ok: true };
}

/** Someone left the workspace, or came back: they lose or regain what they had here. True when that changed a thing. */
export async function followSlackMembership(
  context: Pick<PeopleContext, 'audit' | 'clock' | 'onLeaving'>,
  tx: Tx,
  slackUserId: string,
  active: boolean,
): Promise<{ readonly userId: string | null } | null> {
  const person = await findPerson(tx, { slackUserId });
  const leaves = !active && person?.state === 'active';
  // Whom a manager has deactivated stays so, whatever Slack says.
  const returns = active && person?.state === 'deactivated' && person.deactivatedBy === 'slack';
  if (!person || (!leaves && !returns)) return null;
  await updatePerson(tx, person.id, leaves ? await leave(context, tx, person.id, 'slack') : back);
  await context.audit.append(tx, {
    actor: { kind: 'slack', id: orgOf(tx) },
    action: leaves ? 'people.member_deactivated' : 'people.member_joined',
    target: { type: 'person', id: person.id },
  });
  return { userId: person.userId };
}
