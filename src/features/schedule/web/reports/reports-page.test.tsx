import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { reportOf } from './report.fixture.ts';
import type { Report } from './report-contract.ts';
import { askedOf, reportSearch } from './report-search.ts';

const scheduler = ownerOf({ roles: ['scheduler', 'employee'] });

const draw = (report: Report, search = '', me = scheduler) =>
  drawPage(`/team/reports${search}`, [
    [['me'], me],
    [['reports', askedOf(reportSearch(Object.fromEntries(new URLSearchParams(search))))], report],
  ]);

test('a scheduler reads hours by person, and cost as an estimate of no single one', async () => {
  const { text, html, links } = await draw(reportOf());
  expect(text).toContain('Planned hours 96');
  expect(text).toContain('≈ €1,536');
  expect(text).toContain('Ana 32');
  expect(text).toContain('nobody’s pay can be read from it');
  expect(html).toContain('aria-label="32 hours planned"');
  expect(text).not.toContain('Worked');
  expect(links).not.toContain('/team/payroll');
});

test('an owner is asked why before what each costs is shown, and finds the payroll export', async () => {
  const { text: before } = await draw(reportOf({ pays: true }), '', ownerOf());
  expect(before).toContain('Show what each costs');
  expect((await draw(reportOf())).text).not.toContain('Show what each costs');
  const people = [{ personId: 'p1', name: 'Ana', ...reportOf().totals, costMinor: 51_234 }];
  const { text, links } = await draw(reportOf({ pays: true, exact: true, people }), '', ownerOf());
  expect(text).toContain('€512.34');
  expect(text).not.toContain('≈');
  expect(text).toContain('Hide what each costs');
  expect(links).toContain('/team/payroll');
});

test('amounts of different currencies stand side by side, in no sum', async () => {
  const otherCosts = [{ currency: 'CHF', minor: 20_000, workedMinor: null }];
  const { text } = await draw(reportOf({ totals: { ...reportOf().totals, otherCosts } }));
  expect(text).toMatch(/≈ €1,536 and CHF.200\.00/);
});

test('where the time clock is on, what was worked stands beside the plan with the difference', async () => {
  const figures = { ...reportOf().totals, planned: 480, worked: 450, workedOvertime: 0 };
  const people = [{ personId: 'p1', name: 'Ana', ...figures }];
  const { text } = await draw(reportOf({ timeClock: true, totals: figures, people }));
  expect(text).toContain('Ana 8 7.5 −0.5 0');
});

test('fairness shows the spread and everybody, also who has nothing', async () => {
  const { text } = await draw(reportOf(), '?show=fairness');
  expect(text).toContain('Hours 0 – 32 on average 16');
  expect(text).toContain('Ben 0 – 0 0 0');
});

test('filled places stand by role and by weekday', async () => {
  const { text, html } = await draw(reportOf(), '?show=filled');
  expect(text).toContain('Bar, Harbour 28 21 75 %');
  expect(text).toContain('Saturday 4 3 75 %');
  expect(html).toContain('aria-label="21 of 28 places filled"');
});

test('coverage stands by role beside its total; without a forecast the page leads to where one is made', async () => {
  const { text, html } = await draw(reportOf(), '?show=coverage');
  expect(text).toContain('Bar, Harbour 50 45 5 1.5 90 %');
  expect(text).toContain('Total 50 45 5 1.5 90 %');
  expect(html).toContain('aria-label="45 of 50 hours covered"');
  const none = { totals: { needed: 0, covered: 0, short: 0, over: 0 }, roles: [] };
  const { text: words, links } = await draw(reportOf({ coverage: none }), '?show=coverage');
  expect(words).toContain('Nothing is forecast in these days');
  expect(links).toContain(`/team/forecast?day=${reportOf().from}`);
});

test('changes say what was late by the notice that is due', async () => {
  const { text } = await draw(reportOf(), '?show=changes');
  expect(text).toContain('less than 14 days before');
  expect(text).toContain('Bar, Harbour 2 1 20 3 1.5');
});

test('days without work say so', async () => {
  const empty = reportOf();
  const none = { people: [], spread: null };
  const filled = { ...empty.filled, totals: { places: 0, filled: 0 } };
  const { text } = await draw({ ...empty, people: [], fairness: none, filled });
  expect(text).toContain('Nothing to report in these days');
});

test('what is asked of the server is a stretch by its name, unless days are given', () => {
  expect(askedOf({ stretch: 'month', show: 'filled' })).toBe('stretch=month');
  expect(askedOf({ stretch: 'month', from: '2026-05-01', to: '2026-05-09', roles: ['a', 'b'] })).toBe(
    'from=2026-05-01&to=2026-05-09&roles=a%2Cb',
  );
  expect(reportSearch({ stretch: 'year', from: 'x', roles: 'a' })).toEqual({});
});
