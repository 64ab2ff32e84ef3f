/** What a column may hold, by how it is written. */
export const payrollFields = {
  person_name: { label: 'Name', kind: 'text' },
  person_id: { label: 'Person (id)', kind: 'text' },
  role: { label: 'Role', kind: 'text' },
  location: { label: 'Location', kind: 'text' },
  department: { label: 'Department', kind: 'text' },
  day: { label: 'Day', kind: 'date' },
  first_day: { label: 'First day', kind: 'date' },
  last_day: { label: 'Last day', kind: 'date' },
  hours: { label: 'Hours', kind: 'decimal' },
  minutes: { label: 'Minutes', kind: 'whole' },
  regular_hours: { label: 'Hours without overtime', kind: 'decimal' },
  overtime_hours: { label: 'Overtime hours', kind: 'decimal' },
  overtime_minutes: { label: 'Overtime minutes', kind: 'whole' },
  premium_hours: { label: 'Premium hours', kind: 'decimal' },
  premium_minutes: { label: 'Premium minutes', kind: 'whole' },
  rate: { label: 'Rate', kind: 'money' },
  amount: { label: 'Amount', kind: 'money' },
  premium_amount: { label: 'Premium amount', kind: 'money' },
  currency: { label: 'Currency', kind: 'text' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly kind: FieldKind }>>;

export type FieldKind = 'text' | 'date' | 'decimal' | 'whole' | 'money';
export type PayrollField = keyof typeof payrollFields;
export const fieldNames = Object.keys(payrollFields) as [PayrollField, ...PayrollField[]];

/** A column: one of the fields, or the same text in every row. */
export type Column = { readonly heading: string } & ({ readonly field: PayrollField } | { readonly text: string });

export const rowKinds = ['day', 'span'] as const;
export const sources = ['planned', 'worked'] as const;
export const separators = ['comma', 'semicolon', 'tab'] as const;
export const decimalMarks = ['point', 'comma'] as const;
export const dateFormats = ['iso', 'dots', 'slashes', 'us'] as const;

/** How rows become a file. */
export interface Mapping {
  /** A row for each person, day and role, or for each person and role. */
  readonly rows: (typeof rowKinds)[number];
  /** What was published, or what was worked and approved. */
  readonly source: (typeof sources)[number];
  readonly separator: (typeof separators)[number];
  readonly decimals: (typeof decimalMarks)[number];
  /** 2026-03-02, 02.03.2026, 02/03/2026, 03/02/2026. */
  readonly dates: (typeof dateFormats)[number];
  readonly columns: readonly Column[];
}

/** A mapping that is kept under a name. */
export interface SavedMapping extends Mapping {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
}
