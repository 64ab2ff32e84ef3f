import type { Acts, StoredEntry } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { acts } from '../acts.ts';
import type { PeopleContext } from '../context.ts';
import { choicesOf } from '../notices/preference-store.ts';
import { nowhere } from '../places/place.ts';
import { listPlaces, placesOf } from '../places/store.ts';
import { readNotes } from '../profile/notes.ts';
import { readProfile } from '../profile/profiles.ts';
import { findPortrait } from '../profile/store.ts';
import { heldBy, listQualifications } from '../qualifications/store.ts';
import { namesOfPeople, type StoredPerson } from '../store.ts';
import { toursAnsweredBy } from '../tours/store.ts';

type Context = Pick<PeopleContext, 'vault' | 'audit' | 'personalSources'>;
type Section = { readonly title: string; readonly content: object };

/** All that this slice holds about a person, then what the others do. */
export async function everythingAbout(context: Context, tx: Tx, person: StoredPerson): Promise<readonly Section[]> {
  const { vault, personalSources = [] } = context;
  const { contact, seenBy, employment } = await readProfile(context, tx, person);
  const names = await namesOfPeople(tx, employment.managerId === null ? [] : [employment.managerId]);
  const { managerId, ...work } = employment;
  const portrait = await findPortrait(tx, person.id);
  const picture = portrait && {
    ...{ mime: portrait.mime, changedAt: portrait.changed_at },
    base64: Buffer.from(
      await vault.open(tx, { table: 'portraits', column: 'sealed', rowId: person.id }, portrait.sealed),
    ).toString('base64'),
  };
  const { id, name, roles, state, joinedAt, leftAt, slackUserId } = person;
  const sections: Section[] = [
    { title: 'Membership', content: { id, name, roles, state, joinedAt, leftAt, slackUserId } },
    { title: 'Where you work', content: await placeNamesOf(tx, id) },
    { title: 'How to reach you', content: contact },
    { title: 'Who sees it', content: seenBy },
    { title: 'Your picture', content: picture ? { picture } : {} },
    { title: 'Your work', content: { ...work, manager: managerId === null ? null : (names.get(managerId) ?? '') } },
    { title: 'Qualifications', content: { held: await heldNames(tx, id) } },
    {
      title: 'Notes about you',
      content: { notes: (await readNotes(context, tx, id)).map(({ id: _, ...note }) => note) },
    },
    { title: 'How you are told', content: Object.fromEntries((await choicesOf(tx, [id])).get(id) ?? []) },
    { title: 'Guided tours', content: { tours: await toursAnsweredBy(tx, id) } },
  ];
  for (const { title, read } of personalSources) sections.push({ title, content: await read(tx, id) });
  return sections;
}

async function placeNamesOf(tx: Tx, personId: string): Promise<object> {
  const { departments, locations, reach } = (await placesOf(tx, [personId])).get(personId) ?? nowhere;
  const places = [...(await listPlaces(tx, 'department')), ...(await listPlaces(tx, 'location'))];
  const named = (ids: readonly string[]) => ids.map((id) => places.find((place) => place.id === id)?.name ?? id);
  return {
    ...{ departments: named(departments), locations: named(locations) },
    ...{ schedulesDepartments: named(reach.departments), schedulesLocations: named(reach.locations) },
  };
}

async function heldNames(tx: Tx, personId: string): Promise<readonly object[]> {
  const known = new Map((await listQualifications(tx)).map(({ id, name }) => [id, name]));
  const held = (await heldBy(tx, [personId])).get(personId) ?? [];
  return held.map(({ qualificationId, expiresOn }) => ({ qualification: known.get(qualificationId) ?? '', expiresOn }));
}

/** Somebody looked at something of a person, or did something to them or as them. */
export type Recorded = {
  readonly at: Date;
  /** The name of who it was, as it is now. */
  readonly by: string;
  readonly act: string;
  readonly fields: string;
};

const most = 500;
const actors = { key: 'A program', slack: 'Slack', operator: 'The operator', system: 'Coact' } as const;

/**
 * Who looked at what is held about a person, the last first: at them by name, and at lists with everybody's addresses,
 * which they may have been on.
 */
export async function looksAt(context: Context, tx: Tx, { id, joinedAt }: StoredPerson): Promise<readonly Recorded[]> {
  const known: Acts = { ...context.audit.acts, ...acts };
  const reads = Object.entries(known).flatMap(([name, { reads: isRead }]) => (isRead ? [name] : []));
  const ofThem = { targetType: 'person', targetId: id, actions: reads };
  const ofLists = { actions: ['people.members_read'], from: joinedAt };
  const found = [
    ...(await context.audit.find(tx, ofThem, null, most)),
    ...(await context.audit.find(tx, ofLists, null, most)),
  ];
  const others = found.filter(({ entry: { actor } }) => actor.id !== id);
  return inWords(
    tx,
    others.toSorted((left, right) => right.seq - left.seq),
  );
}

/** What the audit log holds of what was done to a person, or by them, the last first. */
export async function recordedOf(context: Context, tx: Tx, personId: string): Promise<readonly Recorded[]> {
  const found = [
    ...(await context.audit.find(tx, { targetType: 'person', targetId: personId }, null, most)),
    ...(await context.audit.find(tx, { actorId: personId }, null, most)),
  ];
  const once = new Map(found.map((entry) => [entry.seq, entry]));
  return inWords(
    tx,
    [...once.values()].toSorted((left, right) => right.seq - left.seq),
  );
}

async function inWords(tx: Tx, entries: readonly StoredEntry[]): Promise<readonly Recorded[]> {
  const names = await namesOfPeople(
    tx,
    entries.map(({ entry: { actor } }) => actor.id),
  );
  return entries.map(({ at, entry: { actor, action, detail = {} } }) => ({
    ...{ at, act: action },
    by: actor.kind === 'person' ? (names.get(actor.id) ?? 'A former member') : actors[actor.kind],
    fields: String(detail.fields ?? detail.reason ?? ''),
  }));
}
