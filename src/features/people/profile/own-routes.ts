import type { Tx } from '../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { nowhere } from '../places/place.ts';
import { placesOf } from '../places/store.ts';
import { findPerson, namesOfPeople } from '../store.ts';
import { showNote } from './note-routes.ts';
import { readNotes } from './notes.ts';
import { ownChange, ownProfile } from './profile-shapes.ts';
import { changeOwn, readProfile } from './profiles.ts';
import { portraitsOf } from './store.ts';

/** One's own profile: everybody reads and keeps it, and says who sees what of it. */
export function ownProfileRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [readRoute(context), changeRoute(context)];
}

async function show(context: PeopleContext, tx: Tx, personId: string) {
  const person = await findPerson(tx, { id: personId });
  if (!person) return null;
  const { contact, seenBy, employment } = await readProfile(context, tx, person);
  const { managerId, ...work } = employment;
  const names = managerId === null ? null : await namesOfPeople(tx, [managerId]);
  const { departments, locations } = (await placesOf(tx, [personId])).get(personId) ?? nowhere;
  return {
    ...{ id: personId, name: person.name, seenBy, employment: work },
    contact: { ...contact, phones: [...contact.phones] },
    pictureAt: (await portraitsOf(tx, [personId])).get(personId)?.toISOString() ?? null,
    manager: managerId === null ? null : { id: managerId, name: names?.get(managerId) ?? '' },
    ...{ departments: [...departments], locations: [...locations] },
    notes: (await readNotes(context, tx, personId)).filter(({ seenBy: to }) => to === 'person').map(showNote),
  };
}

function readRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/profile',
      summary: 'My own profile, and who sees which part of it',
      guard: member('profile.keep'),
      responses: { 200: jsonAnswer(ownProfile, 'All of it') },
    },
    async (c) => {
      const own = await context.db.inOrg(c.var.orgId, (tx) => show(context, tx, c.var.actor.personId));
      return own ? c.json(own) : notFound(c);
    },
  );
}

function changeRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/profile',
      summary: 'Change my own profile, or who sees it',
      guard: member('profile.keep'),
      request: { body: jsonBody(ownChange) },
      responses: { 200: jsonAnswer(ownProfile, 'As it is now') },
    },
    async (c) => {
      const { personId } = c.var.actor;
      const given = Object.fromEntries(Object.entries(c.req.valid('json')).filter(([, value]) => value !== undefined));
      const own = await context.db.inOrg(c.var.orgId, async (tx) => {
        await changeOwn(context, tx, { kind: 'person', id: personId }, personId, given);
        return show(context, tx, personId);
      });
      return own ? c.json(own) : notFound(c);
    },
  );
}
