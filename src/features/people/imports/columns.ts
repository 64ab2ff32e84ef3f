/** What a column of a file can tell of a person. */
export const columnFields = ['name', 'firstName', 'lastName', 'email', 'roles', 'departments', 'locations'] as const;
export type ColumnField = (typeof columnFields)[number];

/** For each field the number of its column, from zero; null where the file does not tell it. */
export type Mapping = { readonly [Field in ColumnField]: number | null };

/** Names under which HR systems, schedules and spreadsheets in several languages give a field, in folded spelling. */
const spellings: Readonly<Record<ColumnField, readonly string[]>> = {
  name: [
    'name',
    'full name',
    'employee',
    'employee name',
    'person',
    'display name',
    'vollstandiger name',
    'nom complet',
  ],
  firstName: ['first name', 'firstname', 'given name', 'forename', 'vorname', 'prenom', 'nombre', 'nome'],
  lastName: ['last name', 'lastname', 'surname', 'family name', 'nachname', 'nom', 'apellido', 'apellidos', 'apelido'],
  email: [
    ...['email', 'e mail', 'mail', 'email address', 'e mail address', 'work email', 'work e mail', 'username'],
    ...['e mail adresse', 'adresse e mail', 'courriel', 'correo', 'correo electronico', 'user principal name'],
  ],
  roles: ['roles', 'role', 'access', 'rights', 'rolle', 'rollen', 'funcao'],
  departments: [
    'departments',
    'department',
    'team',
    'teams',
    'abteilung',
    'abteilungen',
    'departement',
    'departamento',
  ],
  locations: [
    'locations',
    'location',
    'site',
    'store',
    'branch',
    'standort',
    'standorte',
    'lieu',
    'local',
    'ubicacion',
  ],
};

/** A name as it is compared, here as in the database: without case, accents and double spaces. */
export function folded(name: string): string {
  const marks = /[\u0300-\u036f]/g;
  return name.normalize('NFD').replaceAll(marks, '').replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Which column tells what, by the names in the header; the first one that fits counts, and none counts twice. */
export function guessMapping(header: readonly string[]): Mapping {
  const names = header.map((name) =>
    folded(name)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const found = columnFields.map((field) => {
    const column = names.findIndex((name) => spellings[field].includes(name));
    return [field, column === -1 ? null : column] as const;
  });
  return mappingOf(Object.fromEntries(found));
}

/** All fields, those that are not told as null. */
export function mappingOf(told: Partial<Mapping>): Mapping {
  const { name = null, firstName = null, lastName = null, email = null } = told;
  const { roles = null, departments = null, locations = null } = told;
  return { name, firstName, lastName, email, roles, departments, locations };
}

/** What a row says of a person, as it was written. */
export type Told = Pick<Record<ColumnField, string>, 'name' | 'email' | 'roles' | 'departments' | 'locations'>;

export function toldBy(cells: readonly string[], mapping: Mapping): Told {
  const cell = (field: ColumnField) => (mapping[field] === null ? '' : (cells[mapping[field]] ?? '').trim());
  const parts = [cell('firstName'), cell('lastName')].filter(Boolean).join(' ');
  return {
    ...{ name: cell('name') || parts, email: cell('email') },
    ...{ roles: cell('roles'), departments: cell('departments'), locations: cell('locations') },
  };
}

/** Several values in one cell: between semicolons, bars, commas or line breaks, or one known name that has such in it. */
export function listed(cell: string, isKnown: (name: string) => boolean): readonly string[] {
  const within = (text: string, mark: RegExp): readonly string[] =>
    isKnown(text) ? [text] : text.split(mark).map((part) => part.trim());
  const parts = within(cell, /[;|\r\n]+/).flatMap((part) => within(part, /,/));
  return [...new Map(parts.filter(Boolean).map((part) => [folded(part), part])).values()];
}
