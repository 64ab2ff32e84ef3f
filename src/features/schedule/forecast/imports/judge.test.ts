import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../../platform/imports/index.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { type ForecastDay, unknownDay } from '../forecast.ts';
import { spellings, untold } from './columns.ts';
import { judge, markOfVerdict, type Verdict, wantedBy } from './judge.ts';

const role = (id: string, name: string, locationId: string, archived = false): WorkRole => ({
  ...{ id, name, locationId, archived, departmentId: null, colour: 'teal', importance: null, conditions: [] },
});
const roles = [
  role('bar', 'Bar', 'harbour'),
  role('hill bar', 'Bar', 'hill'),
  role('kitchen', 'Küche', 'harbour'),
  role('former', 'Door', 'harbour', true),
  role('door', 'Door', 'hill'),
];
const places = new Map([
  ['harbour', 'Harbour'],
  ['hill', 'The  Hill'],
]);
const mapping = { location: 0, role: 1, day: 2, time: 3, amount: 4 };

/** Judges lines such as `Harbour,Bar,2026-05-18,09:00,4`. */
function judged(lines: readonly string[], known: readonly ForecastDay[] = []): readonly Verdict[] {
  const rows = lines.map((text, index) => ({ line: index + 2, cells: text.split(',') }));
  return judge(rows, mapping, 5, { roles, places, forecasts: new Map([['bar', known]]) });
}
const saidOf = (verdict: Verdict | undefined) => (verdict?.verdict === 'error' ? verdict.why : verdict?.verdict);
const roleOf = (verdict: Verdict | undefined) => (verdict?.verdict === 'error' ? null : verdict?.wanted.role.id);

describe('a row', () => {
  it('is about the role of that name at that location, however both are written', () => {
    const rows = judged([
      'HARBOUR,bar,2026-05-18,09:00,4',
      'the hill,Bar,2026-05-18,09:00,4',
      ',kuche,2026-05-18,09:00,4',
      ',door,2026-05-18,09:00,4',
      ' Harbour , Bar ,2026-05-18,9:30,4',
    ]);
    expect(rows.map(roleOf)).toEqual(['bar', 'hill bar', 'kitchen', 'door', 'bar']);
  });

  it('says which role is missing, several, or archived', () => {
    const rows = judged([
      ',Bar,2026-05-18,09:00,4',
      'Harbour,Door,2026-05-18,09:00,4',
      'Nowhere,Bar,2026-05-18,09:00,4',
      'Harbour,,2026-05-18,09:00,4',
      `,${'x'.repeat(80)},2026-05-18,09:00,4`,
    ]);
    expect(rows.map(saidOf)).toEqual([
      'There are several roles “Bar”. Give the location too.',
      'The role “Door” is archived. Bring it back first.',
      'There is no role “Bar” at “Nowhere” among those that you schedule.',
      'No role is given.',
      `There is no role “${'x'.repeat(60)}” among those that you schedule.`,
    ]);
  });

  it('is new, changed or the same by what is forecast, where 0 is a number', () => {
    const day = unknownDay('2026-05-18');
    const known = { ...day, amounts: day.amounts.with(18, 0).with(19, 2.5) };
    const lines = ['0', '1'].map((amount) => `Harbour,Bar,2026-05-18,09:00,${amount}`);
    expect(lines.map((text) => saidOf(judged([text], [known])[0]))).toEqual(['same', 'changed']);
    expect(saidOf(judged(['Harbour,Bar,2026-05-18,09:30,2.50'], [known])[0])).toBe('same');
    expect(saidOf(judged(['Harbour,Bar,2026-05-18,10:00,0'], [known])[0])).toBe('new');
    expect(saidOf(judged(['Harbour,Bar,2026-05-19,09:00,0'], [known])[0])).toBe('new');
  });

  it('with a cell too many is wrong, as are an empty cell and a half hour that was named before', () => {
    const rows = judged([
      'Harbour,Bar,2026-05-18,09:00,4,5',
      'Harbour,Bar,,09:00,4',
      'Harbour,Bar,2026-05-18,,4',
      'Harbour,Bar,2026-05-18,09:00,',
      'Harbour,Bar,2026-05-18,09:00,4',
      'Harbour,Bar,18.5.2026,9:00 am,4',
    ]);
    expect(rows.map((row) => saidOf(row)?.split('. ')[0])).toEqual([
      'This row has more cells than there are columns',
      'Nothing is no day',
      'Nothing is no half hour',
      'Nothing is no number from 0 to 100000',
      'new',
      'Line 6 is about the same half hour',
    ]);
  });

  it('has a mark of its own for everything that it would do, and the same for the same', () => {
    const day = unknownDay('2026-05-18');
    const known = { ...day, amounts: day.amounts.with(18, 1) };
    const line = 'Harbour,Bar,2026-05-18,09:00,4';
    const marks = [
      ...judged([line]),
      ...judged([line], [known]),
      ...judged(['Harbour,Bar,2026-05-18,09:00,5']),
      ...judged(['Harbour,Bar,2026-05-18,09:30,4']),
      ...judged(['Harbour,Bar,2026-05-19,09:00,4']),
      ...judged(['The Hill,Bar,2026-05-18,09:00,4']),
      ...judged(['Harbour,Bar,2026-05-18,09:00,x']),
    ].map(markOfVerdict);
    expect(new Set(marks).size).toBe(marks.length);
    expect(judged([line]).map(markOfVerdict)).toEqual(marks.slice(0, 1));
  });
});

describe('columns', () => {
  it('are known by usual names in several languages, and each but the location has to be there', () => {
    expect(guessMapping(['Filiale', 'Funktion', 'Datum', 'Von', 'Gäste'], spellings)).toEqual(mapping);
    expect(guessMapping(['Fecha', 'Hora', 'Puesto', 'Cantidad'], spellings)).toEqual({
      ...{ location: null, role: 2, day: 0, time: 1, amount: 3 },
    });
    expect(untold({ ...mapping, location: null })).toBeNull();
    for (const field of ['role', 'day', 'time', 'amount'] as const)
      expect(untold({ ...mapping, [field]: null })).toContain(`the ${field}.`);
  });

  it('give what rows ask for before anything is looked up', () => {
    const rows = ['Harbour,Bar,2026-05-18,09:00,4', 'Harbour,Bar,x,09:00,4'].map((text, index) => ({
      ...{ line: index + 2, cells: text.split(',') },
    }));
    const [wanted, ...others] = wantedBy(rows, mapping, 5, { roles, places });
    expect([wanted?.role.id, wanted?.day, wanted?.half, wanted?.amount, others]).toEqual([
      ...['bar', '2026-05-18', 18, 4, []],
    ]);
  });
});
