import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { OrgId } from '../db/index.ts';
import { type Actor, everywhere, openPolicy, type PolicySet, type Role, roles } from './index.ts';

const ours = '018f0000-0000-7000-8000-000000000001' as OrgId;
const theirs = '018f0000-0000-7000-8000-000000000002' as OrgId;

const actor = (...held: Role[]): Actor => ({
  ...{ kind: 'member', personId: 'p1', orgId: ours, userId: 'u1' },
  ...{ roles: held, state: 'active', reach: everywhere },
});

const requests = `
  entity Request = { org: String, state: String, locked: Bool, author: String, places: Set<String> };
  action "requests.edit", "anything" appliesTo { principal: Member, resource: Request };
`;

function setOf(text: string, schema: string | null = requests, slice = 'sample'): PolicySet {
  const file = join(mkdtempSync(join(tmpdir(), 'coact-policy-')), 'policy.cedar');
  writeFileSync(file, text);
  if (schema !== null) writeFileSync(`${file}schema`, schema);
  return { slice, file: pathToFileURL(file) };
}

const policyOf = (text: string, failures: object[] = []) =>
  openPolicy([setOf(text)], { error: (fields) => failures.push(fields) });

const editDrafts = `
  permit (principal, action == Action::"requests.edit", resource)
  when { principal.roles.contains("publisher") && resource.state == "draft" };
`;
const everything = 'permit (principal, action, resource);';
const draft = { type: 'Request', id: 'r1', orgId: ours, state: 'draft', locked: false, author: 'p1', places: [] };

describe('policy', () => {
  it('permits what a policy says of the loaded thing', () => {
    const policy = policyOf(editDrafts);
    const ask = (who: Actor, resource: typeof draft) =>
      policy.decide({ actor: who, action: 'requests.edit', resource });
    expect(ask(actor('publisher'), draft)).toBe(true);
    expect(ask(actor('publisher'), { ...draft, state: 'ended' })).toBe(false);
    expect(ask(actor('employee'), draft)).toBe(false);
  });

  it('denies what no policy speaks of, and says so when there is no such action', () => {
    const failures: object[] = [];
    const policy = policyOf(editDrafts, failures);
    const owner = actor('owner');
    expect(policy.decide({ actor: owner, action: 'anything', resource: draft })).toBe(false);
    expect(failures).toEqual([]);
    expect(policy.decide({ actor: owner, action: 'requests.destroy', resource: draft })).toBe(false);
    expect(failures).toEqual([expect.objectContaining({ policy: 'no such action', action: 'requests.destroy' })]);
  });

  it('never reaches into another organisation, whatever a slice permits', () => {
    const policy = policyOf(everything);
    const ask = (resource: typeof draft) => policy.decide({ actor: actor('owner'), action: 'anything', resource });
    expect(ask({ ...draft, orgId: theirs })).toBe(false);
    expect(ask(draft)).toBe(true);
  });

  it('cannot be tricked by an attribute that claims another organisation', () => {
    const resource = { ...draft, orgId: theirs, org: ours };
    expect(policyOf(everything).decide({ actor: actor('owner'), action: 'anything', resource })).toBe(false);
  });

  it.each(['invited', 'deactivated'] as const)('allows nothing to who is %s, whatever role code hands in', (state) => {
    const policy = policyOf(everything);
    for (const role of roles) {
      const who = { ...actor(role), state };
      expect([role, policy.decide({ actor: who, action: 'anything', resource: draft })]).toEqual([role, false]);
      expect(policy.decide({ actor: actor(role), action: 'anything', resource: draft })).toBe(true);
    }
  });

  it('denies and says so when a policy fails: a broken "forbid" must not open the door', () => {
    const failures: object[] = [];
    const policy = policyOf(`${everything} forbid (principal, action, resource) when { resource.locked };`, failures);
    const { locked, ...unlocked } = draft;
    const ask = () => policy.decide({ actor: actor('owner'), action: 'anything', resource: unlocked });
    expect(ask()).toBe(false);
    expect(ask()).toBe(false);
    const failure = expect.objectContaining({ event: 'policy.failed', action: 'anything' });
    expect(failures).toEqual([failure, failure]);
    expect(policy.decide({ actor: actor('owner'), action: 'anything', resource: { ...unlocked, locked } })).toBe(true);
  });

  it('knows the actions that it permits to somebody', () => {
    expect(policyOf(editDrafts).actions).toEqual(new Set(['requests.edit']));
  });

  it('keeps several sets apart', () => {
    const strict = policyOf(editDrafts);
    policyOf(everything);
    const resource = { ...draft, state: 'ended' };
    expect(strict.decide({ actor: actor('publisher'), action: 'requests.edit', resource })).toBe(false);
  });

  it('limits by reach, and by who the person is', () => {
    const policy = policyOf(`
      permit (principal, action == Action::"requests.edit", resource)
      when { !principal.reach.departments.isEmpty() && resource.places.containsAny(principal.reach.departments) };
      permit (principal, action == Action::"anything", resource) when { resource.author == principal.person };
    `);
    const limited = { ...actor('scheduler'), reach: { departments: ['d1', 'd2'], locations: [] } };
    const edit = (who: Actor, places: readonly string[]) =>
      policy.decide({ actor: who, action: 'requests.edit', resource: { ...draft, places } });
    expect(edit(limited, ['d2', 'd9'])).toBe(true);
    expect(edit(limited, ['d9'])).toBe(false);
    expect(edit(actor('scheduler'), ['d2'])).toBe(false);
    expect(policy.decide({ actor: limited, action: 'anything', resource: draft })).toBe(true);
    const other = { ...limited, personId: 'p2' };
    expect(policy.decide({ actor: other, action: 'anything', resource: draft })).toBe(false);
  });
});

describe('what is remembered', () => {
  it('is never an answer to another question', () => {
    const policy = policyOf(editDrafts);
    const publisher = actor('publisher');
    const ask = (who: Actor, resource: typeof draft) =>
      policy.decide({ actor: who, action: 'requests.edit', resource });
    for (const turn of ['asked', 'remembered']) {
      expect([turn, ask(publisher, draft)]).toEqual([turn, true]);
      expect([turn, ask({ ...publisher, roles: ['employee'] }, draft)]).toEqual([turn, false]);
      expect([turn, ask({ ...publisher, state: 'deactivated' }, draft)]).toEqual([turn, false]);
      expect([turn, ask({ ...publisher, orgId: theirs }, draft)]).toEqual([turn, false]);
      expect([turn, ask(publisher, { ...draft, orgId: theirs })]).toEqual([turn, false]);
      expect([turn, ask(publisher, { ...draft, state: 'ended' })]).toEqual([turn, false]);
    }
  });

  it.each([
    'permit (principal, action == Action::"anything", resource == Request::"r1");',
    'permit (principal, action == Action::"anything", resource) when { resource == Request::"r1" };',
    'permit (principal, action == Action::"anything", resource) when { [Request::"r1"].contains(resource) };',
    'permit (principal, action == Action::"anything", resource) unless { (if resource.locked then resource else resource) == Request::"r2" };',
  ])('knows when the thing itself matters: %s', (text) => {
    const ask = (id: string, policy = policyOf(text)) =>
      policy.decide({ actor: actor(), action: 'anything', resource: { ...draft, id } });
    const one = policyOf(text);
    for (const policy of [one, one]) expect([ask('r1', policy), ask('r2', policy)]).toEqual([true, false]);
    expect([ask('r2', one), ask('r1', one)]).toEqual([false, true]);
  });

  it.each([
    'permit (principal == Member::"p1", action, resource);',
    'permit (principal in Member::"p1", action, resource);',
    'permit (principal, action, resource) when { principal == Member::"p1" };',
    'permit (principal, action, resource) when { principal.person == "p1" };',
    'permit (principal, action, resource) when { principal.roles.isEmpty() && {who: principal}.who == Member::"p1" };',
  ])('knows when the person themselves matters: %s', (text) => {
    const policy = policyOf(text);
    const ask = (personId: string) =>
      policy.decide({ actor: { ...actor(), personId }, action: 'anything', resource: draft });
    for (const _turn of ['asked', 'remembered']) expect([ask('p1'), ask('p2')]).toEqual([true, false]);
  });

  it('is not muddled by a thing that calls itself a member', () => {
    const policy = policyOf(everything);
    const resource = { ...draft, kind: 'member', roles: ['owner'], reach: ['x'], orgId: theirs };
    expect(policy.decide({ actor: actor('owner'), action: 'anything', resource })).toBe(false);
  });
});

describe('what is written', () => {
  const open = (...sets: PolicySet[]) => openPolicy(sets, { error: () => undefined });

  it.each([
    ['does not parse', 'permit (principal', /sample/],
    ['misspells an action', 'permit (principal, action == Action::"requests.edti", resource);', /requests\.edti/],
    ['misspells an attribute', 'permit (principal, action, resource) when { resource.stat == "draft" };', /stat/],
    [
      'misspells what a member has',
      'permit (principal, action, resource) when { principal.rolez.isEmpty() };',
      /rolez/,
    ],
    ['mixes up types', 'permit (principal, action, resource) when { resource.state == true };', /sample#0/],
    ['speaks of an unknown thing', 'permit (principal, action, resource is Reqest);', /Reqest/],
    ['can never apply', 'permit (principal, action == Action::"anything", resource is Organisation);', /sample#0/],
  ])('is refused when it %s', (_how, text, sentence) => {
    expect(() => policyOf(text)).toThrow(sentence);
  });

  it('is refused without a schema, which is asked for by its path', () => {
    expect(() => open(setOf(everything, null))).toThrow(/sample have no schema.*policy\.cedarschema/);
  });

  it('is refused when a schema can’t be read, two slices declare one action, or an action hides in a group', () => {
    expect(() => open(setOf(everything, 'entity {'))).toThrow(/sample/);
    const second = setOf('', 'action "anything" appliesTo { principal: Member, resource: Organisation };', 'second');
    expect(() => open(setOf(editDrafts), second)).toThrow(/anything.*twice/);
    const grouped = `${requests} action all; action "hidden" in [all] appliesTo { principal: Member, resource: Request };`;
    expect(() => open(setOf(everything, grouped))).toThrow(/in a group/);
  });

  it('is refused when a thing does not say whose it is', () => {
    const ownerless = 'entity Thing; action "things.read" appliesTo { principal: Member, resource: Thing };';
    expect(() => open(setOf(everything, ownerless))).toThrow(/org/);
  });

  it('may build on what another slice declares', () => {
    const more = 'action "requests.burn" appliesTo { principal: Member, resource: Request };';
    const burn = setOf('permit (principal, action == Action::"requests.burn", resource is Request);', more, 'second');
    const policy = open(setOf(editDrafts), burn);
    expect(policy.decide({ actor: actor(), action: 'requests.burn', resource: draft })).toBe(true);
  });
});
