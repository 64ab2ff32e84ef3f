import { existsSync, readFileSync } from 'node:fs';
import * as cedar from '@cedar-policy/cedar-wasm/nodejs';

/**
 * A slice's written policies: `{ slice: 'links', file: new URL('./policy.cedar', import.meta.url) }`. The file with the
 * same name and the ending `.cedarschema` says which actions and resources they speak of.
 */
export type PolicySet = { readonly slice: string; readonly file: URL };

/** What is asked of Cedar for one action: only the policies that may apply to it, and what they look at. */
export type ActionPolicies = {
  /** Text by id; an id begins with the slice's name. */
  readonly policies: Readonly<Record<string, string>>;
  /** Names of all attributes that these policies mention. */
  readonly attributes: ReadonlySet<string>;
  /** True when they look at who the person or which the thing is, besides the attributes. */
  readonly byId: boolean;
  /** True when some policy permits it to somebody. */
  readonly permitted: boolean;
};

/**
 * Reads policies and schemas and validates them against each other.
 * @returns per declared action what decides it
 * @throws Error naming the slice and saying what is wrong: a misspelt action, attribute or type, a policy that can
 * never apply, an action that two slices declare, a schema that is missing
 */
export function readPolicies(sets: readonly PolicySet[]): ReadonlyMap<string, ActionPolicies> {
  const policies = Object.assign({}, ...sets.map(readSet)) as Record<string, string>;
  const schema = sets.map(readSchema).join('\n');
  const checked = cedar.validate({ schema, policies: { staticPolicies: policies } });
  if (checked.type === 'failure') throw wrong(slicesOf(sets), checked.errors);
  for (const { policyId, error } of [...checked.validationErrors, ...checked.validationWarnings]) {
    throw wrong(policyId, [error]);
  }
  const parsed = Object.entries(policies).map(([id, text]) => ({ id, text, json: toJson(id, text) }));
  return new Map(
    actionsIn(schema).map((action) => {
      const speaking = parsed.filter(({ json }) => appliesTo(json.action, action));
      const attributes = new Set(speaking.flatMap(({ json }) => attributesIn(json.conditions)));
      const byId = speaking.some(({ json }) => looksAtIds(json));
      const permitted = speaking.some(({ json }) => json.effect === 'permit');
      const texts = Object.fromEntries(speaking.map(({ id, text }) => [id, text]));
      return [action, { policies: texts, attributes, byId, permitted }];
    }),
  );
}

function readSet({ slice, file }: PolicySet): Record<string, string> {
  const parts = cedar.policySetTextToParts(readFileSync(file, 'utf8'));
  if (parts.type === 'failure') throw wrong(slice, parts.errors);
  return Object.fromEntries(parts.policies.map((text, index) => [`${slice}#${index}`, text]));
}

function readSchema({ slice, file }: PolicySet): string {
  const path = new URL(file.href.replace(/\.cedar$/, '.cedarschema'));
  if (!existsSync(path)) {
    throw new Error(`The policies of ${slice} have no schema: say their actions and resources in ${path.pathname}`);
  }
  const text = readFileSync(path, 'utf8');
  const parsed = cedar.checkParseSchema(text);
  // A type that another slice declares is unknown here and found in the whole; what can't be read at all is this one's.
  if (parsed.type === 'failure' && parsed.errors.some(({ message }) => message.includes('error parsing schema'))) {
    throw wrong(slice, parsed.errors);
  }
  return text;
}

const slicesOf = (sets: readonly PolicySet[]) => sets.map(({ slice }) => slice).join(', ');

function wrong(where: string, errors: readonly cedar.DetailedError[]): Error {
  const sentences = errors.map(({ message, help }) => (help ? `${message} (${help})` : message));
  return new Error(`The policies of ${where} are not right: ${sentences.join('; ')}`);
}

function toJson(id: string, text: string): cedar.PolicyJson {
  const answer = cedar.policyToJson(text);
  if (answer.type === 'failure') throw wrong(id, answer.errors);
  return answer.json;
}

function actionsIn(schema: string): string[] {
  const answer = cedar.schemaToJson(schema);
  if (answer.type === 'failure') throw wrong('all slices', answer.errors);
  return Object.values(answer.json).flatMap(({ actions }) =>
    Object.entries(actions).map(([name, { memberOf }]) => {
      // Without groups, "in" is a list of names: what a policy applies to can be read from the policy alone.
      if (memberOf?.length) throw new Error(`The action ${name} is in a group: name actions one by one`);
      return name;
    }),
  );
}

function appliesTo(constraint: cedar.ActionConstraint, action: string): boolean {
  if (constraint.op === 'All') return true;
  const named = 'entities' in constraint ? constraint.entities : 'entity' in constraint ? [constraint.entity] : [];
  return named.some((entity) => ('__entity' in entity ? entity.__entity.id : entity.id) === action);
}

/** Every name behind a dot or a "has", of whatever it is asked: more than needed does no harm. */
function attributesIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'attr' in part ? [part.attr].flat().filter((name) => typeof name === 'string') : [];
  return [...own, ...Object.values(part).flatMap(attributesIn)];
}

/** Whether an answer may differ between two members, or two things, with the same attributes. */
function looksAtIds({ principal, resource, conditions }: cedar.PolicyJson): boolean {
  const free = ({ op, ...rest }: cedar.PrincipalConstraint | cedar.ResourceConstraint) =>
    op === 'All' || (op === 'is' && !('in' in rest));
  return !free(principal) || !free(resource) || namesItself(conditions);
}

/** A "principal" or "resource" that stands for itself, instead of before a dot or a "has". */
function namesItself(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('Var' in part) return true;
  return Object.values(part).some((inner) => {
    const ofAttribute = typeof inner === 'object' && inner !== null && 'attr' in inner && 'left' in inner;
    const bare = ofAttribute && typeof inner.left === 'object' && inner.left !== null && 'Var' in inner.left;
    return !bare && namesItself(inner);
  });
}
