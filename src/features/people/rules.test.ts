import { describe, expect, it } from 'vitest';
import { orgId } from '../../platform/db/index.ts';
import { memoryLog } from '../../platform/log/index.ts';
import { type Actor, everywhere, openPolicy, type Role } from '../../platform/policy/index.ts';
import { policies } from './index.ts';
import { invitationLetter } from './letters.ts';
import { actorFrom, losesLastOwner, mergeRoles } from './person.ts';

const org = orgId('018f0000-0000-7000-8000-000000000001');
const policy = openPolicy([policies], memoryLog());
const actor = (...roles: Role[]): Actor => ({
  ...{ kind: 'member', personId: 'p1', orgId: org, userId: 'u1' },
  ...{ roles, state: 'active', reach: everywhere },
});

describe('what roles may', () => {
  const may = (role: Role, action: string) =>
    policy.decide({ actor: actor(role), action, resource: { type: 'Organisation', id: org, orgId: org } });

  it.each<[string, readonly Role[]]>([
    ['manage', ['owner', 'admin']],
    ['members.read', ['owner', 'admin', 'payroll', 'auditor']],
    ['members.manage', ['owner', 'admin']],
    ['organisation.manage', ['owner', 'admin']],
    ['publish', ['owner', 'admin', 'publisher']],
    ['approve', ['owner', 'admin', 'approver']],
    ['organisation.read', ['owner', 'admin', 'publisher', 'approver', 'scheduler', 'payroll', 'auditor', 'employee']],
  ])('%s is for %j', (action, allowed) => {
    const everybody = [
      'owner',
      'admin',
      'publisher',
      'approver',
      'scheduler',
      'payroll',
      'auditor',
      'employee',
    ] as const;
    expect(everybody.filter((role) => may(role, action))).toEqual(allowed);
  });

  it.each<[Role, Role[], Role[], boolean]>([
    ['owner', ['owner'], ['employee'], true],
    ['owner', ['employee'], ['owner'], true],
    ['admin', ['employee'], ['publisher', 'admin'], true],
    ['admin', ['employee'], ['owner'], false],
    ['admin', ['owner'], ['owner', 'employee'], false],
    ['admin', ['owner'], ['employee'], false],
    ['publisher', ['employee'], ['publisher'], false],
    ['employee', ['employee'], ['owner'], false],
  ])('%s changing %j to %j: %s', (who, roles, wanted, expected) => {
    const resource = { type: 'Membership', id: 'p1', orgId: org, roles, wanted };
    expect(policy.decide({ actor: actor(who), action: 'members.change', resource })).toBe(expected);
  });
});

describe('the last owner', () => {
  it.each([
    [['a'], 'a', { roles: ['employee'], state: 'active' }, true],
    [['a'], 'a', { roles: ['owner'], state: 'deactivated' }, true],
    [['a', 'b'], 'a', { roles: [], state: 'active' }, false],
    [['a'], 'a', { roles: ['owner', 'admin'], state: 'active' }, false],
    [['a'], 'b', { roles: [], state: 'deactivated' }, false],
  ] as const)('of %j, %s becoming %j: lost %s', (owners, person, after, lost) => {
    expect(losesLastOwner(owners, person, after)).toBe(lost);
  });
});

describe('a person', () => {
  const person = { id: 'p', userId: 'u', slackUserId: null, roles: ['employee'] as Role[] };
  it('acts only while active', () => {
    expect(actorFrom(org, { ...person, state: 'active' }, everywhere)).toMatchObject({ personId: 'p', orgId: org });
    expect(actorFrom(org, { ...person, state: 'invited' }, everywhere)).toBeNull();
    expect(actorFrom(org, { ...person, state: 'deactivated' }, everywhere)).toBeNull();
  });

  it('made of two may what either could, once', () => {
    expect(mergeRoles(['employee', 'owner'], ['employee', 'publisher'])).toEqual(['employee', 'owner', 'publisher']);
  });
});

describe('an invitation', () => {
  it('keeps names out of headers and out of HTML', () => {
    const letter = invitationLetter('a@example.com', 'https://coact.example.com/x', {
      name: '<img src=x>',
      organisation: 'Acme\r\nBcc: eve@example.com <script>',
    });
    expect(letter.subject).toBe('Join Acme Bcc: eve@example.com <script> on Coact');
    expect(letter.html).not.toMatch(/<script>|<img/);
  });
});
