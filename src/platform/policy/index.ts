/**
 * Policies: who may do what, written in Cedar, one `policy.cedar` per slice with its `policy.cedarschema` beside it,
 * denied by default. Code asks about the loaded thing; lists are filtered by SQL. In a policy the principal is a
 * `Member`, described in `tenancy.cedarschema`; the resource carries `org` and what its slice's schema says of it.
 */
export {
  type Actor,
  everywhere,
  type Question,
  type Reach,
  type Resource,
  type ResourceValue,
  type Role,
  roles,
} from './actor.ts';
export { openPolicy, type Policy, type PolicySet } from './policy.ts';
