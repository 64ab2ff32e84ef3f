import { expect, test } from 'vitest';
import { connection, employee, harbour, ownerOf, publisher, visitorOf } from '../../../test/support/answers.ts';
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
  for (const me of [visitorOf(), employee, undefined]) {
    expect((await draw(me)).text).not.toContain('Settings');
  }
});

test('the first thing that the keyboard reaches skips the navigation', async () => {
  const { html, links } = await draw(ownerOf());
  expect(links[0]).toBe('#content');
  expect(html).toContain('id="content"');
  expect(html).toContain('aria-label="Main"');
});

test('one place at a time is where one is: one’s own pay is not the pay of everybody', async () => {
  const at = async (path: string) => {
    const { html } = await drawPage(path, [[['me'], ownerOf()]]);
    const rail = /<nav aria-label="Main".*?<\/nav>/s.exec(html)?.[0] ?? '';
    return [...rail.matchAll(/<a(?=[^>]*aria-current="page")[^>]* href="([^"]*)"/g)].map(([, href]) => href);
  };
  expect(await at('/pay/me')).toEqual(['/pay/me']);
  expect(await at('/pay/bands')).toEqual(['/pay']);
});

test('an owner without a second factor is asked to have one, a publisher isn’t', async () => {
  const offered = { security: { secondFactor: 'offered' as const } };
  const page = await draw(ownerOf(offered));
  expect(page.text).toContain('Protect your account with a second factor');
  expect(page.links).toContain('/account#second-factor');
  expect(page.buttons).toContain('Don’t show this again');
  expect((await draw({ ...publisher, ...offered })).text).not.toContain('second factor');
  expect((await draw(ownerOf())).text).not.toContain('second factor');
});

test('where a second factor is needed, nothing else is drawn', async () => {
  const page = await draw(ownerOf({ security: { secondFactor: 'needed' } }));
  expect(page.text).not.toContain('Settings');
});
