import { expect, test } from 'vitest';
import { employee } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { MyShift } from './mine-contract.ts';
import { myShiftOf } from './my-shift.fixture.ts';
import { NextShift } from './next-shift-panel.tsx';

const day = '2026-03-02';
const shift = myShiftOf('2026-03-04', { with: [{ name: 'Ana' }, { name: 'Ben' }], zone: 'Europe/Lisbon' });

const draw = (shifts: readonly MyShift[], search = '') =>
  drawPage(`/team/mine?day=${day}${search}`, [
    [['me'], employee],
    [['schedule', 'mine', day, '2026-03-29'], { shifts, hours: 7.5 }],
    [['schedule', 'mine', day, '2026-03-08'], { shifts, hours: 7.5 }],
    [['schedule', 'team', day], [{ ...shift, people: [{ name: 'Ana' }, { name: 'Cleo' }] }]],
  ]);

test('somebody with only the employee’s role reads their shifts, hours and colleagues', async () => {
  const { text } = await draw([shift]);
  expect(text).toContain('Wed 4 Mar');
  expect(text).toContain('09:00–17:00 Bar');
  expect(text).toContain('with Ana and Ben');
  expect(text).toContain('2–8 Mar 2026 7 h 30 min');
});

test('a week shows the days off too', async () => {
  const { text } = await draw([shift], '&show=week');
  expect(text).toContain('7 h 30 min this week');
  expect(text.match(/\bOff\b/g)).toHaveLength(6);
});

test('the team’s day tells names by place', async () => {
  const { text } = await draw([], '&show=team');
  expect(text).toContain('Quay');
  expect(text).toContain('Ana, Cleo');
});

test('without shifts it says that one is told', async () => {
  expect((await draw([])).text).toContain('No shifts in these weeks');
});

test('the shift that is on is the next one, in large', () => {
  const now = Date.now();
  const on = myShiftOf(day, {
    startsAt: new Date(now - 3_600_000).toISOString(),
    endsAt: new Date(now + 3_600_000).toISOString(),
  });
  const { text } = drawPart(<NextShift shifts={[on]} />, [[['me'], employee]]);
  expect(text).toContain('Next shift, now, until 17:00');
});
