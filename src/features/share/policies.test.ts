import { describe, expect, it } from 'vitest';
import { orgId } from '../../platform/db/index.ts';
import { memoryLog } from '../../platform/log/index.ts';
import { type Actor, everywhere, openPolicy, type Role, roles } from '../../platform/policy/index.ts';
import { policies as ofPeople } from '../people/index.ts';
import { policies } from './policies.ts';

const org = orgId('018f0000-0000-7000-8000-000000000001');
const policy = openPolicy([ofPeople, policies], memoryLog());
const actor = (role: Role): Actor => ({
  ...{ kind: 'member', personId: 'p1', orgId: org, userId: 'u1' },
  ...{ roles: [role], state: 'active', reach: everywhere },
});

describe('requests', () => {
  it('are listed for publishers and for those who approve', () => {
    const may = (role: Role) =>
      policy.decide({
        actor: actor(role),
        action: 'requests.read',
        resource: { type: 'Organisation', id: org, orgId: org },
      });
    expect(roles.filter(may)).toEqual(['owner', 'admin', 'publisher', 'approver']);
  });
});
