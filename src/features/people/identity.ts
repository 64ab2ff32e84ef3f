import type { Address } from '../../platform/auth/index.ts';
import { newId } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { addressKeyOf, openAddress, sealAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { carryNotices } from './notices/inbox-store.ts';
import { mergeRoles, type Person } from './person.ts';
import { mergePlaces, nowhere } from './places/place.ts';
import { placesOf, putPlaces } from './places/store.ts';
import { moveNotes } from './profile/notes-store.ts';
import { carryProfile } from './profile/profiles.ts';
import { carryHeld } from './qualifications/qualifications.ts';
import { slackNameKey } from './slack-members.ts';
import { findPerson, insertPerson, type StoredPerson, updatePerson } from './store.ts';
import { carryTours } from './tours/store.ts';

/** The person behind a Slack member, made as an employee on first need: no name and no address is read for that. */
export async function personForSlack(
  { clock }: Pick<PeopleContext, 'clock'>,
  tx: Tx,
  slackUserId: string,
): Promise<Person> {
  const known = await findPerson(tx, { slackUserId });
  if (known) return bare(known);
  const now = clock.now();
  await insertPerson(tx, {
    id: newId(clock),
    user_id: null,
    slack_user_id: slackUserId,
    name: '',
    email_sealed: null,
    email_key: null,
    roles: ['employee'],
    state: 'active',
    deactivated_by: null,
    joined_at: now,
    created_at: now,
  });
  const made = await findPerson(tx, { slackUserId });
  if (!made) throw new Error('a person who was just added is not there');
  return bare(made);
}

function bare({ id, userId, slackUserId, roles, state }: StoredPerson): Person {
  return { id, userId, slackUserId, roles, state };
}

/** What was proved about one human: a user (by a link or a session) and a Slack member (by Slack). */
export type ProvedIdentity = {
  readonly userId: string;
  readonly slackUserId: string;
  /** The address that the user just proved, where that is how they came. */
  readonly address?: Address | undefined;
  /** As Slack calls them. */
  readonly name?: string | undefined;
};

type LinkContext = Pick<PeopleContext, 'clock' | 'audit' | 'vault' | 'onMerging'>;

/**
 * Makes one person of a user and a Slack member, both proved by their own sign-in. Where each has a record already,
 * the Slack member's stays, because social accounts hang on it; the other gives it address, name and roles and rests
 * deactivated, so that what it once did keeps its author.
 * @returns null when either is somebody else's already or was deactivated
 */
export async function linkSlack(context: LinkContext, tx: Tx, proved: ProvedIdentity): Promise<Person | null> {
  const { clock, audit, vault } = context;
  const { userId, slackUserId } = proved;
  const slackPerson = await findPerson(tx, { slackUserId });
  const userPerson = (await findPerson(tx, { userId })) ?? (await addedUnder(vault, tx, proved.address));
  if (slackPerson?.userId && slackPerson.userId !== userId) return null;
  if (userPerson?.slackUserId && userPerson.slackUserId !== slackUserId) return null;
  if (slackPerson?.state === 'deactivated' || userPerson?.state === 'deactivated') return null;

  const kept = slackPerson ?? userPerson;
  if (!kept) return null;
  const other = userPerson && userPerson.id !== kept.id ? userPerson : null;
  const address = proved.address ?? (other && (await openAddress(vault, tx, other)));
  if (other) {
    await carryPlaces(tx, kept, other);
    await carryHeld(tx, kept.id, other.id);
    await carryProfile(context, tx, kept.id, other.id);
    await moveNotes(tx, other.id, kept.id);
    await carryNotices(tx, kept.id, other.id);
    await carryTours(tx, kept.id, other.id);
    for (const tell of context.onMerging ?? []) await tell(tx, kept.id, other.id);
    await rest(tx, other, clock.now());
  }
  await updatePerson(tx, kept.id, {
    user_id: userId,
    slack_user_id: slackUserId,
    name: kept.name || other?.name || proved.name || '',
    roles: [...mergeRoles(kept.roles, other?.roles ?? [])],
    state: 'active',
    ...(proved.name ? { slack_name_key: await slackNameKey(vault, tx, proved.name) } : {}),
    ...(kept.state === 'invited' ? { joined_at: clock.now() } : {}),
    ...(address ? await sealAddress(vault, tx, kept.id, address) : {}),
  });
  const entry = { actor: { kind: 'person', id: kept.id }, target: { type: 'person', id: kept.id } } as const;
  await audit.append(tx, { ...entry, action: 'people.slack_linked' });
  const linked = await findPerson(tx, { id: kept.id });
  return linked && bare(linked);
}

/** Who was added under this address and never had a way in. Whoever has proved the address is them. */
async function addedUnder(
  vault: LinkContext['vault'],
  tx: Tx,
  address: Address | undefined,
): Promise<StoredPerson | null> {
  if (address === undefined) return null;
  const person = await findPerson(tx, { emailKey: await addressKeyOf(vault, tx, address) });
  return person?.userId === null && person.slackUserId === null ? person : null;
}

/** The merged person gets the other's roles, and with them the limits that these had. */
async function carryPlaces(tx: Tx, kept: StoredPerson, other: StoredPerson): Promise<void> {
  const places = await placesOf(tx, [kept.id, other.id]);
  const ofPerson = ({ id, roles }: StoredPerson) => ({
    ...{ schedules: roles.includes('scheduler'), places: places.get(id) ?? nowhere },
  });
  await putPlaces(tx, kept.id, mergePlaces(ofPerson(kept), ofPerson(other)));
  await putPlaces(tx, other.id, nowhere);
}

async function rest(tx: Tx, person: StoredPerson, at: Date): Promise<void> {
  await updatePerson(tx, person.id, {
    user_id: null,
    email_sealed: null,
    email_key: null,
    state: 'deactivated',
    deactivated_by: 'member',
    left_at: at,
  });
}
