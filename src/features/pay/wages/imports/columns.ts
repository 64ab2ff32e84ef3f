import type { Mapping as MappingOf, Spellings } from '../../../../platform/imports/index.ts';

/** What a column of a file can tell of a wage. */
export const columnFields = ['person', 'role', 'kind', 'amount', 'currency', 'hours', 'from', 'why'] as const;
export type ColumnField = (typeof columnFields)[number];
export type Mapping = MappingOf<ColumnField>;

/** Names under which payroll programs and spreadsheets in several languages give a field, in folded spelling. */
export const spellings: Spellings<ColumnField> = {
  person: [
    ...['person', 'email', 'e mail', 'mail', 'email address', 'e mail address', 'work email', 'work e mail'],
    ...['person id', 'id', 'username', 'e mail adresse', 'adresse e mail', 'courriel', 'correo', 'correo electronico'],
  ],
  role: ['role', 'job', 'for role', 'rolle', 'funktion', 'poste', 'funcao', 'puesto'],
  kind: [
    ...['kind', 'per', 'pay type', 'wage type', 'type', 'unit', 'pay period', 'frequency', 'paid'],
    ...['art', 'lohnart', 'einheit', 'periode', 'tipo', 'unidad', 'unidade'],
  ],
  amount: [
    ...['amount', 'wage', 'pay', 'rate', 'pay rate', 'hourly rate', 'salary', 'gross', 'gross pay'],
    ...['betrag', 'lohn', 'gehalt', 'montant', 'salaire', 'importe', 'salario', 'valor'],
  ],
  currency: ['currency', 'currency code', 'wahrung', 'devise', 'moneda', 'moeda'],
  hours: [
    ...['hours', 'hours a week', 'hours per week', 'weekly hours', 'contract hours', 'contracted hours'],
    ...['stunden', 'wochenstunden', 'heures par semaine', 'horas semanales', 'horas semanais'],
  ],
  from: [
    ...['from', 'from day', 'from date', 'start', 'start date', 'effective', 'effective date', 'effective from'],
    ...['valid from', 'since', 'ab', 'gultig ab', 'datum', 'a partir du', 'desde', 'a partir de'],
  ],
  why: ['why', 'reason', 'note', 'comment', 'remark', 'grund', 'bemerkung', 'motif', 'motivo', 'razon'],
};

/** What a row says, as it was written. */
export type Told = Readonly<Record<ColumnField, string>>;
