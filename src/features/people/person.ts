import type { OrgId } from '../../platform/db/index.ts';
import type { Actor, Reach, Role } from '../../platform/policy/index.ts';
import type { PersonPlaces } from './places/place.ts';

export type PersonState = 'active' | 'invited' | 'deactivated';

/** A person of an organisation, as everybody may handle it: no name, no address. */
export type Person = {
  readonly id: string;
  readonly userId: string | null;
  readonly slackUserId: string | null;
  readonly roles: readonly Role[];
  readonly state: PersonState;
};

/** A person as the organisation's managers see them. */
export type Member = Person & { readonly name: string; readonly email: string | null; readonly places: PersonPlaces };

/** The actor that a person is; only active people act. `reach` is how far they schedule. */
export function actorFrom(orgId: OrgId, person: Person, reach: Reach): Actor | null {
  const { id: personId, roles, state, userId } = person;
  return state === 'active' ? { kind: 'member', personId, orgId, roles, state, reach, userId } : null;
}

/** True when this change would leave the organisation without an active owner. */
export function losesLastOwner(
  owners: readonly string[],
  personId: string,
  after: { readonly roles: readonly Role[]; readonly state: PersonState },
): boolean {
  const stays = after.state === 'active' && after.roles.includes('owner');
  return !stays && owners.includes(personId) && owners.length === 1;
}

/** Two records of one human become one: what both could do, the merged one can. */
export function mergeRoles(left: readonly Role[], right: readonly Role[]): readonly Role[] {
  return [...new Set([...left, ...right])];
}
