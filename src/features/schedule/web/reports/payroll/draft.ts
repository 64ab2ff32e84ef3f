import type { Column, Field, Mapping, Payroll, Saved } from './payroll-contract.ts';

/** A mapping that is being written; without an id it was never kept. */
export interface Draft extends Mapping {
  readonly id: string | null;
  readonly name: string;
  readonly revision: number;
}

const usual: readonly Field[] = ['person_name', 'day', 'role', 'location', 'hours', 'overtime_hours', 'amount'];

/** What a first mapping begins with. */
export function freshDraft({ fields, timeClock }: Pick<Payroll, 'fields' | 'timeClock'>): Draft {
  return {
    ...{ id: null, name: '', revision: 1, rows: 'day', source: timeClock ? 'worked' : 'planned' },
    ...{ separator: 'comma', decimals: 'point', dates: 'iso' },
    columns: usual.map((field) => columnOf(field, fields)),
  };
}

/** A column of a field, headed as the field is called. */
export function columnOf(field: Field, fields: Payroll['fields']): Column {
  return { field, heading: fields.find((one) => one.field === field)?.label ?? field };
}

export const draftOf = (saved: Saved): Draft => ({ ...saved });

/** The mapping alone, as previews ask for it. */
export function mappingOf({ rows, source, separator, decimals, dates, columns }: Draft): Mapping {
  return { rows, source, separator, decimals, dates, columns };
}

/** Whether something differs from what is kept. */
export function isChanged(draft: Draft, saved: Saved | undefined): boolean {
  return saved === undefined || JSON.stringify(ordered(draft)) !== JSON.stringify(ordered(saved));
}

function ordered({ name, rows, source, separator, decimals, dates, columns }: Omit<Draft, 'id'>) {
  return [name, rows, source, separator, decimals, dates, columns.map((one) => [one.heading, kindOf(one)])];
}

const kindOf = (column: Column) => ('field' in column ? ['field', column.field] : ['text', column.text]);

/** The list with one of its columns a place further up (-1) or down (1). */
export function moved(columns: readonly Column[], from: number, by: -1 | 1): Column[] {
  const column = columns[from];
  const to = from + by;
  if (column === undefined || to < 0 || to >= columns.length) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(to, 0, column);
}

/** What keeps a draft from being kept or shown; null: nothing. */
export function lackOf({ columns }: Pick<Draft, 'columns'>): string | null {
  if (columns.length === 0) return 'Add at least one column.';
  if (columns.some(({ heading }) => heading.trim() === '')) return 'Give every column a heading.';
  return null;
}
