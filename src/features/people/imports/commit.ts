import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { type Doable, folded, judgedDifferently, type Refused, sortOut } from '../../../platform/imports/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import { sealAddress } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import type { PlaceKind } from '../places/place.ts';
import { addPlace } from '../places/places.ts';
import { enqueueInvitations } from './invitations.ts';
import type { PlaceRef, Verdict, Wanted } from './judgement.ts';
import { type Asked, type Judged, judgeFile, markOfVerdict } from './preview.ts';
import { insertPeople, lockImports, type NewPerson, type PersonPatch, patchPeople, putWorks } from './store.ts';

type Context = Pick<PeopleContext, 'vault' | 'clock' | 'audit' | 'jobs'>;
type RefusedRow = Pick<Verdict, 'line' | 'name' | 'email'> & { readonly why: string };
type ToDo = Doable<Verdict>;

export type Imported = {
  readonly ok: true;
  readonly judged: Judged;
  readonly added: number;
  readonly changed: number;
  readonly invited: number;
  readonly same: number;
  readonly placesMade: number;
  readonly refused: readonly RefusedRow[];
};

/**
 * Imports in the caller's unit of work: all rows that do what the preview showed, and none of the others.
 * @param marks what the preview said of each row, in their order
 */
export async function importFile(
  context: Context,
  tx: Tx,
  by: Actor,
  asked: Asked,
  marks: readonly string[],
  timeZone: string,
): Promise<Imported | Refused> {
  await lockImports(tx);
  const judged = await judgeFile(context, tx, asked, true);
  if (!judged.ok) return judged;
  const { todo, refused } = sortOut(judged.verdicts, marks, markOfVerdict);
  const places = await makePlaces(context, tx, by, todo, timeZone);
  const done = await addAndChange(context, tx, todo);
  const late = done.taken.map((row) => ({ row, why: judgedDifferently }));
  await putAll(tx, done.people, places);
  await record(context, tx, by, done.people);
  const invited = done.people.filter(({ verdict }) => verdict.wanted.invited).map(({ id }) => id);
  await enqueueInvitations(context, tx, invited);
  const counts = {
    added: done.people.filter(({ verdict }) => verdict.verdict === 'new').length,
    changed: done.people.filter(({ verdict }) => verdict.verdict === 'changed').length,
    ...{ invited: invited.length, placesMade: places.size },
    same: judged.verdicts.filter(({ verdict }) => verdict === 'same').length,
  };
  const all = [...refused, ...late]
    .map(({ row: { line, name, email }, why }): RefusedRow => ({ line, name, email, why }))
    .toSorted((left, right) => left.line - right.line);
  await context.audit.append(tx, {
    actor: { kind: 'person', id: by.personId },
    action: 'people.members_imported',
    target: { type: 'organisation', id: by.orgId },
    detail: { ...counts, refused: all.length },
  });
  return { ok: true, judged, ...counts, refused: all };
}

const placeKinds = [
  ['department', 'departments'],
  ['location', 'locations'],
] as const;

const keyOf = (kind: PlaceKind, name: string) => `${kind} ${folded(name)}`;

/** Makes the places that rows ask for; gives their ids by kind and name. */
async function makePlaces(
  context: Context,
  tx: Tx,
  by: Actor,
  todo: readonly ToDo[],
  timeZone: string,
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>();
  for (const [kind, field] of placeKinds) {
    for (const ref of todo.flatMap(({ wanted }) => wanted[field] ?? [])) {
      if ('id' in ref || made.has(keyOf(kind, ref.create))) continue;
      const zone = kind === 'location' ? timeZone : null;
      const place = await addPlace(context, tx, by, kind, { name: ref.create, timeZone: zone });
      if (!place) throw new Error('a place that was just missing is there, although names are locked');
      made.set(keyOf(kind, ref.create), place.id);
    }
  }
  return made;
}

type Done = { readonly id: string; readonly verdict: ToDo };

async function addAndChange({ vault, clock }: Context, tx: Tx, todo: readonly ToDo[]) {
  const added: (Done & { readonly row: NewPerson })[] = [];
  const changed: (Done & { readonly row: PersonPatch })[] = [];
  for (const verdict of todo) {
    const { wanted } = verdict;
    const id = verdict.verdict === 'new' ? newId(clock) : verdict.person.id;
    const sealed = wanted.email ? await sealAddress(vault, tx, id, wanted.email) : null;
    const columns = { id, email_sealed: hexOf(sealed?.email_sealed), email_key: hexOf(sealed?.email_key) };
    if (verdict.verdict === 'new') added.push({ id, verdict, row: { ...columns, ...newcomer(wanted) } });
    else changed.push({ id, verdict, row: { ...columns, ...patchOf(wanted) } });
  }
  // Somebody else may be adding one of these addresses in this moment; whoever comes second is told.
  const made = await insertPeople(
    tx,
    added.map(({ row }) => row),
    clock.now(),
  );
  await patchPeople(
    tx,
    changed.map(({ row }) => row),
  );
  return {
    people: [...added.filter(({ id }) => made.has(id)), ...changed],
    taken: added.filter(({ id }) => !made.has(id)).map(({ verdict }) => verdict),
  };
}

const hexOf = (bytes: Uint8Array | null | undefined) => (bytes ? Buffer.from(bytes).toString('hex') : null);

const newcomer = ({ name = '', roles = ['employee'], invited }: Wanted) => ({
  ...{ name, roles },
  state: invited ? ('invited' as const) : ('active' as const),
});

const patchOf = ({ name, roles, invited }: Wanted) => ({
  ...{ name: name ?? null, roles: roles ?? null },
  state: invited ? ('invited' as const) : null,
});

async function putAll(tx: Tx, people: readonly Done[], made: ReadonlyMap<string, string>): Promise<void> {
  for (const [kind, field] of placeKinds) {
    const idOf = (ref: PlaceRef) => ('id' in ref ? ref.id : (made.get(keyOf(kind, ref.create)) ?? ''));
    const works = people.flatMap(({ id, verdict: { wanted } }) =>
      wanted[field] ? [{ personId: id, placeIds: wanted[field].map(idOf) }] : [],
    );
    await putWorks(tx, kind, works);
  }
}

/** Each person's entry stands by itself: whoever asks who gave somebody a role finds it under that person. */
async function record({ audit }: Context, tx: Tx, by: Actor, people: readonly Done[]): Promise<void> {
  const actor = { kind: 'person', id: by.personId } as const;
  await audit.appendAll(
    tx,
    people.map(({ id, verdict }) => {
      const { wanted } = verdict;
      const fields = { roles: wanted.roles?.join(',') ?? '', invited: wanted.invited === true };
      const entry = { actor, target: { type: 'person', id } };
      if (verdict.verdict === 'new') return { ...entry, action: 'people.member_added', detail: fields };
      const changed = verdict.changes.map(({ field }) => field).join(',');
      const rolesBefore = verdict.person.roles.join(',');
      return { ...entry, action: 'people.member_updated', detail: { ...fields, changed, rolesBefore } };
    }),
  );
}
