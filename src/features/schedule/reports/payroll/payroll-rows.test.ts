import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../platform/csv/index.ts';
import { dayOfDate } from '../../calendar/local.ts';
import { fieldNames, type Mapping } from './mapping.ts';
import { payrollFile } from './payroll-file.ts';
import { type Payable, type PayrollNames, payrollRows } from './payroll-row.ts';

const day = (date: string) => dayOfDate(date) ?? Number.NaN;
const names: PayrollNames = {
  ...{ from: day('2026-05-18'), to: day('2026-05-31'), currency: 'EUR' },
  person: (id) => ({ ana: 'Ana', ben: '=BEN()' })[id] ?? '',
  role: () => ({ name: 'Bar', location: 'Harbour', department: '' }),
  rateOf: (personId, _roleId, on) => {
    if (personId === 'sal') return { minor: 5_200_000, minutes: 52 * 2400, currency: 'EUR', salaried: true, key: 's' };
    if (personId !== 'ana') return null;
    const minor = on < '2026-05-25' ? 1523 : 1650;
    return { minor, minutes: 60, currency: 'EUR', salaried: false, key: String(minor) };
  },
};
const payable = (given: Partial<Payable>): Payable => ({
  ...{ personId: 'ana', roleId: 'bar', day: day('2026-05-18'), minutes: 455, overtime: 0, premium: 0 },
  ...given,
});
const usual: Mapping = {
  ...{ rows: 'day', source: 'planned', separator: 'comma', decimals: 'point', dates: 'iso' },
  columns: [
    { heading: 'Who', field: 'person_name' },
    { heading: 'When', field: 'day' },
    { heading: 'Hours', field: 'hours' },
    { heading: 'Pay', field: 'amount' },
    { heading: 'Kind', text: 'WAGE' },
  ],
};

describe('rows for the payroll', () => {
  it('are one for each person, day and role, or for each person and role, with the same sums', () => {
    const work = [
      payable({}),
      payable({ minutes: 60, overtime: 60, premium: 30 }),
      payable({ day: day('2026-05-19') }),
      payable({ roleId: 'door' }),
      payable({ personId: 'ben' }),
    ];
    const byDay = payrollRows(work, 'day', names);
    const bySpan = payrollRows(work, 'span', names);
    expect([byDay.length, bySpan.length]).toEqual([4, 3]);
    for (const field of ['minutes', 'overtime_minutes', 'premium_minutes'] as const) {
      const sum = (rows: typeof byDay) => rows.reduce((all, row) => all + Number(row[field]), 0);
      expect([field, sum(byDay)]).toEqual([field, sum(bySpan)]);
    }
    expect(byDay.find((row) => row.minutes === 515)).toMatchObject({
      ...{ overtime_minutes: 60, premium_minutes: 30, regular_hours: 455 / 60, rate: 1523 },
      // 15.23 × 515 / 60 and × 30 / 60, each rounded once.
      ...{ amount: 13_072, premium_amount: 762, day: '2026-05-18' },
    });
  });

  it('are two where somebody earns more from the middle of the days on, each with its own rate and amount', () => {
    const work = [payable({}), payable({ day: day('2026-05-24') }), payable({ day: day('2026-05-25'), minutes: 60 })];
    expect(payrollRows(work, 'span', names)).toMatchObject([
      { minutes: 910, rate: 1523, amount: 23_099 },
      { minutes: 60, rate: 1650, amount: 1650 },
    ]);
  });

  it('tell the hours of a salary without an amount: what is paid does not follow them', () => {
    const [row] = payrollRows([payable({ personId: 'sal' })], 'span', names);
    expect(row).toMatchObject({ minutes: 455, rate: null, amount: null });
  });

  it('say nothing of money where no rate is known', () => {
    const [row] = payrollRows([payable({ personId: 'ben' }), payable({ personId: 'ben', roleId: null })], 'day', names);
    expect(row).toMatchObject({ rate: null, amount: null, premium_amount: null, role: '' });
  });
});

describe('the file of a payroll', () => {
  const file = (mapping: Partial<Mapping>, work: readonly Payable[] = [payable({})]) =>
    payrollFile({ ...usual, ...mapping }, payrollRows(work, mapping.rows ?? 'day', names));

  it('is written as its mapping says', () => {
    expect(file({})).toBe('\uFEFF"Who","When","Hours","Pay","Kind"\r\n"Ana","2026-05-18","7.58","115.49","WAGE"\r\n');
    expect(file({ separator: 'semicolon', decimals: 'comma', dates: 'dots' })).toBe(
      '\uFEFF"Who";"When";"Hours";"Pay";"Kind"\r\n"Ana";"18.05.2026";"7,58";"115,49";"WAGE"\r\n',
    );
    expect(file({ separator: 'tab', dates: 'us' })).toContain('"Ana"\t"05/18/2026"\t"7.58"');
    expect(file({ dates: 'slashes' })).toContain('"18/05/2026"');
  });

  it('holds no formula, whoever wrote the words, and comes back as it was', () => {
    const columns = [
      { heading: '=head', field: 'person_name' },
      { heading: 'Text', text: '@SUM(A1)' },
    ] as const;
    const text = file({ columns }, [payable({ personId: 'ben' })]);
    expect(text).toBe('\uFEFF"\'=head","Text"\r\n"\'=BEN()","\'@SUM(A1)"\r\n');
    expect(readCsv(text)).toMatchObject({ header: ['=head', 'Text'], rows: [{ cells: ['=BEN()', '@SUM(A1)'] }] });
  });

  it('can hold every field', () => {
    const columns = fieldNames.map((field) => ({ heading: field, field }));
    const read = readCsv(file({ columns }, [payable({ overtime: 15, premium: 30 })]));
    const [row] = read.ok ? read.rows : [];
    expect(Object.fromEntries(fieldNames.map((field, index) => [field, row?.cells[index]]))).toEqual({
      ...{ person_name: 'Ana', person_id: 'ana', role: 'Bar', location: 'Harbour', department: '' },
      ...{ day: '2026-05-18', first_day: '2026-05-18', last_day: '2026-05-31', hours: '7.58', minutes: '455' },
      ...{ regular_hours: '7.33', overtime_hours: '0.25', overtime_minutes: '15', premium_hours: '0.50' },
      ...{ premium_minutes: '30', rate: '15.23', amount: '115.49', premium_amount: '7.62', currency: 'EUR' },
    });
  });
});
