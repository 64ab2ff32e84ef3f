import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { SignedIn } from '../../../../web/contract.ts';
import type { Member } from './contract.ts';

const member = (id: string, name: string, change: Partial<Member> = {}): Member => ({
  id,
  name,
  email: `${id}@example.com`,
  roles: ['employee'],
  state: 'active',
  slack: false,
  ...change,
});
const maya = member('p1', 'Maya Lindqvist', { roles: ['owner', 'employee'], slack: true });
const tom = member('p2', 'Tom Okafor', { roles: ['publisher', 'employee'], state: 'invited' });
const ana = member('p3', 'Ana Ribeiro', { state: 'deactivated', email: null });

const draw = (members: readonly Member[], me: SignedIn = ownerOf()) =>
  drawPage('/members', [
    [['me'], me],
    [['members'], { members }],
  ]);

test('each member stands with role and state', async () => {
  const page = await draw([maya, tom, ana]);
  for (const words of ['Maya Lindqvist (you)', 'Owner', 'Invited', 'Publisher', 'Deactivated', 'Employee']) {
    expect(page.text).toContain(words);
  }
  expect(page.html).toContain('Known in Slack');
});

test('nobody changes themselves, and an admin doesn’t change an owner', async () => {
  const asOwner = await draw([maya, tom]);
  expect(asOwner.buttons).toContain('Change Tom Okafor');
  expect(asOwner.buttons).not.toContain('Change Maya Lindqvist');
  const asAdmin = await draw([maya, tom], ownerOf({ personId: 'p9', roles: ['admin', 'employee'] }));
  expect(asAdmin.buttons).not.toContain('Change Maya Lindqvist');
});

test('an owner alone is invited to invite', async () => {
  expect((await draw([maya])).text).toContain('It’s only you so far');
  expect((await draw([maya, tom])).text).not.toContain('only you');
});

test('a large company is searched, not scrolled', async () => {
  const many = Array.from({ length: 130 }, (_, index) => member(`m${index}`, `Person ${index}`));
  const page = await draw(many);
  expect(page.html).toContain('Search members');
  expect(page.text).toContain('30 more people');
  expect(page.text).toContain('Person 99');
  expect(page.text).not.toContain('Person 100');
  expect((await draw([maya, tom])).html).not.toContain('Search members');
});
