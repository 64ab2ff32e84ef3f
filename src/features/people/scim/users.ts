import { type Address, addressSchema } from '../../../platform/auth/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import { type OrgId, orgOf, type Tx } from '../../../platform/db/index.ts';
import { addressKeyOf, openAddress, sealAddress } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import { back, leave } from '../leaving/leaving.ts';
import { losesLastOwner, type PersonState } from '../person.ts';
import { endSessionsOfLeaver } from '../sign-in-entry.ts';
import { findPerson, insertPerson, lockOwners, type PersonChange, type StoredPerson, updatePerson } from '../store.ts';
import { noSuchUser, type Refusal, refusal } from './answer.ts';
import { fits, type ScimFilter } from './filter.ts';
import {
  keptProfile,
  type ProfileChange,
  type ScimProfile,
  type ScimUser,
  type Storable,
  storable,
} from './scim-user.ts';
import {
  countUsers,
  deleteUser,
  listUsers,
  lockUsers,
  putUser,
  type ScimRow,
  type UserKey,
  userNamed,
} from './store.ts';

type Context = Pick<PeopleContext, 'db' | 'vault' | 'auth' | 'clock' | 'audit' | 'onLeaving'>;
export type Done = {
  readonly ok: true;
  readonly user: ScimUser;
  /** The user who lost their access here; their sessions end once this is committed. */
  readonly leaver?: string | null;
  /** Where somebody who has not joined is to sign in from now on. */
  readonly address?: Address;
};
export type Outcome = Done | Refusal;

const actor = { kind: 'system', id: 'scim' } as const;
const placeOf = (personId: string) => ({ table: 'scim_users', column: 'sealed', rowId: personId });
const taken = refusal(409, 'There is a user of this userName or e-mail already.', 'uniqueness');

async function asUser({ vault }: Pick<Context, 'vault'>, tx: Tx, row: ScimRow): Promise<ScimUser> {
  const email = await openAddress(vault, tx, row);
  const told = row.sealed && keptProfile.parse(JSON.parse(await vault.openText(tx, placeOf(row.id), row.sealed)));
  const since = row.joinedAt ?? row.createdAt;
  return {
    ...{ id: row.id, email, displayName: row.name || null, active: row.state !== 'deactivated' },
    ...(told ?? { userName: email ?? '', externalId: null, givenName: null, familyName: null }),
    ...{ createdAt: row.createdAt, updatedAt: row.updatedAt ?? since },
  };
}

/** A user by id, as far as the identity provider may know of them. */
export async function findUser(context: Context, tx: Tx, id: string): Promise<ScimUser | null> {
  const [row] = await listUsers(tx, { id }, 1, 0);
  return row ? asUser(context, tx, row) : null;
}

/** A page of users that fit, and how many fit in all. */
export async function searchUsers(
  context: Context,
  tx: Tx,
  filter: ScimFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly users: readonly ScimUser[]; readonly total: number }> {
  const asUsers = async (rows: readonly ScimRow[]) => {
    const users: ScimUser[] = [];
    for (const row of rows) users.push(await asUser(context, tx, row));
    return users;
  };
  if (Object.keys(filter).length === 0) {
    return { users: await asUsers(await listUsers(tx, {}, limit, offset)), total: await countUsers(tx, {}) };
  }
  const key = await keyOf(context, tx, filter);
  if (key === null) return { users: [], total: 0 };
  const all = (await asUsers(await listUsers(tx, key, mostAlike, 0))).filter((user) => fits(user, filter));
  return { users: all.slice(offset, offset + limit), total: all.length };
}

/** Names and addresses are one person's each; only ids of the provider's own could be given to several. */
const mostAlike = 500;
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Null where nobody can fit. */
async function keyOf(
  { vault }: Context,
  tx: Tx,
  { userName, externalId, id, email }: ScimFilter,
): Promise<UserKey | null> {
  if (id !== undefined && !uuid.test(id)) return null;
  const address = addressSchema.safeParse(userName ?? email);
  if (userName === undefined && email !== undefined && !address.success) return null;
  return {
    id: id?.toLowerCase(),
    userNameKey: userName === undefined ? undefined : await userNameKey(vault, tx, userName),
    externalIdKey: externalId === undefined ? undefined : await vault.fingerprint(tx, 'scim.external_id', externalId),
    emailKey: address.success ? await addressKeyOf(vault, tx, address.data) : undefined,
  };
}

const userNameKey = (vault: Context['vault'], tx: Tx, name: string) =>
  vault.fingerprint(tx, 'scim.user_name', name.normalize('NFC').toLowerCase());

const nobody: ScimProfile = {
  ...{
    userName: '',
    externalId: null,
    givenName: null,
    familyName: null,
    displayName: null,
    email: null,
    active: true,
  },
};

/**
 * Adds a user, as an employee, without any mail: they join with their first sign-in by that address. Somebody whom the
 * provider removed before is the same person again.
 */
export async function createUser(context: Context, orgId: OrgId, told: ProfileChange): Promise<Outcome> {
  const { db, auth, clock, vault } = context;
  const wanted = storable({ ...nobody, ...told });
  if (!wanted.ok) return wanted;
  const { profile, address, name } = wanted.value;
  // Without any right here until they prove the address by signing in.
  const userId = await auth.ensureUser(address, false);
  return db.inOrg(orgId, async (tx) => {
    await lockUsers(tx);
    if ((await userNamed(tx, await userNameKey(vault, tx, profile.userName))) !== null) return taken;
    const former = await findPerson(tx, { emailKey: await addressKeyOf(vault, tx, address) });
    if (former) return former.deactivatedBy === 'scim' ? revive(context, tx, former, wanted.value, userId) : taken;
    const id = newId(clock);
    const made = await insertPerson(tx, {
      ...{ id, user_id: userId, slack_user_id: null, name, ...(await sealAddress(vault, tx, id, address)) },
      ...{ roles: ['employee'], joined_at: null, created_at: clock.now() },
      state: profile.active ? 'invited' : 'deactivated',
      deactivated_by: profile.active ? null : 'scim',
    });
    if (!made) return taken;
    await keep(context, tx, id, profile);
    return recorded(context, tx, id, { action: 'people.scim_user_added', detail: { revived: false } });
  });
}

async function revive(
  context: Context,
  tx: Tx,
  former: StoredPerson,
  { profile, name }: Storable,
  userId: string,
): Promise<Outcome> {
  await updatePerson(tx, former.id, {
    name,
    ...(profile.active ? { ...back, state: stateAfterReturn(former) } : {}),
    ...(former.userId === null && (await findPerson(tx, { userId })) === null ? { user_id: userId } : {}),
  });
  await keep(context, tx, former.id, profile);
  return recorded(context, tx, former.id, { action: 'people.scim_user_added', detail: { revived: true } });
}

/** Who had joined is in again at once; who had not still has to prove their address. */
const stateAfterReturn = ({ hasJoined, userId, slackUserId }: StoredPerson) =>
  hasJoined && (userId !== null || slackUserId !== null) ? ('active' as const) : ('invited' as const);

async function keep({ vault, clock }: Context, tx: Tx, id: string, profile: ScimProfile): Promise<void> {
  const { userName, externalId, givenName, familyName } = profile;
  await putUser(tx, {
    person_id: id,
    user_name_key: await userNameKey(vault, tx, userName),
    external_id_key: externalId === null ? null : await vault.fingerprint(tx, 'scim.external_id', externalId),
    sealed: await vault.seal(tx, placeOf(id), JSON.stringify({ userName, externalId, givenName, familyName })),
    updated_at: clock.now(),
  });
}

type Recorded = Omit<Parameters<Context['audit']['append']>[1], 'actor' | 'target'>;

async function recorded(
  context: Context,
  tx: Tx,
  id: string,
  entry: Recorded,
  leaver: string | null = null,
): Promise<Outcome> {
  await context.audit.append(tx, { ...entry, actor, target: { type: 'person', id } });
  const user = await findUser(context, tx, id);
  if (!user) throw new Error('a user who was just written is not there');
  return { ok: true, user, leaver };
}

/**
 * Makes a user what the provider wants.
 * @param change works out the user as it is to be from the user as it is
 * @param expected the version that the provider has read, where it says so
 */
export async function changeUser(
  context: Context,
  tx: Tx,
  id: string,
  change: (before: ScimUser) => { readonly ok: true; readonly value: ScimProfile } | Refusal,
  isExpected: (before: ScimUser) => boolean = () => true,
): Promise<Outcome> {
  await lockUsers(tx);
  const owners = await lockOwners(tx);
  const before = uuid.test(id) ? await findUser(context, tx, id) : null;
  const person = before && (await findPerson(tx, { id: before.id }));
  if (!before || !person) return noSuchUser;
  if (!isExpected(before)) return refusal(412, 'The user has changed since it was read. Read it again.');
  const changed = change(before);
  if (!changed.ok) return changed;
  const wanted = storable(changed.value);
  if (!wanted.ok) return wanted;
  const refused = await refusedFor(context, tx, person, before, wanted.value, owners);
  return refused ?? write(context, tx, person, before, wanted.value);
}

const ownerKept =
  'This person is an owner in Coact: the identity provider changes neither their userName nor their e-mail.';
const lastOwner = 'This is the last owner of the organisation. Make somebody else owner in Coact first.';

async function refusedFor(
  { vault }: Context,
  tx: Tx,
  person: StoredPerson,
  before: ScimUser,
  { profile, address }: Storable,
  owners: readonly string[],
): Promise<Refusal | null> {
  const state = profile.active ? person.state : 'deactivated';
  if (losesLastOwner(owners, person.id, { roles: person.roles, state })) return refusal(403, lastOwner);
  // Whoever governs the provider must not become an owner by taking over an owner's mailbox.
  const moves = address !== before.email || profile.userName.toLowerCase() !== before.userName.toLowerCase();
  if (moves && person.roles.includes('owner')) return refusal(403, ownerKept, 'mutability');
  const named = await userNamed(tx, await userNameKey(vault, tx, profile.userName));
  if (named !== null && named !== person.id) return taken;
  const addressed = await findPerson(tx, { emailKey: await addressKeyOf(vault, tx, address) });
  return addressed && addressed.id !== person.id ? taken : null;
}

async function write(
  context: Context,
  tx: Tx,
  person: StoredPerson,
  before: ScimUser,
  { profile, address, name }: Storable,
): Promise<Outcome> {
  const { vault, audit } = context;
  const { id } = person;
  const state = stateWanted(person, profile.active);
  const changed = changedParts(before, { ...profile, email: address, displayName: name });
  const columns: PersonChange = {
    ...(name === person.name ? {} : { name }),
    ...(address === before.email ? {} : await sealAddress(vault, tx, id, address)),
    ...(state === null ? {} : await stateColumns(context, tx, id, state)),
  };
  if (Object.keys(columns).length > 0) await updatePerson(tx, id, columns);
  // Also where nothing but the state changes: from then on the provider sees them as one of its own.
  if (changed.length > 0 || state !== null) await keep(context, tx, id, profile);
  if (changed.length > 0) {
    const entry = { actor, target: { type: 'person', id } } as const;
    await audit.append(tx, { ...entry, action: 'people.scim_user_changed', detail: { changed: changed.join(',') } });
  }
  if (state === 'deactivated') {
    const entry = { action: 'people.scim_user_deactivated', detail: { removed: false } } as const;
    return recorded(context, tx, id, entry, person.userId);
  }
  if (state !== null) {
    const done = await recorded(context, tx, id, { action: 'people.scim_user_activated' });
    return state === 'invited' && done.ok ? { ...done, address } : done;
  }
  const user = await findUser(context, tx, id);
  if (!user) return noSuchUser;
  return { ok: true, user, ...(person.state === 'invited' && address !== before.email ? { address } : {}) };
}

/** Whom the provider takes out leaves as by any other way: shifts open up, tokens are erased. */
async function stateColumns(context: Context, tx: Tx, id: string, state: PersonState): Promise<PersonChange> {
  return state === 'deactivated' ? leave(context, tx, id, 'scim') : { ...back, state };
}

/** Null where the state stays: whom a manager has deactivated in Coact, no identity provider brings back. */
function stateWanted(person: StoredPerson, active: boolean): 'active' | 'invited' | 'deactivated' | null {
  if (!active) return person.state === 'deactivated' ? null : 'deactivated';
  // Who was added without a way in gets one now that the provider answers for them.
  if (person.state === 'active') return person.userId === null && person.slackUserId === null ? 'invited' : null;
  if (person.state === 'invited' || person.deactivatedBy === 'member') return null;
  return stateAfterReturn(person);
}

function changedParts(before: ScimProfile, after: ScimProfile): readonly string[] {
  const parts = ['userName', 'externalId', 'givenName', 'familyName', 'displayName', 'email'] as const;
  return parts.filter((part) => before[part] !== after[part]);
}

/** The provider lets go of a user: they are deactivated, keep their history, and are not shown to it any more. */
export async function removeUser(
  context: Context,
  tx: Tx,
  id: string,
  isExpected: (before: ScimUser) => boolean,
): Promise<Outcome> {
  const out = (before: ScimUser) => ({ ok: true, value: { ...before, active: false } }) as const;
  const done = await changeUser(context, tx, id, out, isExpected);
  if (!done.ok) return done;
  await deleteUser(tx, done.user.id);
  await context.audit.append(tx, {
    actor,
    action: 'people.scim_user_deactivated',
    target: { type: 'person', id: done.user.id },
    detail: { removed: true },
  });
  return done;
}

/** What follows a change once it is committed: sessions of a leaver end, and who has yet to join can by their address. */
export async function settle(
  context: PeopleContext,
  orgId: OrgId,
  { user, leaver = null, address }: Done,
): Promise<void> {
  await endSessionsOfLeaver(context, leaver);
  if (address === undefined) return;
  const userId = await context.auth.ensureUser(address, false);
  await context.db.inOrg(orgId, async (tx) => {
    const person = await findPerson(tx, { id: user.id });
    if (person?.state === 'invited' && !(await findPerson(tx, { userId }))) {
      await updatePerson(tx, user.id, { user_id: userId });
    }
  });
}

/** The organisation's members were read with their addresses: said once an hour, however often the provider asks. */
export async function noteRead({ audit }: Pick<Context, 'audit'>, tx: Tx): Promise<void> {
  const target = { type: 'organisation', id: orgOf(tx) };
  await audit.append(tx, { actor, action: 'people.scim_users_read', target }, 3_600_000);
}
