import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { type Answers, drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { clockOf, correctionOf, entryOf, period, plannedOf, rowOf, sheetOf } from './clock.fixture.ts';
import { ClockPanel } from './clock-panel.tsx';
import type { Clock } from './contract.ts';

const on: Answers[number] = [['schedule', 'clock-setting'], true];
const off: Answers[number] = [['schedule', 'clock-setting'], false];
const me: Answers[number] = [['me'], employee];
const panel = (clock: Clock) => drawPart(<ClockPanel />, [me, on, [['schedule', 'clock'], clock]]);
const mine = (sheet = sheetOf()): Answers => [
  ...[on, [['schedule', 'clock'], clockOf()] as const],
  ...[[['schedule', 'sheet', 'me', ''], sheet] as const, [['schedule', 'corrections', 'me'], []] as const],
];

test('nothing of the clock is shown where it is off', async () => {
  expect(drawPart(<ClockPanel />, [me, off]).text).toBe('');
  const { text, buttons } = await drawPage('/team/clock', [me, off]);
  expect(text).toContain('The time clock is switched off An owner or admin can switch it on.');
  expect(buttons).not.toContain('Clock in');
});

test('who is not clocked in sees for what they would be, and one button', () => {
  const near = panel(clockOf({ shift: plannedOf() }));
  expect(near.text).toContain('For your shift 09:00–17:00, Bar, Harbour.');
  expect(near.buttons).toEqual(['Clock in']);
  const far = panel(clockOf({ next: plannedOf() }));
  expect(far.text).toContain('work that nobody planned. Your next one: Mon 18 May, 09:00–17:00.');
});

test('who is working can take a break or go, and who is on a break comes back', () => {
  const running = entryOf({ endsAt: null, localEnd: null, breaks: [] });
  const working = panel(clockOf({ entry: running, shift: plannedOf() }));
  expect(working.text).toContain('Working since 09:00');
  expect(working.buttons).toEqual(['Clock out', 'Take a break']);
  const breaks = [{ ...running, localStart: '2026-05-18T12:00', startsAt: '2026-05-18T11:00:00.000Z' }];
  const resting = panel(clockOf({ entry: { ...running, breaks }, onBreak: true }));
  expect(resting.text).toContain('On a break since 12:00');
  expect(resting.buttons).toContain('End the break');
});

test('who forgot to clock out is asked when they left', () => {
  const entry = entryOf({ endsAt: null, localEnd: null, forgotten: true });
  const { text, buttons } = panel(clockOf({ entry }));
  expect(text).toContain('Did you forget to clock out? The clock runs since Mon 18 May, 09:00.');
  expect(buttons).toContain('Say when I left');
});

test('my hours stand beside what was planned, and are mine to correct', async () => {
  const { text, buttons } = await drawPage('/team/clock', [me, ...mine()]);
  expect(text).toContain('Planned 7 h 30 min Worked 8 h 30 min Difference +1 h');
  expect(text).toContain('Planned 09:00–17:00, Bar, Harbour');
  expect(text).toContain('09:00–18:00 · 8 h 30 min Bar, Harbour · Break 12:00–12:30');
  expect(buttons).toContain('Correct Mon 18 May, 09:00–18:00');
  expect(buttons).not.toContain('Timesheets');
  const empty = await drawPage('/team/clock', [me, ...mine(sheetOf({ planned: [], entries: [] }))]);
  expect(empty.text).toContain('No hours in this period');
});

test('whoever schedules approves the hours of others, or reads why not yet', async () => {
  const people = [
    rowOf(),
    rowOf({
      personId: 'p2',
      name: 'Ben',
      problem: 'An entry still runs. Correct it first.',
      forgotten: true,
      asked: 1,
    }),
  ];
  const sheets = { period, people, totals: rowOf(), locations: [], roles: [] };
  const answers: Answers = [[['me'], ownerOf()], on, [['schedule', 'clock'], clockOf()]];
  const { text, buttons, links } = await drawPage('/team/clock?tab=sheets', [
    ...answers,
    [['schedule', 'sheets', ''], sheets],
  ]);
  expect(buttons).toContain('Approve the hours of Ana');
  expect(buttons).toContain('Approve the hours of Ben: An entry still runs. Correct it first.');
  expect(text).toContain('1 correction asked');
  expect(links).toContain('/team/clock/people/p1?from=2026-05-18');
});

test('a correction is decided with both times and the reason in sight', async () => {
  const asked = correctionOf({ mayDecide: true });
  const { text, buttons } = await drawPage('/team/clock?tab=corrections', [
    ...[[['me'], ownerOf()] as const, on, [['schedule', 'clock'], clockOf()] as const],
    [
      ['schedule', 'corrections', 'asked'],
      [asked, correctionOf({ id: 'c2', personName: 'Me' })],
    ],
  ]);
  expect(text).toContain('Ana: Change, Mon 18 May It is 09:00–18:00, 8 h 30 min (Break 12:00–12:30) To be 09:00–17:00');
  expect(text).toContain('“I left early”');
  expect(text).not.toContain('Me: Change');
  expect(buttons).toEqual(expect.arrayContaining(['Approve', 'Decline']));
});
