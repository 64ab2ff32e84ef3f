/**
 * `node bench/policy.ts`: what a decision of the policies costs, against a plain function that decides the same.
 *
 * All in one process and one run, in turn, as CPU time (the steadier figure on a machine with other work). "first" asks for an
 * organisation that was not asked for before, "again" for another person of the same role. "whole set" is a first decision with everything in one prepared set
 * and all attributes sent along, which is what the two measures in platform/policy save. Bounded: `rounds` × some seconds.
 */
import { readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import { type OrgId, orgId } from '../src/platform/db/index.ts';
import { type Actor, everywhere, openPolicy } from '../src/platform/policy/index.ts';
import { allPolicies } from '../src/policies.ts';

const rounds = 7;
const org = orgId('018f0000-0000-7000-8000-000000000001');
const actor: Actor = {
  ...{ kind: 'member', personId: '018f0000-0000-7000-8000-000000000002', orgId: org, userId: null },
  ...{ roles: ['publisher', 'employee'], state: 'active', reach: everywhere },
};
const action = 'publish';
const resource = { type: 'Organisation', id: org, orgId: org };

const policy = openPolicy(allPolicies, { error: (failure) => console.error(failure) });

/** What `policy.decide` comes to for this action, written down by hand. */
const publishers = ['owner', 'admin', 'publisher'];
function plain(who: Actor, orgOfThing: string): boolean {
  return who.orgId === orgOfThing && who.state === 'active' && who.roles.some((role) => publishers.includes(role));
}

const tenancy = new URL('../src/platform/policy/tenancy.cedar', import.meta.url);
const whole = [tenancy, ...allPolicies.map(({ file }) => file)].map((file) => readFileSync(file, 'utf8')).join('\n');
cedar.preparsePolicySet('whole', { staticPolicies: whole });

function wholeSet(org: OrgId): boolean {
  const principal = { type: 'Member', id: actor.personId };
  const reach = { departments: [], locations: [] };
  const answer = cedar.statefulIsAuthorized({
    ...{ principal, action: { type: 'Action', id: action }, resource: { type: 'Organisation', id: org }, context: {} },
    preparsedPolicySetId: 'whole',
    entities: [
      {
        uid: principal,
        attrs: { org, person: actor.personId, state: 'active', roles: [...actor.roles], reach },
        parents: [],
      },
      { uid: { type: 'Organisation', id: org }, attrs: { org }, parents: [] },
    ],
  });
  return answer.type === 'success' && answer.response.decision === 'allow';
}

let serial = 0;
const nextOrg = (): OrgId => {
  serial += 1;
  return orgId(`018f0000-0000-7000-8000-${String(serial).padStart(12, '0')}`);
};
const another = (id: OrgId) =>
  policy.decide({ actor: { ...actor, orgId: id }, action, resource: { ...resource, orgId: id } });

const ways = {
  plain: { times: 1_000_000, decide: () => plain(actor, resource.orgId) },
  again: {
    times: 100_000,
    decide: () => policy.decide({ actor: { ...actor, personId: crypto.randomUUID() }, action, resource }),
  },
  first: {
    times: 3_000,
    decide: () => another(nextOrg()),
  },
  'whole set': { times: 3_000, decide: () => wholeSet(nextOrg()) },
};

/** Microseconds of CPU time for one decision. */
function cost({ times, decide }: { readonly times: number; readonly decide: () => boolean }): number {
  const before = process.cpuUsage();
  let yes = 0;
  for (let turn = 0; turn < times; turn += 1) if (decide()) yes += 1;
  const spent = process.cpuUsage(before);
  if (yes !== times) throw new Error('a decision was wrong');
  return (spent.user + spent.system) / times;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const names = ['plain', 'again', 'first', 'whole set'] as const;
const costs = Object.fromEntries(names.map((name) => [name, [] as number[]]));
for (let round = 0; round <= rounds; round += 1) {
  for (const name of names) {
    const spent = cost(ways[name]);
    // The first round warms up.
    if (round > 0) costs[name]?.push(spent);
  }
}
const of = (name: string): number => median(costs[name] ?? []);
for (const name of names) {
  const figure = of(name);
  console.log(
    `${name.padEnd(10)} ${figure.toFixed(3).padStart(9)} µs  ${(figure / of('plain')).toFixed(0).padStart(6)} × plain`,
  );
}
console.log(`whole set ÷ first: ${(of('whole set') / of('first')).toFixed(1)}`);
console.log(`first ÷ again:     ${(of('first') / of('again')).toFixed(0)}`);
