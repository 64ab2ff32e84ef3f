import * as cedar from '@cedar-policy/cedar-wasm/nodejs';
import type { Log } from '../log/index.ts';
import type { Question, Reach, ResourceValue } from './actor.ts';
import { createMemo } from './memo.ts';
import { type PolicySet, readPolicies } from './written.ts';

export type { PolicySet } from './written.ts';

export type Policy = {
  /** True when a policy permits and none forbids. Whatever no policy speaks of is denied. */
  decide(question: Question): boolean;
  /** Every action that some policy permits to somebody; a guard on any other could never open. */
  readonly actions: ReadonlySet<string>;
};

const tenancy: PolicySet = { slice: 'platform', file: new URL('./tenancy.cedar', import.meta.url) };

/** Answers kept: some tens of kilobytes per thousand. */
const remembered = 10_000;
let opened = 0;

/** The policies of one action as Cedar has them prepared, the attributes and whether ids matter to them. */
type Prepared = { readonly id: string; readonly attributes: ReadonlySet<string>; readonly byId: boolean };

/**
 * Validates all policies against their schemas and prepares them, each action's apart: Cedar goes through every policy
 * of the set it is given. `bench/policy.ts` says what that and the memory save.
 * @throws Error naming the slice whose policies or schema are wrong
 */
export function openPolicy(sets: readonly PolicySet[], log: Pick<Log, 'error'>): Policy {
  const written = readPolicies([tenancy, ...sets]);
  opened += 1;
  const prepared = new Map<string, Prepared>();
  for (const [action, { policies, attributes, byId }] of written) {
    const id = `coact-${opened}/${action}`;
    cedar.preparsePolicySet(id, { staticPolicies: { ...policies } });
    prepared.set(action, { id, attributes, byId });
  }
  const memo = createMemo<boolean>(remembered);
  const fail = (policy: string, action: string): false => {
    log.error({ event: 'policy.failed', policy, action });
    return false;
  };
  const decide: Policy['decide'] = ({ actor, action, resource }) => {
    const known = prepared.get(action);
    if (known === undefined) return fail('no such action', action);
    const { type, id, orgId, ...attributes } = resource;
    const who = principalOf(actor);
    const seen = {
      principal: only(known.attributes, who.attributes),
      // Last, so that no attribute of the thing can claim another organisation.
      resource: only(known.attributes, { ...attributes, org: orgId }),
    };
    const ids = known.byId ? [who.id, id] : [];
    // Everything that the policies look at: no clock, no database. So an answer holds as long as the policies do.
    const key = JSON.stringify([action, who.type, seen.principal, type, seen.resource, ...ids]);
    const remembers = memo.get(key);
    if (remembers !== undefined) return remembers;
    const decision = ask(known, action, { ...seen, who, type, id });
    if (typeof decision !== 'boolean') return fail(decision.failed, action);
    memo.set(key, decision);
    return decision;
  };
  return { decide, actions: new Set([...written].filter(([, { permitted }]) => permitted).map(([action]) => action)) };
}

type Seen = Record<string, cedar.CedarValueJson>;

/** The attributes that matter, as Cedar reads them: reading them in is most of what a decision costs. */
function only(wanted: ReadonlySet<string>, attributes: Readonly<Record<string, ResourceValue | Reach>>): Seen {
  const seen: Seen = {};
  for (const [name, value] of Object.entries(attributes)) if (wanted.has(name)) seen[name] = toCedar(value);
  return seen;
}

function toCedar(value: ResourceValue | Reach): cedar.CedarValueJson {
  if (typeof value !== 'object') return value;
  if (!('departments' in value)) return [...value];
  return { departments: [...value.departments], locations: [...value.locations] };
}

type Who = { readonly type: 'Member' | 'Key'; readonly id: string };

/** Who asks, as policies know them. */
function principalOf(
  actor: Question['actor'],
): Who & { readonly attributes: Readonly<Record<string, ResourceValue | Reach>> } {
  if (actor.kind === 'key') {
    const { keyId, orgId: org, state, rights } = actor;
    return { type: 'Key', id: keyId, attributes: { org, state, rights } };
  }
  const { personId: person, orgId: org, roles, state, reach } = actor;
  return { type: 'Member', id: person, attributes: { org, person, roles, state, reach } };
}

type Asked = { readonly principal: Seen; readonly resource: Seen; readonly who: Who } & {
  readonly [name in 'type' | 'id']: string;
};

/** Asks Cedar. A failure is a "no" that is said in the log each time, and never kept. */
function ask(
  prepared: Prepared,
  action: string,
  { principal, resource, who, type, id }: Asked,
): boolean | { readonly failed: string } {
  const asker = { type: who.type, id: who.id };
  const answer = cedar.statefulIsAuthorized({
    principal: asker,
    action: { type: 'Action', id: action },
    resource: { type, id },
    context: {},
    preparsedPolicySetId: prepared.id,
    entities: [
      { uid: asker, attrs: principal, parents: [] },
      { uid: { type, id }, attrs: resource, parents: [] },
    ],
  });
  if (answer.type === 'failure') return { failed: 'request' };
  // A policy that fails is skipped by Cedar: for a "forbid" that would open the door. So any failure denies.
  const failed = answer.response.diagnostics.errors[0];
  return failed ? { failed: failed.policyId } : answer.response.decision === 'allow';
}
