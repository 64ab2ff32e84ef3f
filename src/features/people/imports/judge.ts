import type { Address } from '../../../platform/auth/index.ts';
import type { CsvRow } from '../../../platform/csv/index.ts';
import { folded, listed, unfitRow } from '../../../platform/imports/index.ts';
import { roles as allRoles, type Role } from '../../../platform/policy/index.ts';
import { email as addressField, personName, placeName } from '../fields.ts';
import type { Place, PlaceKind } from '../places/place.ts';
import { type Mapping, personIn, type Told } from './columns.ts';
import type { Change, Choices, Found, Known, PlaceRef, Verdict, Wanted } from './judgement.ts';

/** A row as it was read, with the key of its address: made beforehand, because keys take the organisation's own key. */
export type ReadRow = CsvRow & { readonly emailKey: string | null };

export type Case = {
  readonly columns: number;
  readonly mapping: Mapping;
  readonly choices: Choices;
  readonly found: Found;
  /** Who imports: they don't change their own roles. */
  readonly byId: string;
  /** Asks the policies whether somebody with these roles may be given those. */
  readonly mayGive: (held: readonly Role[], wanted: readonly Role[]) => boolean;
};

/** More at once means that the wrong column was taken for places. */
const mostNewPlaces = 200;

/** The address of a row, where it is one. */
export function addressOf(cells: readonly string[], mapping: Mapping): Address | null {
  const parsed = addressField.safeParse(personIn(cells, mapping).email);
  return parsed.success ? parsed.data : null;
}

/** Judges every row against the organisation and the rows above it. */
export function judge(rows: readonly ReadRow[], about: Case): readonly Verdict[] {
  const index = indexOf(about);
  const above = new Map<string, number>();
  return rows.map((row) => {
    const told = personIn(row.cells, about.mapping);
    const seen = { line: row.line, name: told.name, email: told.email };
    const judged = judgeRow(row, told, index);
    const who = [row.emailKey === null ? `name ${folded(told.name)}` : `address ${row.emailKey}`];
    if (judged.verdict === 'changed') who.push(`person ${judged.person.id}`);
    const first = who.map((one) => above.get(one)).find((line) => line !== undefined);
    const isSomebody = told.name !== '' || told.email !== '';
    if (first !== undefined && isSomebody) return { ...seen, ...doubled(first) };
    for (const one of who) above.set(one, row.line);
    return { ...seen, ...judged };
  });
}

type Judged =
  | { readonly verdict: 'error'; readonly why: string }
  | { readonly verdict: 'same' }
  | { readonly verdict: 'new'; readonly wanted: Wanted; readonly changes: readonly Change[] }
  | {
      readonly verdict: 'changed';
      readonly person: Known;
      readonly wanted: Wanted;
      readonly changes: readonly Change[];
    };

const wrong = (why: string): Judged => ({ verdict: 'error', why });
const doubled = (line: number): Judged => wrong(`Line ${line} is about the same person. Keep one of the two.`);

/** What the organisation has, by what a row may name. */
type Index = Case & {
  readonly byEmail: ReadonlyMap<string, Known>;
  readonly byName: ReadonlyMap<string, readonly Known[]>;
  readonly placeBy: { readonly [Kind in PlaceKind]: ReadonlyMap<string, Place> };
  readonly placeNames: ReadonlyMap<string, string>;
  /** Names of places that would be made, in folded spelling, as the rows so far ask for them. */
  readonly toMake: { readonly [Kind in PlaceKind]: Map<string, string> };
};

function indexOf(about: Case): Index {
  const { people, places } = about.found;
  const byPlaceName = (kind: PlaceKind) => new Map(places[kind].map((place) => [folded(place.name), place]));
  return {
    ...about,
    byEmail: new Map(
      people.flatMap((person) => (person.emailKey === null ? [] : [[person.emailKey, person] as const])),
    ),
    byName: Map.groupBy(people, ({ name }) => folded(name)),
    placeBy: { department: byPlaceName('department'), location: byPlaceName('location') },
    placeNames: new Map([...places.department, ...places.location].map(({ id, name }) => [id, name])),
    toMake: { department: new Map(), location: new Map() },
  };
}

function judgeRow(row: ReadRow, told: Told, index: Index): Judged {
  const unfit = unfitRow(row.cells, index.columns);
  if (unfit !== null) return wrong(unfit);
  if (told.name === '' && told.email === '') return wrong('Neither name nor e-mail is given. Give at least a name.');
  const name = personName.safeParse(told.name);
  if (told.name !== '' && !name.success) return wrong(sentenceOf(name.error, 'This is no name.'));
  const email = addressField.safeParse(told.email);
  if (told.email !== '' && !email.success) return wrong(`“${told.email.slice(0, 60)}” is no e-mail address. Mend it.`);
  const person = whoIs(row, told, index);
  if (person !== null && 'verdict' in person) return person;
  const roles = rolesIn(told.roles);
  if (typeof roles === 'string') return wrong(roles);
  const departments = placesIn('department', told.departments, index);
  if (typeof departments === 'string') return wrong(departments);
  const locations = placesIn('location', told.locations, index);
  if (typeof locations === 'string') return wrong(locations);
  const wanted: Wanted = {
    ...(told.name === '' ? {} : { name: told.name }),
    ...(email.success ? { email: email.data } : {}),
    ...{ ...(roles && { roles }), ...(departments && { departments }), ...(locations && { locations }) },
  };
  return person === null ? judgeNew(wanted, index) : judgeKnown(person, wanted, index);
}

const sentenceOf = (error: { readonly issues: readonly { readonly message: string }[] }, otherwise: string) =>
  error.issues[0]?.message ?? otherwise;

/** Whom a row is about: by address; without one by a name that nobody else has. Null: somebody who is not here yet. */
function whoIs({ emailKey }: ReadRow, { name }: Told, index: Index): Known | Judged | null {
  const namesakes = index.byName.get(folded(name)) ?? [];
  if (emailKey !== null) {
    // Who was added without an e-mail gets it now, if only one person can be meant.
    const [only, ...others] = namesakes.filter((one) => one.emailKey === null && !one.hasAccess);
    return index.byEmail.get(emailKey) ?? (others.length === 0 && only?.state === 'active' ? only : null);
  }
  if (namesakes.some((one) => one.emailKey !== null)) {
    return wrong(
      'Somebody of this name is here with an e-mail. Give the row their e-mail, or another name if it is not them.',
    );
  }
  if (namesakes.length > 1)
    return wrong('Several people have this name. Give the row an e-mail, or change them by hand.');
  return namesakes[0] ?? null;
}

/** Null where nothing is said; a sentence where something else is. */
function rolesIn(cell: string): readonly Role[] | string | null {
  if (cell === '') return null;
  const named = listed(cell, () => false).map((name) => folded(name));
  const unknown = named.find((name) => !allRoles.some((role) => role === name));
  if (unknown !== undefined) return `There is no role “${unknown.slice(0, 60)}”. Use ${allRoles.join(', ')}.`;
  return allRoles.filter((role) => role === 'employee' || named.includes(role));
}

function placesIn(kind: PlaceKind, cell: string, index: Index): readonly PlaceRef[] | string | null {
  if (cell === '') return null;
  const known = index.placeBy[kind];
  const refs: PlaceRef[] = [];
  for (const name of listed(cell, (text) => known.has(folded(text)))) {
    const place = known.get(folded(name));
    if (place?.archived)
      return `The ${kind} “${place.name}” is archived. Bring it back under Settings, or leave it out.`;
    if (place) refs.push({ id: place.id });
    else {
      const made = toMake(kind, name, index);
      if (!made.ok) return made.why;
      refs.push({ create: made.name });
    }
  }
  return refs;
}

type ToMake = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly why: string };

function toMake(kind: PlaceKind, name: string, { choices, toMake: made }: Index): ToMake {
  const parsed = placeName.safeParse(name);
  const no = (why: string): ToMake => ({ ok: false, why });
  if (!parsed.success) return no(`“${name.slice(0, 60)}” can be no ${kind}: ${sentenceOf(parsed.error, '')}`);
  const known = made[kind].get(folded(name));
  if (known === undefined && made[kind].size === mostNewPlaces) {
    return no(`These would be more than ${mostNewPlaces} new ${kind}s. Check which column the ${kind}s are in.`);
  }
  if (known === undefined) made[kind].set(folded(name), parsed.data);
  if (!choices.createPlaces) {
    return no(`There is no ${kind} “${name}”. Mend the name, or choose to create what is missing.`);
  }
  return { ok: true, name: known ?? parsed.data };
}

const noEmail = 'Without an e-mail nobody can be invited. Give one, or choose to add people without inviting them.';
const noOwner = 'Nobody becomes an owner by an import. Leave the role out, and make them owner under Members.';

function judgeNew(wanted: Wanted, index: Index): Judged {
  const { choices, mayGive } = index;
  if (wanted.name === undefined) return wrong('This person is not here yet. Give a name too.');
  if (choices.invite && wanted.email === undefined) {
    return wrong(noEmail);
  }
  const roles = wanted.roles ?? ['employee'];
  if (roles.includes('owner')) return wrong(noOwner);
  if (!mayGive([], roles)) return wrong('Your role does not allow you to give these roles. Leave them out.');
  const asked: Wanted = { ...wanted, roles, ...(choices.invite ? { invited: true } : {}) };
  return { verdict: 'new', wanted: asked, changes: changesOf(null, asked, index) };
}

function judgeKnown(person: Known, wanted: Wanted, index: Index): Judged {
  const invited = index.choices.invite && !person.hasAccess && person.state === 'active';
  if (invited && person.emailKey === null && wanted.email === undefined) return wrong(noEmail);
  const asked: Wanted = { ...differing(person, wanted), ...(invited ? { invited: true } : {}) };
  const changes = changesOf(person, asked, index);
  if (changes.length === 0) return { verdict: 'same' };
  if (person.state === 'deactivated') {
    return wrong('This person was deactivated. Activate them under Members first, or leave the row out.');
  }
  const refusal = asked.roles ? refusedRoles(person, asked.roles, index) : null;
  return refusal === null ? { verdict: 'changed', person, wanted: asked, changes } : wrong(refusal);
}

function refusedRoles(person: Known, roles: readonly Role[], { byId, mayGive }: Index): string | null {
  if (roles.includes('owner') && !person.roles.includes('owner')) return noOwner;
  if (person.roles.includes('owner')) return 'This person is an owner. Change their roles under Members.';
  if (person.id === byId) return 'These are your own roles. Ask another admin to change them.';
  return mayGive(person.roles, roles) ? null : 'Your role does not allow you to change this person’s roles.';
}

/** Without what is as it is. */
function differing(person: Known, { name, email, roles, departments, locations }: Wanted): Wanted {
  const sameList = (held: readonly string[], wanted: readonly string[]) =>
    held.length === wanted.length && held.every((one) => wanted.includes(one));
  const idsOf = (refs: readonly PlaceRef[]) => refs.map((ref) => ('id' in ref ? ref.id : `+${ref.create}`));
  return {
    ...(name === undefined || name === person.name ? {} : { name }),
    ...(email === undefined || person.emailKey !== null ? {} : { email }),
    ...(roles === undefined || sameList(person.roles, roles) ? {} : { roles }),
    ...(departments === undefined || sameList(person.departments, idsOf(departments)) ? {} : { departments }),
    ...(locations === undefined || sameList(person.locations, idsOf(locations)) ? {} : { locations }),
  };
}

function changesOf(person: Known | null, wanted: Wanted, { placeNames }: Index): readonly Change[] {
  const nameOf = (ref: PlaceRef) => ('id' in ref ? (placeNames.get(ref.id) ?? '') : ref.create);
  const change = (field: Change['field'], before: readonly string[], after: readonly string[] | undefined) =>
    after === undefined ? [] : [{ field, before: before.join(', '), after: after.join(', ') }];
  const placesOf = (kind: 'departments' | 'locations') =>
    change(kind, person?.[kind].map((id) => placeNames.get(id) ?? '') ?? [], wanted[kind]?.map(nameOf));
  return [
    ...(person === null ? [] : change('name', [person.name], wanted.name === undefined ? undefined : [wanted.name])),
    ...(person === null ? [] : change('email', [], wanted.email === undefined ? undefined : [wanted.email])),
    ...change('roles', person?.roles ?? [], wanted.roles),
    ...placesOf('departments'),
    ...placesOf('locations'),
    ...change('invitation', [], wanted.invited ? ['by mail'] : undefined),
  ];
}

/** Places that rows name and the organisation does not have, whatever was chosen for them. */
export function missingPlaces(
  rows: readonly ReadRow[],
  about: Case,
): { readonly [Kind in PlaceKind]: readonly string[] } {
  const index = indexOf({ ...about, choices: { ...about.choices, createPlaces: true } });
  for (const { cells } of rows) {
    const told = personIn(cells, about.mapping);
    placesIn('department', told.departments, index);
    placesIn('location', told.locations, index);
  }
  const names = (kind: PlaceKind) => [...index.toMake[kind].values()];
  return { department: names('department'), location: names('location') };
}
