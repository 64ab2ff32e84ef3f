import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Role } from '../contract.ts';
import { BalancePanel } from '../staff/balance-panel.tsx';
import { OrderPanel } from './order-panel.tsx';
import { RatesPanel } from './rates-panel.tsx';
import { RolePeople } from './role-people.tsx';

const bar: Role = {
  ...{ id: 'bar', name: 'Bar', locationId: 'quay', departmentId: null, colour: 'pine', importance: 2 },
  ...{ conditions: [], people: ['ana'], series: 0, archived: false },
};
const people = [
  { id: 'ana', name: 'Ana' },
  { id: 'ben', name: 'Ben' },
];
const scheduler = ownerOf({ roles: ['scheduler', 'employee'] });
const answers = [
  [['schedule', 'roles'], [bar]],
  [['schedule', 'people'], people],
  [['locations'], [{ id: 'quay', name: 'Quay', timeZone: 'Europe/Lisbon', archived: false }]],
] as const;

test('what an hour begins with is for who answers for pay, and leads to what people earn', async () => {
  const rates = { currency: 'EUR', minor: 1_500 };
  const { text, html, links } = drawPart(<RatesPanel role={bar} />, [...answers, [['rates', 'bar'], rates]]);
  expect(html).toContain('value="15.00 EUR"');
  expect(links).toEqual(['/pay']);
  expect(text).not.toContain('Ana');
  const page = async (me: object) => (await drawPage('/team/roles/bar', [[['me'], me], ...answers])).text;
  expect(await page(ownerOf())).toContain('Shifts People (1) Rates');
  expect(await page(scheduler)).not.toContain('Rates');
});

test('whoever schedules finds the forecast of a role on its page, unless it is archived', async () => {
  const links = async (role: Role, me = scheduler) =>
    (await drawPage('/team/roles/bar', [[['me'], me], [['schedule', 'roles'], [role]], ...answers.slice(1)])).links;
  expect(await links(bar)).toContain('/team/forecast?role=bar');
  expect(await links({ ...bar, archived: true })).not.toContain('/team/forecast?role=bar');
  expect(await links(bar, ownerOf({ roles: ['payroll', 'employee'] }))).not.toContain('/team/forecast?role=bar');
});

test('ranks differ by weekday, and say on how many there is one', () => {
  const ranks = [
    { personId: 'ana', weekday: null, rank: 1 },
    { personId: 'ana', weekday: 5, rank: 3 },
  ];
  const { text } = drawPart(<RolePeople role={bar} />, [...answers, [['schedule', 'ranks', 'bar'], ranks]]);
  expect(text).toContain('Ranks for every day Monday Tuesday Wednesday Thursday Friday Saturday (1) Sunday');
});

test('the order shows places of days and roles; a scheduler does not set those of days', () => {
  const order = { roles: [{ id: 'bar', importance: 2 }], weekdays: [{ weekday: 5, importance: 1 }] };
  const draw = (me: object) =>
    drawPart(<OrderPanel mode="simple" />, [[['me'], me], ...answers, [['schedule', 'order'], order]]);
  expect(draw(ownerOf()).html).toMatch(/aria-label="Place of Bar"[^>]*value="2"/);
  expect(draw(ownerOf()).html.match(/<input[^>]*disabled/g)).toBeNull();
  const theirs = draw(scheduler);
  expect(theirs.html.match(/<input[^>]*disabled/g)).toHaveLength(7);
  expect(theirs.text).toContain('Owners and admins give days their places');
});

test('what somebody has left can be corrected, and time off entered for them, but not by themselves', () => {
  const sums = { granted: 9_600, used: 480, corrected: 0, asked: 0 };
  const balances = [{ kindId: 'k', name: 'Holiday', minutes: 9_120, ...sums }];
  const draw = (person: { readonly id: string; readonly name: string }) =>
    drawPart(<BalancePanel person={person} />, [
      [['me'], scheduler],
      [['schedule', 'balances', person.id], balances],
      [['schedule', 'time-off', person.id], []],
    ]);
  const ana = draw({ id: 'ana', name: 'Ana' });
  expect(ana.text).toContain('Holiday: 152 h left 160 h granted, 8 h used');
  expect(ana.buttons).toEqual(expect.arrayContaining(['Correct', 'Enter time off']));
  expect(draw({ id: scheduler.personId ?? '', name: 'Maya' }).buttons).not.toContain('Correct');
});
