import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../../platform/imports/index.ts';
import type { WorkRole } from '../../../schedule/index.ts';
import { spellings, type Told } from './columns.ts';
import { wantedIn } from './read-row.ts';

const role = (id: string, name: string, archived = false): WorkRole => ({
  ...{ id, name, archived, locationId: 'harbour', departmentId: null, colour: 'teal', importance: null },
  conditions: [],
});
const bar = '0190c2f4-0000-7000-8000-000000000001';
const roles = [role(bar, 'Bar'), role('0190c2f4-0000-7000-8000-000000000002', 'Door'), role('old-door', 'Door', true)];

const told = (given: Partial<Told> = {}): Told => ({
  ...{ person: 'ana@x.example', role: '', kind: 'hourly', amount: '15.50', currency: 'EUR', hours: '' },
  ...{ from: '2026-06-01', why: 'As agreed', ...given },
});
const read = (given: Partial<Told>) => wantedIn(told(given), roles);
const payOf = (given: Partial<Told>) => {
  const found = read(given);
  return 'value' in found ? found.value.pay : found.why;
};

describe('a row', () => {
  it('says how much for which time, in the currency’s own smallest unit', () => {
    expect(read({})).toEqual({
      value: {
        ...{ roleId: null, from: '2026-06-01', why: 'As agreed' },
        pay: { kind: 'hourly', minor: 1550, currency: 'EUR' },
      },
    });
    const minor = (amount: string, currency: string) => payOf({ amount, currency, kind: 'an hour' });
    expect(minor('0.29', 'eur')).toMatchObject({ minor: 29, currency: 'EUR' });
    expect(minor('1500', 'JPY')).toMatchObject({ minor: 1500 });
    expect(minor('1,500', 'JPY')).toMatchObject({ minor: 1500 });
    expect(minor('3.275', 'KWD')).toMatchObject({ minor: 3275 });
    expect(minor('€ 15,50', 'EUR')).toMatchObject({ minor: 1550 });
    expect(minor('15.50 EUR', 'EUR')).toMatchObject({ minor: 1550 });
  });

  it('of a salary says for how many hours a week, to the minute', () => {
    const salary = { kind: 'Monatlich', amount: '3.200,00', hours: '38,5' };
    expect(payOf(salary)).toEqual({ kind: 'monthly', minor: 320_000, currency: 'EUR', weeklyMinutes: 2310 });
    expect(payOf({ ...salary, kind: 'per year', amount: '52,000', hours: '38.33' })).toMatchObject({
      ...{ kind: 'yearly', minor: 5_200_000, weeklyMinutes: 2300 },
    });
    // Spreadsheets fill a column for everybody.
    expect(payOf({ hours: '40' })).toEqual({ kind: 'hourly', minor: 1550, currency: 'EUR' });
  });

  it('names a role as the schedule does, or by its id', () => {
    expect(read({ role: 'bar' })).toMatchObject({ value: { roleId: bar } });
    expect(read({ role: bar.toUpperCase() })).toMatchObject({ value: { roleId: bar } });
    expect(read({ role: 'Door' })).toMatchObject({ value: { roleId: roles[1]?.id } });
    expect(wantedIn(told({ role: 'Bar' }), [...roles, role('other', 'Bar')])).toMatchObject({
      why: expect.stringContaining('Several roles'),
    });
  });

  const wrong: readonly (readonly [Partial<Told>, string])[] = [
    [{ role: 'Kitchen' }, 'no such role'],
    [{ kind: '' }, 'hourly, monthly or yearly'],
    [{ kind: 'salary' }, 'monthly or yearly'],
    [{ currency: '' }, 'three letters'],
    [{ currency: 'EUX' }, 'no such currency'],
    [{ amount: '' }, 'No amount'],
    [{ amount: '4242431' }, 'more than anybody earns'],
    [{ amount: '99999999999999999999' }, 'more than anybody earns'],
    [{ amount: '-42424.31' }, 'no amount'],
    [{ amount: '$15.50' }, 'no amount of the currency'],
    [{ amount: '15k' }, 'no amount'],
    [{ amount: '15.505' }, 'can be two amounts'],
    [{ amount: '1550.5', currency: 'JPY' }, 'Write it as 1550.'],
    [{ amount: '0' }, 'more than nothing'],
    [{ kind: 'monthly' }, 'so many hours a week'],
    [{ kind: 'monthly', hours: 'full' }, 'no number'],
    [{ kind: 'monthly', hours: '101' }, 'at most 100 hours'],
    [{ from: '' }, 'No first day'],
    [{ from: '05/04/2026' }, 'could be two'],
    [{ from: '42424.31' }, 'Write 2026-03-29'],
    [{ from: '2150-01-01' }, 'between 1950 and 2099'],
    [{ why: '' }, 'say why'],
    [{ why: 'x'.repeat(501) }, '500 characters'],
  ];
  it.each(wrong)('%j is in error, says what to do and repeats no cell', (given, words) => {
    const found = read(given.amount === '4242431' ? { ...given, amount: '424243100.00' } : given);
    expect(found).toMatchObject({ why: expect.stringContaining(words) });
    const why = 'why' in found ? found.why : '';
    expect(why).toMatch(/\.$/);
    for (const cell of Object.values(given).filter((one) => one.length > 3 && one !== 'salary'))
      expect(why).not.toContain(cell);
  });
});

describe('a header', () => {
  it.each([
    [
      ['Person', 'Role', 'Kind', 'Amount', 'Currency', 'Hours a week', 'From', 'Why'],
      [0, 1, 2, 3, 4, 5, 6, 7],
    ],
    [
      ['E-Mail', 'Lohnart', 'Betrag', 'Währung', 'Gültig ab', 'Grund'],
      [0, null, 1, 2, 3, null, 4, 5],
    ],
    [
      ['work_email', 'Job', 'Pay type', 'Pay rate', 'Currency code', 'Effective date'],
      [0, 1, 2, 3, 4, null, 5, null],
    ],
  ] as const)('%j is understood', (header, columns) => {
    expect(Object.values(guessMapping(header, spellings))).toEqual(columns);
  });
});
