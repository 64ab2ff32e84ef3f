import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { assignmentOf, personOf, planOf, roleOf, shiftOf } from './plan.fixture.ts';
import type { Period, Plan } from './plan-contract.ts';

const from = '2026-03-02';
const to = '2026-03-08';
const opened: Period = { id: 'week', firstDay: from, days: 7, revision: 1, published: 'none', changes: 0 };
const filled = planOf({
  roles: [roleOf('bar', { name: 'Bar' })],
  people: [personOf('ana', ['bar'], { name: 'Ana Sousa', minutes: 480, wantedMinutes: 2400 })],
  shifts: [
    shiftOf('s1', from, {
      needs: 2,
      assignments: [assignmentOf('a1', 'ana', { faults: [{ hard: true, words: 'Rest of 11 h' }] })],
    }),
  ],
  totals: { minutes: 480, open: 1, costMinor: 9600, currency: 'EUR', otherCosts: [] },
  undo: 'Ana on Mon 2 Mar',
});

const draw = (plan: Plan, period: Period | null = opened, search = '', me = ownerOf()) =>
  drawPage(`/team/schedule?day=${from}${search}`, [
    [['me'], me],
    [['schedule', 'period', from], period],
    [['schedule', 'plan', from, to], plan],
    [['schedule', 'plan', from, from], plan],
    [['schedule', 'update', 'week'], null],
  ]);

test('the board says who works when, what is open and what it comes to', async () => {
  const { text, buttons } = await draw(filled);
  expect(text).toContain('8 h planned');
  expect(text).toContain('€96.00 labour cost');
  expect(text).toContain('1 place open');
  expect(text).toContain('Not published yet');
  expect(text).toContain('8 h of 40 h ↓');
  expect(buttons).toEqual(
    expect.arrayContaining([
      'Bar, Mon 2 Mar 09:00–17:00, needs 2, 1 open',
      'Ana Sousa, Bar, Mon 2 Mar 09:00–17:00, not published yet, 1 conflict',
      'Undo: Ana on Mon 2 Mar',
      'Update schedule',
      'Publish',
    ]),
  );
});

test('a scheduler who is nothing else here has the board too', async () => {
  const { buttons } = await draw(filled, opened, '', { ...employee, roles: ['scheduler', 'employee'] });
  expect(buttons).toEqual(expect.arrayContaining(['Update schedule', 'Publish']));
});

test('by role, the shift stands above its people', async () => {
  const { buttons } = await draw(filled, opened, '&view=roles');
  const chips = buttons.filter((words) => words.includes('Mon 2 Mar 09:00'));
  expect(chips.map((words) => words.split(',')[0])).toEqual(['Bar', 'Ana Sousa']);
});

test('a day by the hour shows those who work', async () => {
  const { html, text } = await draw(filled, opened, '&view=day');
  expect(html).toContain('aria-label="Day by the hour"');
  expect(text).toContain('Ana Sousa');
});

test('before there are roles, the way leads to the set-up', async () => {
  const { text, links } = await draw(planOf({ roles: [] }));
  expect(text).toContain('No roles yet');
  expect(links).toContain('/team/setup');
});

test('a period that isn’t open has one button, and nothing to publish', async () => {
  const { buttons } = await draw(planOf(), { ...opened, id: null });
  expect(buttons).toContain('Open 2–8 Mar 2026');
  expect(buttons).not.toContain('Publish');
});

test('filters that leave nobody say so, with the way back', async () => {
  const { text, buttons } = await draw(filled, opened, '&q=nobody');
  expect(text).toContain('Nobody here passes the filters');
  expect(buttons).toContain('Show everybody');
});
