import type { Mapping as MappingOf, Spellings } from '../../../../platform/imports/index.ts';

const shiftFields = ['days', 'start', 'end', 'people'] as const;
/** What a column of a file can tell of a role and of its shifts. */
export const columnFields = [
  ...(['role', 'location', 'department', 'rate', 'colour', 'headcount'] as const),
  ...shiftFields,
] as const;
export type ColumnField = (typeof columnFields)[number];
export type Mapping = MappingOf<ColumnField>;

/** Names under which schedules and spreadsheets in several languages give a field, in folded spelling. */
export const spellings: Spellings<ColumnField> = {
  role: [
    ...['role', 'role name', 'roles', 'job', 'job title', 'position', 'name', 'duty', 'station'],
    ...['rolle', 'stelle', 'tatigkeit', 'poste', 'puesto', 'funcao', 'cargo'],
  ],
  location: [
    ...['location', 'locations', 'site', 'store', 'branch', 'workplace', 'ward'],
    ...['standort', 'ort', 'filiale', 'lieu', 'local', 'ubicacion'],
  ],
  department: ['department', 'departments', 'team', 'area', 'abteilung', 'bereich', 'departement', 'departamento'],
  rate: [
    ...['hourly rate', 'rate', 'pay rate', 'hourly wage', 'wage', 'pay', 'cost per hour', 'hourly cost'],
    ...['stundenlohn', 'stundensatz', 'taux horaire', 'tarifa', 'valor hora'],
  ],
  colour: ['colour', 'color', 'farbe', 'couleur', 'cor'],
  headcount: ['headcount', 'head count', 'default people', 'besetzung', 'effectif', 'plantilla'],
  days: [
    ...['days', 'day', 'weekdays', 'weekday', 'days of week', 'days of the week', 'repeats on'],
    ...['tage', 'wochentage', 'jours', 'dias'],
  ],
  start: [
    ...['start', 'start time', 'from', 'begins', 'begin', 'shift start', 'starts'],
    ...['beginn', 'von', 'debut', 'de', 'inicio'],
  ],
  end: [...['end', 'end time', 'to', 'until', 'ends', 'shift end', 'finish'], ...['ende', 'bis', 'fin', 'a', 'fim']],
  people: [
    ...['people', 'people needed', 'needs', 'needed', 'staff', 'number of people', 'persons', 'quantity', 'qty'],
    ...['personen', 'personnes', 'personas', 'pessoas'],
  ],
};

/** What a row says, as it was written. */
export type Told = Readonly<Record<ColumnField, string>>;

/** Whether a row says anything of a shift. */
export const tellsShift = (told: Told): boolean => shiftFields.some((field) => told[field] !== '');
