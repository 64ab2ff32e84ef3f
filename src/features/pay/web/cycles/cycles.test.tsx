import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Cycle, Cycles, Line } from './contract.ts';
import { bodyOfCycle, draftOfCycle, isWholeCycle } from './cycle-draft.ts';
import { ShownCycle } from './cycle-page.tsx';
import { budgetText, rangeText } from './cycle-words.ts';

const hourly = (minor: number) => ({ kind: 'hourly', minor, currency: 'EUR', weeklyMinutes: null }) as const;
const line = (given: Partial<Line> = {}): Line => ({
  ...{ personId: 'p1', name: 'Ana', title: 'Joiner', managerId: 'm1', version: 1, pay: hourly(1500) },
  ...{ year: { of: 124_800, per: 60 }, increase: 0, isGoing: false, chosen: null, outside: null, obstacle: null },
  suggestion: { zone: 'lower', suggested: 40, min: 30, max: 60, minor: 1560 },
  raise: null,
  ...given,
});
const chosen = { minor: 1600, why: null, by: 'Pia', at: '2026-05-04T09:00:00.000Z', thousandths: 67 };
const range = { suggested: 30, min: 20, max: 40 };
const guidelines = { below: range, lower: range, middle: range, upper: range, above: range, unbanded: range };
const all = { setUp: true, open: false, choose: true, submit: true, close: true, cancel: true };
const none = { setUp: false, open: false, choose: true, submit: false, close: false, cancel: false };
const cycle = (given: Partial<Cycle> = {}): Cycle => ({
  ...{ id: 'c1', name: 'Summer review', from: '2026-06-01', currency: 'EUR', state: 'open', today: '2026-05-04' },
  ...{ keeps: true, revision: 2, weeklyMinutes: 2400, budget: 500_000, total: 0, payroll: 6_240_000, guidelines },
  ...{ shares: [], without: [], overrides: [], lines: [line()], may: all },
  ...given,
});
const draw = (given: Partial<Cycle> = {}) => drawPart(<ShownCycle cycle={cycle(given)} onChanged={() => undefined} />);
const known = (given: Partial<Cycles> = {}): Cycles => ({
  ...{ today: '2026-05-04', currency: 'EUR', keeps: true, cycles: [], people: [] },
  ...given,
});
const list = (found: Cycles, me: typeof employee = ownerOf()) =>
  drawPage('/pay/cycles', [
    [['me'], me],
    [['pay', 'cycles'], found],
  ]);

test('where there is no review, the list says what one is for, and offers one to those who keep pay alone', async () => {
  const mine = await list(known());
  expect(mine.text).toContain('No review yet Begin one with a budget');
  expect(mine.buttons).toContain('Begin a review');
  const theirs = await list(known({ keeps: false }), employee);
  expect(theirs.text).toContain('once those who keep pay have opened one');
  expect(theirs.buttons).not.toContain('Begin a review');
});

test('the list says how each stands and whom one sees, without an amount', async () => {
  const one = {
    id: 'c1',
    name: 'Summer review',
    from: '2026-06-01',
    currency: 'EUR',
    state: 'open',
    people: 2,
  } as const;
  const { text, links } = await list(known({ keeps: false, cycles: [one] }), employee);
  expect(text).toMatch(/Summer review Raises from .*2026 · in EUR · 2 people of yours Open/);
  expect(links).toContain('/pay/cycles/c1');
});

test('a review is not loaded before a reason is given, and the telling reason is not offered', async () => {
  const { text } = await drawPage('/pay/cycles/c1', [
    [['me'], ownerOf()],
    [['pay', 'cycles'], known({ cycles: [{ ...cycle(), people: 3 }] })],
  ]);
  expect(text).toMatch(/Summer review Open .*Why do you look/);
  expect(text).not.toContain('Raise or promotion');
});

test('the budget stands above the people, with what each of them costs', () => {
  const { text, html } = draw({ lines: [line({ chosen, increase: 208_000 }), line({ personId: 'p2', name: 'Ben' })] });
  expect(text).toContain('Budget €2,080.00 of €5,000.00 a year, €2,920.00 left');
  expect(text).toContain('3.3 % of what they earn now');
  expect(text).toMatch(
    /Ana Joiner €15.00 an hour 4 % \(3–6 %\) Lower third, outside the guideline % €2,080.00 .*By Pia/,
  );
  expect(html).toContain('aria-label="Raise in percent of Ben"');
  expect(html).toContain('value="16.00"');
  expect(html).toContain('width:41.6%');
});

test('a budget that is exceeded says by how much', () => {
  const { text, html } = draw({ budget: 200_000, lines: [line({ chosen, increase: 208_000 })] });
  expect(text).toContain('€2,080.00 of €2,000.00 a year, €80.00 over');
  expect(html).toContain('width:100%');
});

test('a manager sees a share or no budget, and nothing to do but to choose', () => {
  const mine = { keeps: false, revision: null, may: none, guidelines: null } as const;
  const share = draw({ ...mine, budget: 300_000 });
  expect(share.text).toContain('Your share €0.00 of €3,000.00 a year');
  expect(share.buttons.filter((label) => /Submit|Set up|Close|Cancel/.test(label))).toEqual([]);
  const without = draw({ ...mine, budget: null, lines: [line({ suggestion: null })] });
  expect(without.text).toContain('Your people €0.00 more a year');
  expect(without.buttons).not.toContain('Take what is suggested');
});

test('a line that can’t be chosen says why, and has no fields', () => {
  const of = (given: Partial<Line>) => draw({ lines: [line(given)] });
  expect(of({ obstacle: 'other_currency', suggestion: null }).text).toContain(
    'Paid in another currency, which is in no total here',
  );
  const waits = of({ chosen, raise: { id: 'r1', state: 'open' } });
  expect(waits.text).toMatch(/6.7 % €16.00 an hour .*Waits for approval/);
  expect(waits.links).toContain('/pay/raises/r1');
  expect(waits.html).not.toContain('<input');
  expect(of({ pay: null, suggestion: null, obstacle: 'no_wage' }).text).toContain('No wage on that day');
  expect(of({ chosen, outside: 'above' }).text).toContain('Above the band');
});

test('what those who keep it have to know stands above everything', () => {
  expect(draw({ state: 'draft', may: { ...none, choose: false, open: true } }).text).toMatch(/^This is a draft/);
  expect(draw({ lines: [line({ chosen, isGoing: true })] }).text).toMatch(/^Submitting was cut short/);
  const at = '2026-05-04T09:00:00.000Z';
  expect(draw({ overrides: [{ by: 'Pia', at, words: 'Prices have gone up' }] }).text).toMatch(
    /Submitted over the budget by Pia, .* Prices have gone up$/,
  );
  expect(draw().buttons).toEqual(
    expect.arrayContaining(['Submit', 'Set up', 'Close', 'Cancel it', 'Take what is suggested']),
  );
  expect(draw({ state: 'submitted' }).buttons).toContain('Submit the rest');
});

test('shares of managers stand below the whole, each with what is chosen for their people', () => {
  const shares = [{ managerId: 'm1', name: 'Max', budget: 100_000, total: 0 }];
  const { text } = draw({ shares, lines: [line({ chosen, increase: 208_000 })] });
  expect(text).toContain('Max €2,080.00 of €1,000.00 a year, €1,080.00 over');
});

test('what is typed to set it up leaves as whole numbers, and comes back the same', () => {
  const fresh = draftOfCycle(known(), null);
  expect([fresh.from, fresh.weeklyHours, isWholeCycle(fresh)]).toEqual(['2026-07-01', 40, false]);
  const typed = { ...fresh, name: ' Summer ', budget: 1234.5, shares: { m1: 10.1, m2: '' as const }, without: ['p9'] };
  expect(isWholeCycle(typed)).toBe(true);
  const body = bodyOfCycle(typed);
  expect(body).toMatchObject({
    ...{ name: 'Summer', budget: 123_450, weeklyMinutes: 2400, without: ['p9'] },
    ...{ shares: [{ managerId: 'm1', budget: 1010 }], guidelines: { below: { suggested: 50, min: 30, max: 80 } } },
  });
  const shares = [{ managerId: 'm1', name: 'Max', budget: 1010, total: 0 }];
  const again = draftOfCycle(known(), cycle({ ...body, shares, guidelines: body.guidelines }));
  expect(bodyOfCycle(again)).toEqual(body);
});

test('figures have words', () => {
  expect([rangeText({ suggested: 35, min: 20, max: 50 }), budgetText(100, null, 'EUR')]).toEqual([
    ...['3.5 % (2–5 %)', '€1.00 more a year'],
  ]);
});
