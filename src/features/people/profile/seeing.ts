import type { Actor, Resource } from '../../../platform/policy/index.ts';
import type { Colleague } from '../directory.ts';
import type { Audience, ContactField, Employment, Profile } from './profile.ts';
import { contactFields, isEmpty } from './profile.ts';

export type Allowed = (action: string, resource: Resource) => boolean;

/** A part of somebody's profile, as the policies look at it. */
function partOf(actor: Actor, person: Colleague, part: string, seenBy: Audience): Resource {
  const { id, state, managerId, places } = person;
  return {
    ...{ type: 'ProfilePart', id: `${id}/${part}`, orgId: actor.orgId, person: id, part, seenBy, state },
    ...{ manager: managerId ?? '', departments: places.departments, locations: places.locations },
  };
}

/** The contact fields that somebody may see of a person: each is asked for by itself. */
export function contactSeen(
  allowed: Allowed,
  actor: Actor,
  person: Colleague,
  { contact, seenBy }: Profile,
): Partial<Profile['contact']> {
  const seen = contactFields.filter(
    (field: ContactField) =>
      !isEmpty(contact[field]) && allowed('profile.read', partOf(actor, person, field, seenBy[field])),
  );
  return Object.fromEntries(seen.map((field) => [field, contact[field]]));
}

/** What somebody may see of a person's employment; null where nothing of it. */
export function employmentSeen(
  allowed: Allowed,
  actor: Actor,
  person: Colleague,
  { employment }: Profile,
): Omit<Employment, 'managerId'> | null {
  if (!allowed('profile.read', partOf(actor, person, 'employment', 'managers'))) return null;
  const { managerId, legalName, ...rest } = employment;
  const seesName = allowed('profile.read', partOf(actor, person, 'legalName', 'managers'));
  return { legalName: seesName ? legalName : null, ...rest };
}

/** Whether somebody may write what an organisation keeps about a person's work. */
export function mayEmploy(allowed: Allowed, actor: Actor, person: Colleague): boolean {
  return allowed('profile.employ', partOf(actor, person, 'employment', 'managers'));
}

/** Whether somebody answers for a person, and so reads and writes notes about them. */
export function mayNote(allowed: Allowed, actor: Actor, person: Colleague): boolean {
  return allowed('profile.note', partOf(actor, person, 'notes', 'managers'));
}
