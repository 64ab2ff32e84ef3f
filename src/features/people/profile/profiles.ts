import { isDeepStrictEqual } from 'node:util';
import type { AuditActor } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { openAddress } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import { findPerson, type StoredPerson, updatePerson } from '../store.ts';
import { type Contact, type Employment, makesCircle, narrower, onlyMe, type Profile, type SeenBy } from './profile.ts';
import { openValues, sealValues } from './sealed.ts';
import {
  deleteProfile,
  findPortrait,
  findProfile,
  lockManagers,
  moveReports,
  type ProfileChange,
  putPortrait,
  putProfile,
  type StoredProfile,
} from './store.ts';

type Context = Pick<PeopleContext, 'vault' | 'audit'>;

/** All that is kept of a person, opened: the caller asks for each field whether it may be seen. */
export async function readProfile(
  { vault }: Pick<Context, 'vault'>,
  tx: Tx,
  person: Pick<StoredPerson, 'id' | 'emailSealed'>,
): Promise<Profile> {
  const stored = await findProfile(tx, person.id);
  const { legalName, ...values } = await openValues(vault, tx, stored);
  return {
    contact: { email: await openAddress(vault, tx, person), ...values },
    seenBy: stored ? seenByOf(stored) : onlyMe,
    employment: {
      legalName,
      startDate: stored?.start_date ?? null,
      title: stored?.title ?? null,
      seniority: stored?.seniority ?? null,
      kind: stored?.employment_kind ?? null,
      managerId: stored?.manager_id ?? null,
    },
  };
}

/** The number that Coact itself reaches somebody at, whoever may see it: their mobile, or else the first they gave. */
export async function numberOf({ vault }: Pick<Context, 'vault'>, tx: Tx, personId: string): Promise<string | null> {
  const { phones } = await openValues(vault, tx, await findProfile(tx, personId));
  return (phones.find(({ kind }) => kind === 'mobile') ?? phones[0])?.number ?? null;
}

function seenByOf(row: StoredProfile): SeenBy {
  return {
    ...{ email: row.email_seen_by, pronouns: row.pronouns_seen_by, phones: row.phones_seen_by },
    ...{ address: row.address_seen_by, emergency: row.emergency_seen_by },
  };
}

function columnsOf(seenBy: Partial<SeenBy>): ProfileChange {
  const named = Object.entries(seenBy).map(([field, audience]) => [`${field}_seen_by`, audience]);
  return Object.fromEntries(named);
}

/** What somebody changes about themselves. */
export type OwnChange = Partial<Omit<Contact, 'email'>> & {
  readonly name?: string | undefined;
  readonly seenBy?: Partial<SeenBy> | undefined;
};

/** Writes what is given of somebody's own profile, and records which fields it was. */
export async function changeOwn(
  { vault, audit }: Context,
  tx: Tx,
  by: AuditActor,
  personId: string,
  { name, seenBy = {}, ...values }: OwnChange,
): Promise<void> {
  const person = await findPerson(tx, { id: personId });
  if (!person) throw new Error('a profile of nobody');
  const before = await readProfile({ vault }, tx, person);
  if (name !== undefined) await updatePerson(tx, personId, { name });
  await putProfile(tx, personId, { ...(await sealValues(vault, tx, personId, values)), ...columnsOf(seenBy) });
  const fields = [
    ...changed({ name }, person),
    ...changed(values, before.contact),
    ...changed(seenBy, before.seenBy).map((field) => `${field}SeenBy`),
  ];
  const detail = { fields: fields.join(',') };
  await audit.append(tx, {
    actor: by,
    action: 'people.profile_changed',
    target: { type: 'person', id: personId },
    detail,
  });
}

/** Names of the fields that are not as they were. */
function changed(given: object, before: object): readonly string[] {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.entries(given).flatMap(([field, value]) =>
    value === undefined || isDeepStrictEqual(value, was.get(field)) ? [] : [field],
  );
}

/**
 * Writes what is given of somebody's employment, and records which fields it was.
 * @returns sentences by field for what can't be; null when it is done
 */
export async function changeEmployment(
  { vault, audit }: Context,
  tx: Tx,
  by: AuditActor,
  person: Pick<StoredPerson, 'id' | 'emailSealed'>,
  change: Partial<Employment>,
): Promise<Readonly<Record<string, string>> | null> {
  const { legalName, startDate, title, seniority, kind, managerId } = change;
  const personId = person.id;
  const { employment: before } = await readProfile({ vault }, tx, person);
  if (managerId) {
    const wrong = await wrongManager(tx, personId, managerId);
    if (wrong) return { managerId: wrong };
  }
  const columns: ProfileChange = {
    ...(await sealValues(vault, tx, personId, legalName === undefined ? {} : { legalName })),
    ...(startDate === undefined ? {} : { start_date: startDate }),
    ...(title === undefined ? {} : { title }),
    ...(seniority === undefined ? {} : { seniority }),
    ...(kind === undefined ? {} : { employment_kind: kind }),
    ...(managerId === undefined ? {} : { manager_id: managerId }),
  };
  await putProfile(tx, personId, columns);
  const fields = changed(change, before);
  const detail = {
    fields: fields.join(','),
    ...(managerId && fields.includes('managerId') ? { manager: managerId } : {}),
  };
  const target = { type: 'person', id: personId };
  await audit.append(tx, { actor: by, action: 'people.employment_changed', target, detail });
  return null;
}

/** Gives somebody another title, as what was decided elsewhere takes effect. Nothing is recorded where they have it already. */
export async function entitle(
  { audit }: Pick<Context, 'audit'>,
  tx: Tx,
  by: AuditActor,
  personId: string,
  title: string | null,
): Promise<void> {
  if (((await findProfile(tx, personId))?.title ?? null) === title) return;
  await putProfile(tx, personId, { title });
  const entry = { action: 'people.employment_changed', target: { type: 'person', id: personId } } as const;
  await audit.append(tx, { ...entry, actor: by, detail: { fields: 'title' } });
}

async function wrongManager(tx: Tx, personId: string, managerId: string): Promise<string | null> {
  const managers = await lockManagers(tx);
  if ((await findPerson(tx, { id: managerId }))?.state !== 'active') return 'There is no such active member.';
  if (makesCircle(managers, personId, managerId)) {
    return 'They report to this person themselves, directly or over others. Change that first.';
  }
  return null;
}

/** Two records of one human become one: what the kept one does not say, the other's says; what either hid stays hidden. */
export async function carryProfile({ vault }: Pick<Context, 'vault'>, tx: Tx, keptId: string, otherId: string) {
  const [kept, other] = [await findProfile(tx, keptId), await findProfile(tx, otherId)];
  await moveReports(tx, otherId, keptId);
  const portrait = await findPortrait(tx, otherId);
  if (portrait && (await findPortrait(tx, keptId)) === null) {
    const bytes = await vault.open(tx, { table: 'portraits', column: 'sealed', rowId: otherId }, portrait.sealed);
    const sealed = await vault.seal(tx, { table: 'portraits', column: 'sealed', rowId: keptId }, bytes);
    await putPortrait(tx, { person_id: keptId, sealed, mime: portrait.mime, changed_at: portrait.changed_at });
  }
  if (other) {
    const [mine, theirs] = [await openValues(vault, tx, kept), await openValues(vault, tx, other)];
    const manager = kept?.manager_id ?? other.manager_id;
    await putProfile(tx, keptId, {
      ...(await sealValues(vault, tx, keptId, {
        legalName: mine.legalName ?? theirs.legalName,
        pronouns: mine.pronouns ?? theirs.pronouns,
        phones: mine.phones.length > 0 ? mine.phones : theirs.phones,
        address: mine.address ?? theirs.address,
        emergency: mine.emergency ?? theirs.emergency,
      })),
      ...columnsOf(kept ? narrower(seenByOf(kept), seenByOf(other)) : seenByOf(other)),
      start_date: kept?.start_date ?? other.start_date,
      title: kept?.title ?? other.title,
      seniority: kept?.seniority ?? other.seniority,
      employment_kind: kept?.employment_kind ?? other.employment_kind,
      manager_id: manager === keptId ? null : manager,
    });
  }
  await deleteProfile(tx, otherId);
}
