/**
 * Policies: who may do what, written in Cedar, one `policy.cedar` per slice, denied by default. Code asks about the
 * loaded thing; lists are filtered by SQL. In a policy the principal is a `Member` with `org`, `person` and `roles`,
 * the resource carries `org` and whatever attributes the asking code gives.
 */
export { type Actor, type Question, type Resource, type ResourceValue, type Role, roles } from './actor.ts';
export { openPolicy, type Policy, type PolicySet } from './policy.ts';
