import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { Reminders } from './reminders-window.tsx';
import { WriteForm } from './write-window.tsx';

const message = {
  id: 'm1',
  at: new Date().toISOString(),
  to: { kind: 'role', id: 'r1', day: null, name: 'Bar' },
  text: 'Bring the keys',
  people: 4,
  opened: 1,
};

test('a scheduler reads what they sent, to whom, and how many have opened it', async () => {
  const { text, buttons } = await drawPage('/team/messages', [
    [['me'], ownerOf()],
    [['schedule', 'messages'], [message]],
  ]);
  expect(text).toContain('Everybody who knows Bar Bring the keys');
  expect(text).toContain('1 of 4 opened it');
  expect(buttons).toContain('Write a message');
});

test('before the first message the page says what will stand there', async () => {
  const { text } = await drawPage('/team/messages', [
    [['me'], ownerOf()],
    [['schedule', 'messages'], []],
  ]);
  expect(text).toContain('You have written nothing yet');
});

test('a message is first for who is on shift today, and nobody until a location is chosen', () => {
  const { text, buttons } = drawPart(<WriteForm onDone={() => undefined} />, [
    [['me'], ownerOf()],
    [['locations'], []],
    [['schedule', 'roles'], []],
  ]);
  expect(text).toContain('Location');
  expect(text).toContain('Who is on shift then, as it is published');
  expect(buttons).toEqual(expect.arrayContaining(['Cancel', 'Send']));
});

test('reminders show what is chosen, and each can be taken away', () => {
  const { text, buttons, html } = drawPart(<Reminders />, [
    [
      ['schedule', 'reminders'],
      { beforeShifts: 120, reminders: [{ id: 'a', local: '2026-03-02T18:30', text: 'Bring the cake' }] },
    ],
  ]);
  expect(html).toMatch(/<option value="120" selected="">2 hours before/);
  expect(text).toContain('Bring the cake Mon 2 Mar 2026, 18:30');
  expect(buttons).toContain('Take away: Bring the cake');
});
