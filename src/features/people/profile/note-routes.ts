import { z } from '@hono/zod-openapi';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
} from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { findColleague } from '../directory.ts';
import { addNote, type Note, readNotes, removeNote } from './notes.ts';
import { findNote } from './notes-store.ts';
import { noteShape } from './profile-shapes.ts';
import { recordReading } from './reading.ts';
import { mayNote } from './seeing.ts';

const params = z.object({ id: z.uuid() });
const seenBy = z.enum(['managers', 'person']);

/** A note as it leaves. */
export const showNote = ({ at, ...note }: Note) => ({ ...note, at: at.toISOString() });

/** Notes about a person, by and for those who answer for them. */
export function noteRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [listRoute(context), addRoute(context), removeRoute(context)];
}

function listRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/people/{id}/notes',
      summary: 'Notes about somebody whom I answer for; reading them is recorded',
      guard: member('people.list'),
      request: { params },
      responses: { 200: jsonAnswer(z.object({ notes: z.array(noteShape) }), 'The newest first') },
    },
    async (c) =>
      context.db.inOrg(c.var.orgId, async (tx) => {
        const { actor, allowed } = c.var;
        const person = await findColleague(tx, c.req.valid('param').id);
        if (!person || !mayNote(allowed, actor, person)) return notFound(c);
        const notes = await readNotes(context, tx, person.id);
        if (notes.length > 0) await recordReading(context, tx, actor.personId, person.id, ['notes']);
        return c.json({ notes: notes.map(showNote) });
      }),
  );
}

function addRoute(context: PeopleContext): GuardedRoute {
  const text = z.string().trim().min(1, 'Please write something.').max(4_000, 'That is longer than 4,000 characters.');
  return guarded(
    {
      method: 'post',
      path: '/api/people/{id}/notes',
      summary: 'Write a note about somebody whom I answer for',
      guard: member('people.list'),
      request: { params, body: jsonBody(z.strictObject({ text, seenBy: seenBy.default('managers') })) },
      responses: { 201: jsonAnswer(z.object({ id: z.string() }), 'Kept') },
    },
    async (c) =>
      context.db.inOrg(c.var.orgId, async (tx) => {
        const { actor, allowed } = c.var;
        const person = await findColleague(tx, c.req.valid('param').id);
        if (!person || !mayNote(allowed, actor, person)) return notFound(c);
        const id = await addNote(context, tx, actor.personId, person.id, c.req.valid('json'));
        return c.json({ id }, 201);
      }),
  );
}

function removeRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/notes/{id}',
      summary: 'Remove a note about somebody whom I answer for',
      guard: member('people.list'),
      request: { params },
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) =>
      context.db.inOrg(c.var.orgId, async (tx) => {
        const { actor, allowed } = c.var;
        const note = await findNote(tx, c.req.valid('param').id);
        const person = note && (await findColleague(tx, note.person_id));
        if (!person || !mayNote(allowed, actor, person)) return notFound(c);
        await removeNote(context, tx, actor.personId, note);
        return c.body(null, 204);
      }),
  );
}
