import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { OrgId } from '../db/index.ts';
import { type Actor, openPolicy, type Role } from './index.ts';

const ours = '018f0000-0000-7000-8000-000000000001' as OrgId;
const theirs = '018f0000-0000-7000-8000-000000000002' as OrgId;

const actor = (...roles: Role[]): Actor => ({ kind: 'member', personId: 'p1', orgId: ours, roles, userId: 'u1' });

function policyOf(text: string, failures: object[] = []) {
  const file = join(mkdtempSync(join(tmpdir(), 'coact-policy-')), 'policy.cedar');
  writeFileSync(file, text);
  return openPolicy([{ slice: 'sample', file: pathToFileURL(file) }], { error: (fields) => failures.push(fields) });
}

const editDrafts = `
  permit (principal, action == Action::"requests.edit", resource)
  when { principal.roles.contains("publisher") && resource.state == "draft" };
`;

describe('policy', () => {
  it('permits what a policy says of the loaded thing', () => {
    const policy = policyOf(editDrafts);
    const draft = { type: 'Request', id: 'r1', orgId: ours, state: 'draft' };
    const ask = (who: Actor, resource: typeof draft) =>
      policy.decide({ actor: who, action: 'requests.edit', resource });
    expect(ask(actor('publisher'), draft)).toBe(true);
    expect(ask(actor('publisher'), { ...draft, state: 'ended' })).toBe(false);
    expect(ask(actor('employee'), draft)).toBe(false);
  });

  it('denies what no policy speaks of', () => {
    const policy = policyOf(editDrafts);
    const resource = { type: 'Request', id: 'r1', orgId: ours, state: 'draft' };
    expect(policy.decide({ actor: actor('owner'), action: 'requests.destroy', resource })).toBe(false);
  });

  it('never reaches into another organisation, whatever a slice permits', () => {
    const policy = policyOf('permit (principal, action, resource);');
    const resource = { type: 'Request', id: 'r1', orgId: theirs };
    expect(policy.decide({ actor: actor('owner'), action: 'anything', resource })).toBe(false);
    expect(policy.decide({ actor: actor('owner'), action: 'anything', resource: { ...resource, orgId: ours } })).toBe(
      true,
    );
  });

  it('cannot be tricked by an attribute that claims another organisation', () => {
    const policy = policyOf('permit (principal, action, resource);');
    const resource = { type: 'Request', id: 'r1', orgId: theirs, org: ours };
    expect(policy.decide({ actor: actor('owner'), action: 'anything', resource })).toBe(false);
  });

  it('denies and says so when a policy fails: a broken "forbid" must not open the door', () => {
    const failures: object[] = [];
    const policy = policyOf(
      'permit (principal, action, resource); forbid (principal, action, resource) when { resource.locked };',
      failures,
    );
    const resource = { type: 'Request', id: 'r1', orgId: ours };
    expect(policy.decide({ actor: actor('owner'), action: 'anything', resource })).toBe(false);
    expect(failures).toEqual([expect.objectContaining({ event: 'policy.failed', action: 'anything' })]);
  });

  it('names the slice whose policies do not parse', () => {
    expect(() => policyOf('permit (principal')).toThrow(/policies of sample/);
  });

  it('knows the actions it speaks of', () => {
    expect(policyOf(editDrafts).actions).toEqual(new Set(['requests.edit']));
  });

  it('keeps several sets apart', () => {
    const strict = policyOf(editDrafts);
    policyOf('permit (principal, action, resource);');
    const resource = { type: 'Request', id: 'r1', orgId: ours, state: 'ended' };
    expect(strict.decide({ actor: actor('publisher'), action: 'requests.edit', resource })).toBe(false);
  });
});
