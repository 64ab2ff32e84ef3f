import { type Mapping as MappingOf, type Spellings, toldBy } from '../../../platform/imports/index.ts';

/** What a column of a file can tell of a person. */
export const columnFields = ['name', 'firstName', 'lastName', 'email', 'roles', 'departments', 'locations'] as const;
export type ColumnField = (typeof columnFields)[number];

export type Mapping = MappingOf<ColumnField>;

/** Names under which HR systems, schedules and spreadsheets in several languages give a field, in folded spelling. */
export const spellings: Spellings<ColumnField> = {
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

/** What a row says of a person, as it was written. */
export type Told = Pick<Record<ColumnField, string>, 'name' | 'email' | 'roles' | 'departments' | 'locations'>;

export function personIn(cells: readonly string[], mapping: Mapping): Told {
  const { firstName, lastName, name, ...told } = toldBy(cells, mapping);
  return { ...told, name: name || [firstName, lastName].filter(Boolean).join(' ') };
}
