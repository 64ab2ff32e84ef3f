import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../platform/csv/index.ts';
import { guessMapping } from '../../../../platform/imports/index.ts';
import { spellings } from './columns.ts';
import { judge } from './judge.ts';
import type { Case, Found } from './judgement.ts';
import { markOfVerdict } from './preview.ts';

const place = (id: string, name: string, archived = false) => ({ id, name, timeZone: null, archived });
const role = (id: string, name: string, more = {}) => ({
  ...{ id, name, locationId: 'porto', departmentId: 'bar', colour: 'teal', importance: null, conditions: [] },
  ...{ archived: false, ...more },
});
const shift = (id: string, needs: number) => ({
  ...{ id, zone: 'Europe/Lisbon', start: '2026-01-05T09:00', minutes: 480, exceptions: [], colour: null, revision: 3 },
  rule: {
    repeat: { every: 'week', interval: 1, days: ['MO', 'TU'], weekStart: 'MO' },
    ends: { kind: 'never' },
  } as const,
  payload: { needs, breakMinutes: 30, label: 'Early' },
  owner: { roleId: 'barista' },
});
const found: Found = {
  roles: [
    role('barista', 'Barista'),
    role('cook', 'Cook', { archived: true }),
    role('far', 'Far', { locationId: 'moon' }),
  ],
  series: [shift('early', 2)] as unknown as Found['series'],
  departments: [place('bar', 'Bar'), place('food', 'Food')],
  locations: [place('porto', 'Porto'), place('moon', 'Moon'), place('attic', 'Attic', true)],
  rates: new Map([['barista', 1250]]),
  ...{ currency: 'EUR', digits: 2, weekStart: 'MO' },
};
const header = 'role,location,department,rate,colour,headcount,days,start,end,people';
function judged(rows: string, more: Partial<Case> = {}, choices: Partial<Case['choices']> = {}) {
  const file = readCsv(`${header}\n${rows}`);
  if (!file.ok) throw new Error(file.why);
  return judge(file.rows, {
    ...{ columns: file.header.length, mapping: guessMapping(file.header, spellings), found, mayAddPlaces: true },
    choices: { createPlaces: false, from: '2026-05-05', ...choices },
    mayPlan: ({ locationId }) => locationId !== 'moon',
    ...more,
  });
}
const verdicts = (...args: Parameters<typeof judged>) => judged(...args).verdicts;
const whys = (...args: Parameters<typeof judged>) =>
  verdicts(...args).map((one) => ('why' in one ? one.why : one.verdict));

describe('a row', () => {
  it('adds a role with all that it says, and the rows below add to it', () => {
    const [first, second] = verdicts('Bar,porto,food,"12,50",Pink,3,Mon-Fri,9,17,\nbar,Porto,,,,,Sat,22,6,1');
    expect(first).toMatchObject({
      ...{ line: 2, role: 'Bar', verdict: 'new' },
      does: {
        add: { name: 'Bar', location: { id: 'porto' } },
        ...{ department: { id: 'food' }, colour: 'pink', rate: 1250 },
        shifts: { needs: 3, times: { start: '2026-05-05T09:00', minutes: 480 } },
      },
      changes: [
        { field: 'location', before: '', after: 'Porto' },
        { field: 'department', before: '', after: 'Food' },
        { field: 'rate', before: '', after: '12.50 EUR' },
        { field: 'colour', before: '', after: 'pink' },
        { field: 'shifts', before: '', after: 'every week on Mon to Fri, 09:00–17:00, 3 people' },
      ],
    });
    expect(second).toMatchObject({
      verdict: 'new',
      changes: [{ field: 'shifts', after: 'every week on Sat, 22:00–06:00, 1 person' }],
    });
    expect(second && 'does' in second && second.does.add).toBeUndefined();
  });

  it('changes of a role that is there only what differs', () => {
    expect(verdicts('barista,PORTO,Bar,12.50,teal,,Mon Tue,09:00,17:00,2')).toMatchObject([{ verdict: 'same' }]);
    expect(verdicts('Barista,Porto,Food,13,,,Mon Tue,9,17,4')).toMatchObject([
      {
        verdict: 'changed',
        does: { department: { id: 'food' }, rate: 1300, needs: { series: { id: 'early' }, people: 4 } },
        changes: [
          { field: 'department', before: 'Bar', after: 'Food' },
          { field: 'rate', before: '12.50 EUR', after: '13.00 EUR' },
          { field: 'shifts', before: 'every week on Mon and Tue, 09:00–17:00, 2 people', after: '4 people' },
        ],
      },
    ]);
    // The people of a shift that is there are only those that a row gives.
    expect(verdicts('Barista,Porto,,,,,Mon Tue,9,17,')).toMatchObject([{ verdict: 'same' }]);
    expect(verdicts('Barista,Porto,,,,5,,,,\nBarista,Porto,,,,,Sun,9,17,')).toMatchObject([
      { verdict: 'same' },
      { verdict: 'changed', does: { shifts: { needs: 5 } } },
    ]);
  });

  it('is refused with what to do', () => {
    const refusals: readonly (readonly [string, string])[] = [
      [',Porto,,,,,,,,', 'No role is named'],
      [`${'x'.repeat(101)},Porto,,,,,,,,`, 'longer than 100'],
      ['Bar,,,,,,,,,', 'Say where the role is'],
      ['Bar,Faro,,,,,,,,', 'choose to create'],
      ['Bar,Attic,,,,,,,,', 'is archived'],
      ['Bar,Moon,,,,,,,,', 'not among the locations'],
      ['Far,Moon,,,,,,,,', 'not among the locations'],
      ['Cook,Porto,,,,,,,,', 'This role is archived'],
      ['Bar,Porto,Cellar,,,,,,,', 'no department “Cellar”'],
      ['Bar,Porto,,much,,,,,,', 'is no amount'],
      ['Bar,Porto,,,ultraviolet,,,,,', 'Use pine, teal'],
      ['Bar,Porto,,,,many,,,,', 'no number of people'],
      ['Bar,Porto,,,,,Mon,9,,', 'Give all three'],
      ['Bar,Porto,,,,,,,,2', 'Give all three'],
      ['Bar,Porto,,,,,Someday,9,17,', 'no days of the week'],
      ['Bar,Porto,,,,,Mon,9,late,', 'no time of the day'],
      ['Bar,Porto,,,,,Mon,9,17,501', '0 to 500'],
      ['Bar,Porto,,,,,Mon,9,9:05,', 'too short'],
      ['Bar,Porto,,,,,,,,,extra', 'more cells'],
    ];
    const said = whys(refusals.map(([row]) => row).join('\n'));
    for (const [index, [row, words]] of refusals.entries())
      expect([row, said[index]]).toEqual([row, expect.stringContaining(words)]);
  });

  it('says of a role and of a shift nothing that a row above says otherwise', () => {
    const rows = [
      'Bar,Porto,Bar,,,,Mon,9,17,',
      'Bar,Porto,Food,,,,Tue,9,17,',
      'Bar,Porto,,,,,Mon,9:00,17:00,4',
      'Bar,Porto,,,,,,,,',
    ];
    expect(whys(rows.join('\n'))).toEqual([
      'new',
      expect.stringMatching(/Line 2 .*another department/),
      expect.stringMatching(/Line 2 .*same shift/),
      expect.stringMatching(/Line 2 .*same role/),
    ]);
    // A row in error says nothing: the next one makes the role.
    expect(verdicts('Bar,Porto,,,,,Mon,9,late,\nBar,Porto,,,,,Mon,9,17,')[1]).toMatchObject({
      does: { add: { name: 'Bar' } },
    });
  });
});

describe('places that are not there', () => {
  it('are named, and made by choice, by those who may', () => {
    const rows = 'Bar,Faro,Cellar,,,,,,,\nCook,FARO,Attic,,,,,,,';
    expect(judged(rows).missing).toEqual({ departments: ['Cellar', 'Attic'], locations: ['Faro'] });
    const choices = { createPlaces: true };
    expect(verdicts(rows, {}, choices)).toMatchObject([
      { does: { add: { location: { create: 'Faro' } }, department: { create: 'Cellar' } } },
      { does: { add: { location: { create: 'Faro' } } } },
    ]);
    expect(judged(rows, { mayAddPlaces: false }, choices)).toMatchObject({
      missing: { departments: [], locations: [] },
      verdicts: [{ why: expect.stringContaining('ask an owner or admin') }, {}],
    });
  });

  it('need no name where there is but one', () => {
    const only = { found: { ...found, locations: [place('porto', 'Porto')] } };
    expect(verdicts('Barista,,,,,,Sun,9,17,', only)).toMatchObject([{ verdict: 'changed' }]);
  });
});

describe('a header', () => {
  it.each([
    ['Position;Site;Team;Hourly rate;Color', { role: 0, location: 1, department: 2, rate: 3, colour: 4 }],
    ['Rolle\tStandort\tTage\tVon\tBis\tPersonen', { role: 0, location: 1, days: 2, start: 3, end: 4, people: 5 }],
    ['a,b', { role: null, location: null }],
  ])('%j is understood', (names, mapping) => {
    const file = readCsv(names);
    expect(guessMapping(file.ok ? file.header : [], spellings)).toMatchObject(mapping);
  });
});

it('a mark changes with what the row would do', () => {
  const mark = (row: string, ...rest: [Partial<Case>?, Partial<Case['choices']>?]) => {
    const [verdict] = verdicts(row, ...rest);
    return verdict && markOfVerdict(verdict);
  };
  const row = 'Bar,Porto,,,,,Mon,9,17,2';
  expect(mark(row)).toBe(mark(row));
  const others = [mark('Bar,Porto,,,,,Mon,9,17,3'), mark(row, {}, { from: '2026-05-12' }), mark('Bar,Porto,,,,,,,,')];
  for (const other of others) expect(other).not.toBe(mark(row));
  const needs = (revision: number): Partial<Case> => ({
    found: { ...found, series: [{ ...shift('early', 2), revision }] as unknown as Found['series'] },
  });
  const more = 'Barista,Porto,,,,,Mon Tue,9,17,3';
  expect(mark(more, needs(3))).not.toBe(mark(more, needs(4)));
});
