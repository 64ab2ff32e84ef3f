import type { Mapping as MappingOf, Spellings } from '../../../../platform/imports/index.ts';

/** What a column of a file can tell of when somebody can work. */
export const columnFields = ['person', 'email', 'kind', 'days', 'date', 'start', 'end', 'until'] as const;
export type ColumnField = (typeof columnFields)[number];
export type Mapping = MappingOf<ColumnField>;

/** Names under which spreadsheets in several languages give a field, in folded spelling. */
export const spellings: Spellings<ColumnField> = {
  person: [
    ...['person', 'name', 'full name', 'employee', 'employee name', 'who', 'staff', 'colleague'],
    ...['mitarbeiter', 'mitarbeiterin', 'nom', 'nombre', 'nome'],
  ],
  email: [
    ...['email', 'e mail', 'mail', 'email address', 'e mail address', 'work email', 'work e mail', 'username'],
    ...['e mail adresse', 'adresse e mail', 'courriel', 'correo', 'correo electronico'],
  ],
  kind: [
    ...['kind', 'availability', 'available', 'type', 'status', 'can work', 'preference'],
    ...['art', 'verfugbarkeit', 'verfugbar', 'disponibilite', 'disponibilidad', 'disponibilidade'],
  ],
  days: [
    ...['days', 'day', 'weekdays', 'weekday', 'days of week', 'days of the week', 'repeats on'],
    ...['tage', 'wochentage', 'jours', 'dias'],
  ],
  date: [
    ...['date', 'on', 'from date', 'start date', 'first day', 'starting', 'valid from'],
    ...['datum', 'date de debut', 'fecha', 'data'],
  ],
  start: [
    ...['start', 'start time', 'from', 'begins', 'begin', 'starts'],
    ...['beginn', 'von', 'debut', 'de', 'inicio'],
  ],
  end: [...['end', 'end time', 'to', 'ends', 'finish'], ...['ende', 'bis', 'fin', 'a', 'fim']],
  until: [
    ...['repeats until', 'until', 'end date', 'last day', 'repeat until', 'valid until', 'through'],
    ...['gultig bis', 'date de fin', 'hasta', 'ate'],
  ],
};

/** What a row says, as it was written. */
export type Told = Readonly<Record<ColumnField, string>>;
