import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everywhere, openPolicy, roles } from '../platform/policy/index.ts';
import { allPolicies } from '../policies.ts';

const policy = openPolicy(allPolicies, { error: () => undefined });
const source = new URL('../', import.meta.url);

/** The server's own code, without tests and the pages of the web app. */
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.ts$/.test(path) && !/\.(test|fixture)\.ts$|(^|\/)web\//.test(path))
  .map((path) => readFileSync(new URL(path, source), 'utf8'))
  .join('\n');
const asked = new Set(
  [...code.matchAll(/\b(?:allowed|member|can)\(\s*'([\w.]+)'|decide\(\{ actor, action: '([\w.]+)'/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  ),
);

describe('the actions of all policies', () => {
  it('are those that code asks about: none is misspelt, none is left over', () => {
    expect(asked.size).toBeGreaterThan(10);
    expect([...asked].toSorted()).toEqual([...policy.actions].toSorted());
  });

  it('are for active members of the organisation alone, whatever the role and whatever the thing says of itself', () => {
    const org = 'o1' as Parameters<typeof policy.decide>[0]['actor']['orgId'];
    const person = { kind: 'member', personId: 'p1', orgId: org, userId: 'u1', reach: everywhere } as const;
    const about = { state: 'active', roles: ['employee'], wanted: [], departments: [], locations: [], person: 'p1' };
    const trade = { asked: ['p1'], parties: ['p2'], composers: ['p3'], isOpen: false, publishers: ['p1'] };
    const pay = { managersSee: false, enteredBy: 'p4', proposer: 'p4' };
    const process = { owner: 'p1', submitter: 'p2', confidential: false, meant: true, holds: true, isAsked: true };
    const part = { ...about, ...trade, ...pay, ...process, manager: '', part: 'employment', seenBy: 'managers' };
    const types = [
      ...['Organisation', 'Person', 'Membership', 'Place', 'Qualification', 'ProfilePart', 'Notice'],
      ...[
        'ShareRequest',
        'Feed',
        'Campaign',
        'Topic',
        'UtmTemplate',
        'ShortLink',
        'LinkDomain',
        'Work',
        'Worker',
        'Trade',
        'Pay',
        'EnteredWage',
        'Raise',
        'ApiKey',
        'Webhook',
        'Process',
        'Reading',
      ],
    ];
    // About oneself, and about somebody else; and what one has proposed oneself.
    const own = { ...part, type: 'Raise', person: 'p2', proposer: 'p1' };
    const things = [...['p1', 'p2'].flatMap((id) => types.map((type) => ({ ...part, type, person: id }))), own];
    for (const action of policy.actions) {
      const mayIn = (state: 'active' | 'invited' | 'deactivated', orgId: typeof org) =>
        things.flatMap((thing) =>
          roles.filter((role) =>
            policy.decide({
              actor: { ...person, state, roles: [role] },
              action,
              resource: { ...thing, org, id: 'r1', orgId },
            }),
          ),
        );
      expect([action, mayIn('active', org).length > 0]).toEqual([action, true]);
      expect([action, mayIn('invited', org), mayIn('deactivated', org)]).toEqual([action, [], []]);
      expect([action, mayIn('active', 'o2' as typeof org)]).toEqual([action, []]);
    }
  });
});
