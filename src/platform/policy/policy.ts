import { readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { Log } from '../log/index.ts';
import type { Question, ResourceValue } from './actor.ts';

/** A slice's written policies: `{ slice: 'links', file: new URL('./policy.cedar', import.meta.url) }`. */
export type PolicySet = { readonly slice: string; readonly file: URL };

export type Policy = {
  /** True when a policy permits and none forbids. Whatever no policy speaks of is denied. */
  decide(question: Question): boolean;
  /** Every action that some policy names; a guard on any other could never open. */
  readonly actions: ReadonlySet<string>;
};

const tenancy: PolicySet = { slice: 'platform', file: new URL('./tenancy.cedar', import.meta.url) };
let opened = 0;

/**
 * Prepares all policies once (0.2 ms a decision against 1.4 ms when they are parsed each time).
 * @throws Error naming the slice whose policies do not parse
 */
export function openPolicy(sets: readonly PolicySet[], log: Pick<Log, 'error'>): Policy {
  const texts = [tenancy, ...sets].map(({ slice, file }) => ({ slice, text: readFileSync(file, 'utf8') }));
  for (const { slice, text } of texts) {
    const answer = cedar.checkParsePolicySet({ staticPolicies: text });
    if (answer.type === 'failure') {
      throw new Error(
        `The policies of ${slice} do not parse: ${answer.errors.map((error) => error.message).join('; ')}`,
      );
    }
  }
  const text = texts.map((part) => part.text).join('\n');
  opened += 1;
  const name = `coact-${opened}`;
  cedar.preparsePolicySet(name, { staticPolicies: text });
  return { decide: (question) => decide(name, question, log), actions: actionsOf(text) };
}

function decide(name: string, { actor, action, resource }: Question, log: Pick<Log, 'error'>): boolean {
  const principal = { type: 'Member', id: actor.personId };
  const { type, id, orgId, ...attributes } = resource;
  const answer = cedar.statefulIsAuthorized({
    principal,
    action: { type: 'Action', id: action },
    resource: { type, id },
    context: {},
    preparsedPolicySetId: name,
    entities: [
      { uid: principal, attrs: { org: actor.orgId, person: actor.personId, roles: [...actor.roles] }, parents: [] },
      { uid: { type, id }, attrs: { ...toCedar(attributes), org: orgId }, parents: [] },
    ],
  });
  if (answer.type === 'failure') {
    log.error({ event: 'policy.failed', policy: 'request', action });
    return false;
  }
  // A policy that fails is skipped by Cedar: for a "forbid" that would open the door. So any failure denies.
  const failed = answer.response.diagnostics.errors[0];
  if (failed) {
    log.error({ event: 'policy.failed', policy: failed.policyId, action });
    return false;
  }
  return answer.response.decision === 'allow';
}

function toCedar(attributes: Readonly<Record<string, ResourceValue>>): Record<string, cedar.CedarValueJson> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
  );
}

function actionsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/Action::"([^"]+)"/g)].map((match) => match[1] ?? ''));
}
