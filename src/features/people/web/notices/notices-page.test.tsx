import { expect, test } from 'vitest';
import { employee, ownerOf, visitorOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Me } from '../../../../web/contract.ts';
import { inbox, notice } from './answers.fixture.ts';
import type { Notices } from './contract.ts';

const draw = (found: Notices | null, me: Me = employee) =>
  drawPage('/notices', [
    [['me'], me],
    ...(found === null ? [] : [[['notices', 'page', 1], found] as const]),
    ...(found === null ? [] : [[['notices', 'unread'], { unread: found.unread }] as const]),
  ]);

test('what is new is told apart, in words too', async () => {
  const page = await draw(inbox(notice(), notice({ id: 'n2', subject: 'Your schedule', read: true })));
  expect(page.text).toContain('New: Ana offers you a shift');
  expect(page.text).not.toContain('New: Your schedule');
  expect(page.buttons).toContain('Mark all as read');
  expect(page.html).toContain('aria-expanded="false"');
  expect((await draw(inbox(notice({ read: true })))).buttons).not.toContain('Mark all as read');
});

test('what reached nobody says so', async () => {
  expect((await draw(inbox(notice({ reached: false })))).text).toContain('Only here');
  expect((await draw(inbox(notice()))).text).not.toContain('Only here');
});

test('the bell says how many are new, for employees and for whoever has the navigation', async () => {
  for (const me of [employee, ownerOf()]) {
    expect((await draw(inbox(notice()), me)).buttons).toContain('Notices, 1 new one');
    expect((await draw(inbox(notice({ read: true })), me)).buttons).toContain('Notices');
  }
});

test('many are counted up to a hundred, and leafed through', async () => {
  const many = { notices: [notice()], total: 130, unread: 120 };
  const page = await draw(many);
  expect(page.text).toContain('99+');
  expect(page.text).toContain('130 notices');
});

test('an empty page says what will be there', async () => {
  expect((await draw(inbox())).text).toContain('Nothing yet');
});

test('until they are there, something grey is; visitors see nothing', async () => {
  expect((await draw(null)).html).toContain('aria-label="Loading"');
  expect((await draw(inbox(notice()), visitorOf())).text).not.toContain('Ana');
});
