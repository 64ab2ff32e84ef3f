import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { SignedIn } from '../../../../web/contract.ts';
import type { Member } from './contract.ts';
import { everybody } from './members-query.ts';

const member = (id: string, name: string, change: Partial<Member> = {}): Member => ({
  id,
  name,
  email: `${id}@example.com`,
  roles: ['employee'],
  state: 'active',
  slack: false,
  departments: [],
  locations: [],
  reach: { departments: [], locations: [] },
  ...change,
});
const maya = member('p1', 'Maya Lindqvist', { roles: ['owner', 'employee'], slack: true });
const tom = member('p2', 'Tom Okafor', { roles: ['publisher', 'employee'], state: 'invited' });
const ana = member('p3', 'Ana Ribeiro', { state: 'deactivated', email: null });

const payroll = ownerOf({
  roles: ['payroll'],
  can: { manage: false, publish: false, approve: false, audit: false, people: true },
});
const draw = (members: readonly Member[], me: SignedIn = ownerOf(), total = members.length) =>
  drawPage('/members', [
    [['me'], me],
    [['members', everybody], { members, total }],
    [['departments'], [{ id: 'd1', name: 'Bar', archived: false }]],
    [['locations'], [{ id: 'l1', name: 'Porto', archived: false, timeZone: 'Europe/Lisbon' }]],
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

test('payroll looks people up, and is offered nothing that it may not do', async () => {
  const page = await draw([maya, tom], payroll);
  expect(page.text).toContain('Tom Okafor');
  expect(page.buttons.filter((label) => /^(Invite|Change)/.test(label))).toEqual([]);
  expect(page.links).toContain('/members');
  expect(page.links).not.toContain('/requests');
});

test('an owner alone is invited to invite', async () => {
  expect((await draw([maya])).text).toContain('It’s only you so far');
  expect((await draw([maya, tom])).text).not.toContain('only you');
});

test('where somebody works, and their further roles, stand beside them', async () => {
  const page = await draw([
    member('p4', 'Sam', { roles: ['employee', 'scheduler'], departments: ['d1'], locations: ['l1'] }),
  ]);
  expect(page.text).toContain('p4@example.com · Bar · Porto');
  expect(page.text).toContain('Employee, Scheduler');
});

test('a large company is searched and paged on the server', async () => {
  const many = Array.from({ length: 50 }, (_, index) => member(`m${index}`, `Person ${index}`));
  const page = await draw(many, ownerOf(), 130);
  expect(page.html).toContain('Search members');
  expect(page.text).toContain('130 people');
  expect(page.buttons).toContain('3');
  expect((await draw([maya, tom])).html).not.toContain('Search members');
});
