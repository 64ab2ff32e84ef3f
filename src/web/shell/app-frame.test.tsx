import { expect, test } from 'vitest';
import { connection, employee, harbour, ownerOf, publisher } from '../../../test/support/answers.ts';
import { drawPage } from '../../../test/support/draw.tsx';
import type { Me } from '../contract.ts';

const draw = (me: Me | undefined) =>
  drawPage('/settings', [
    ...(me === undefined ? [] : [[['me'], me] as const]),
    [['organisation'], harbour],
    [['slack'], connection],
  ]);

test('an owner goes everywhere', async () => {
  const { links } = await draw(ownerOf());
  for (const place of ['/', '/requests', '/requests/new', '/members', '/settings']) expect(links).toContain(place);
});

test('a publisher has no members page to go to', async () => {
  const { links } = await draw(publisher);
  expect(links).toContain('/requests/new');
  expect(links).not.toContain('/members');
});

test('nothing of the app is drawn for visitors, employees, and before anybody is known', async () => {
  const visitor: Me = { signedIn: false, signIn: { email: true, slack: false } };
  for (const me of [visitor, employee, undefined]) {
    expect((await draw(me)).text).not.toContain('Settings');
  }
});

test('the first thing that the keyboard reaches skips the navigation', async () => {
  const { html, links } = await draw(ownerOf());
  expect(links[0]).toBe('#content');
  expect(html).toContain('id="content"');
  expect(html).toContain('aria-label="Main"');
});
