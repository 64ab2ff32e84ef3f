/**
 * Policies: who may do what, written in Cedar, one `policy.cedar` per slice with its `policy.cedarschema` beside it,
 * denied by default. Code asks about the loaded thing; lists are filtered by SQL. In a policy the principal is a
 * `Member`, or the `Key` of a program, as `tenancy.cedarschema` describes them; the resource carries `org` and what its slice's schema says of it.
 */
export {
  type Actor,
  type Asker,
  askerId,
  everywhere,
  type Question,
  type Reach,
  type Resource,
  type ResourceValue,
  type Right,
  type Role,
  rights,
  roles,
  type ServiceActor,
} from './actor.ts';
export { type Asking, askingAs } from './asking.ts';
export { openPolicy, type Policy, type PolicySet } from './policy.ts';
