import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Band, Equity, Group, OwnBand } from '../contract.ts';
import { bandText, daysText, standingText } from '../words.ts';
import { bodyOfBand, draftOfBand, isWhole } from './band-draft.ts';
import { groupText, queryOf } from './equity-words.ts';

const band = (given: Partial<Band> = {}): Band => ({
  ...{ id: 'b1', title: 'Joiner', place: null, locationId: null, from: '2026-01-01', until: null },
  ...{ min: 1400, mid: 1600, max: 1800, currency: 'EUR', per: 'hour', weeklyMinutes: null },
  ...given,
});
const own = (standing: OwnBand['standing']): OwnBand => ({ ...band(), standing });
const known = (bands: readonly Band[], titles: readonly string[] = ['Joiner']) => ({
  ...{ today: '2026-05-04', currency: 'EUR', locations: [{ id: 'l1', name: 'Quay' }], bands, titles },
});
const bandsPage = (answer: object) =>
  drawPage('/pay/bands', [
    [['me'], ownerOf()],
    [['pay', 'bands'], answer],
  ]);

test('the page of bands says of each title what it may earn, where and when, and which titles have none', async () => {
  const past = band({ id: 'b2', from: '2025-01-01', until: '2025-12-31', min: 1300 });
  const quay = band({ id: 'b3', place: 'Quay', locationId: 'l1', from: '2026-09-01' });
  const { text, buttons } = await bandsPage(known([band(), past, quay], ['Joiner', 'Rigger']));
  expect(text).toContain('€14.00 to €18.00 an hour Everywhere, midpoint €16.00');
  expect(text).toContain('€13.00 to €18.00 an hour Past');
  expect(text).toContain('To come Quay, midpoint €16.00');
  expect(text).toContain('Titles without a band: Rigger.');
  expect(buttons).toContainEqual(expect.stringMatching(/^Change Joiner, Quay, From .*2026$/));
  expect(buttons).toContain('Add a band');
});

test('without a band the page says what one is for', async () => {
  const { text } = await bandsPage(known([]));
  expect(text).toContain('No bands yet');
  expect(text).toContain('A wage outside asks to be confirmed');
});

test('a page that waits says so, and shows nothing', async () => {
  const { html } = await drawPage('/pay/bands', [[['me'], ownerOf()]]);
  expect(html).toContain('aria-label="Loading"');
});

test('bands and positions are said in words', () => {
  expect(bandText(band({ per: 'year', min: 3_000_000, max: 4_200_000, weeklyMinutes: 2310 }))).toBe(
    '€30,000.00 to €42,000.00 a year for 38.5 hours a week',
  );
  expect(bandText(band({ min: 1600, max: 1600 }))).toBe('€16.00 an hour');
  expect(daysText(band({ until: '2026-06-30' }))).toMatch(/January.* to .*June/);
  expect(standingText(own({ where: 'within', compa: 938, reach: 250 }))).toBe(
    'Within the band, at 0.94 of the midpoint',
  );
  expect(standingText(own({ where: 'above', compa: 1201, reach: 1003 }))).toContain('Above the band, at 1.20');
  expect(standingText(own(null))).toBe('No wage in EUR for all work to hold against it');
});

test('one’s own page shows the band where the organisation lets people see it, and nothing of it else', async () => {
  const pay = {
    ...{ personId: 'p1', name: 'Ana', today: '2026-05-04', currency: 'EUR', current: [], coming: [], entries: [] },
    ...{ roles: [], mayEnter: false, looks: [], title: 'Joiner' },
  };
  const mine = (shown: OwnBand | null) =>
    drawPage('/pay/me', [
      [['me'], ownerOf()],
      [['pay', 'me'], { ...pay, band: shown }],
      [['pay', 'people'], { people: [], administers: false }],
    ]);
  const { text } = await mine(own({ where: 'below', compa: 800, reach: -100 }));
  expect(text).toContain('Your band');
  expect(text).toContain('Below the band, at 0.80 of the midpoint.');
  expect((await mine(null)).text).not.toContain('Your band');
});

test('a band that is typed leaves as whole numbers of the smallest unit', () => {
  const fresh = draftOfBand('2026-05-04', 'EUR', null);
  expect(isWhole(fresh)).toBe(false);
  const typed = { ...fresh, title: ' Joiner ', min: 14.1, mid: 16.35, max: 18.7 };
  expect([isWhole(typed), bodyOfBand(typed)]).toEqual([
    true,
    {
      ...{ title: 'Joiner', locationId: null, from: '2026-05-04', until: null, currency: 'EUR', per: 'hour' },
      ...{ min: 1410, mid: 1635, max: 1870 },
    },
  ]);
  const year = { ...typed, per: 'year' as const };
  expect(isWhole(year)).toBe(false);
  expect(bodyOfBand({ ...year, weeklyHours: 38.5, currency: 'JPY', min: 300, until: '2026-12-31' })).toMatchObject({
    ...{ weeklyMinutes: 2310, min: 300, until: '2026-12-31' },
  });
  const before = band({ until: '2026-06-30', currency: 'JPY' });
  expect(draftOfBand('2026-05-04', 'EUR', before)).toMatchObject({ min: 1400, currency: 'JPY', until: '2026-06-30' });
  expect(bodyOfBand(draftOfBand('2026-05-04', 'EUR', band()))).toMatchObject({ min: 1400, mid: 1600, max: 1800 });
});

const figure = (value: number, people = 4) => ({ value, people, on: '2026-05-04' });
const group = (given: Partial<Group>): Group => ({ by: 'title', value: 'x', label: 'X', figures: [], ...given });
const equity = (given: Partial<Equity> = {}): Equity => ({
  ...{ today: '2026-05-05', within: null, choices: [group({ value: 'joiner', label: 'Joiner' })] },
  whole: group({ by: null, value: null, label: null }),
  tables: [],
  ...given,
});
const equityPage = (answer: object) =>
  drawPage('/pay/equity', [
    [['me'], ownerOf()],
    [['pay', 'equity', ''], answer],
  ]);

test('the page of groups shows medians with their day, and of what is not told that it is not shown', async () => {
  const figures = [{ currency: 'EUR', pay: figure(1650), compa: figure(103) }];
  const rows = [group({ value: 'joiner', label: 'Joiner', figures }), group({ value: 'rigger', label: 'Rigger' })];
  const { text } = await equityPage(
    equity({
      tables: [
        { by: 'title', rows },
        { by: 'kind', rows: [] },
      ],
    }),
  );
  expect(text).toMatch(/Joiner €16\.50 1\.03 4 \S+ \S+ 2026/);
  expect(text).toContain('Rigger not shown not shown not shown');
  expect(text).toContain('Not shown: too few people');
  expect(text).not.toContain('By kind of employment');
});

test('of everybody a midpoint alone is told as a sentence', async () => {
  const figures = [{ currency: 'EUR', pay: null, compa: figure(102) }];
  const { text } = await equityPage(equity({ whole: group({ by: null, value: null, label: null, figures }) }));
  expect(text).toContain('Not shown at 1.02 of the midpoint');
});

test('currencies stand in lines of their own', async () => {
  const pair = ['CHF', 'EUR'].map((currency) => ({ currency, pay: figure(2000), compa: null }));
  const { text } = await equityPage(
    equity({
      whole: group({ by: null, value: null, label: null, figures: pair }),
      tables: [{ by: 'kind', rows: [group({ by: 'kind', value: 'full_time', label: 'full_time', figures: pair })] }],
    }),
  );
  expect(text).toMatch(/Median an hour in CHF CHF.20\.00/);
  expect(text).toContain('Full time CHF');
  expect(text).toContain('Full time EUR €20.00 not shown');
});

test('with too few wages the page says what is needed', async () => {
  const { text } = await equityPage(equity({ choices: [] }));
  expect(text).toContain('Too few wages to compare');
});

test('groups have names and addresses', () => {
  expect(groupText({ by: 'location', value: null, label: null })).toBe('No single location');
  expect(groupText({ by: 'seniority', value: null, label: null })).toBe('Not said');
  expect(groupText({ by: 'kind', value: 'part_time', label: 'part_time' })).toBe('Part time');
  expect(queryOf({ by: 'title', value: 'chief & co', label: null })).toBe('?by=title&value=chief%20%26%20co');
  expect([queryOf({ by: 'title', value: null, label: null }), queryOf({ by: null, value: null, label: null })]).toEqual(
    [...['?by=title', '']],
  );
});
