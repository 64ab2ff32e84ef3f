import type { Mapping as AnyMapping, Spellings } from '../../../../platform/imports/index.ts';

/** What a column of a file can tell of a forecast. */
export const columnFields = ['location', 'role', 'day', 'time', 'amount'] as const;
export type ColumnField = (typeof columnFields)[number];
export type Mapping = AnyMapping<ColumnField>;

/** Names under which tills, spreadsheets and other planners give a field in several languages, in folded spelling. */
export const spellings: Spellings<ColumnField> = {
  location: ['location', 'site', 'store', 'branch', 'standort', 'filiale', 'lieu', 'local', 'ubicacion'],
  role: ['role', 'job', 'position', 'rolle', 'funktion', 'poste', 'funcao', 'puesto'],
  day: ['day', 'date', 'tag', 'datum', 'jour', 'dia', 'data', 'fecha'],
  time: ['time', 'from', 'start', 'half hour', 'hour', 'zeit', 'uhrzeit', 'von', 'heure', 'hora'],
  amount: [
    ...['amount', 'forecast', 'demand', 'expected', 'number', 'count', 'guests', 'orders', 'people', 'customers'],
    ...['menge', 'anzahl', 'gaste', 'quantite', 'nombre', 'quantidade', 'cantidad'],
  ],
};

/** What a row says, as it was written. */
export type Told = Readonly<Record<ColumnField, string>>;

export function toldBy(cells: readonly string[], mapping: Mapping): Told {
  const cell = (field: ColumnField) => (mapping[field] === null ? '' : (cells[mapping[field]] ?? '').trim());
  return {
    ...{ location: cell('location'), role: cell('role') },
    ...{ day: cell('day'), time: cell('time'), amount: cell('amount') },
  };
}

/** What a row has to tell and no column does; null where all is told. */
export function untold(mapping: Mapping): string | null {
  const field = (['role', 'day', 'time', 'amount'] as const).find((one) => mapping[one] === null);
  return field === undefined ? null : `No column tells the ${field}. Choose which one does.`;
}
