import { z } from '@hono/zod-openapi';
import { readPicture } from '../../../platform/egress/index.ts';
import {
  emptyAnswer,
  fileField,
  type GuardedRoute,
  guarded,
  member,
  multipartBody,
  notFound,
  pictureAnswer,
  problem,
} from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { findColleague, resourceOf } from '../directory.ts';
import { deletePortrait, findPortrait, putPortrait } from './store.ts';

const megabyte = 1024 * 1024;
const limits = {
  ...{ maxBytes: 8 * megabyte, maxPixels: 40_000_000, seconds: 10 },
  ...{ maxSide: 320, maxOutput: 150_000, maxThumb: 150_000 },
};
const placeOf = (rowId: string) => ({ table: 'portraits', column: 'sealed', rowId });

/** Pictures of people: one's own to put and take away, those of the people whom one may know of to look at. */
export function pictureRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [putRoute(context), removeRoute(context), readRoute(context)];
}

function putRoute({ db, vault, clock, audit }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/profile/picture',
      summary: 'Put up a picture of me',
      guard: member('profile.keep'),
      bodyLimit: 9 * megabyte,
      limit: { name: 'portrait', points: 30, seconds: 3_600 },
      request: { body: multipartBody(z.object({ file: fileField() })) },
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) => {
      const { personId } = c.var.actor;
      const { file } = c.req.valid('form');
      const read = await readPicture(new Uint8Array(await file.arrayBuffer()), limits);
      if (!read.ok)
        return problem(c, 422, `picture_${read.reason}`, read.sentence, { fields: { file: read.sentence } });
      await db.inOrg(c.var.orgId, async (tx) => {
        const sealed = await vault.seal(tx, placeOf(personId), read.bytes);
        await putPortrait(tx, { person_id: personId, sealed, mime: read.mime, changed_at: clock.now() });
        const entry = { actor: { kind: 'person', id: personId }, target: { type: 'person', id: personId } } as const;
        await audit.append(tx, { ...entry, action: 'people.profile_changed', detail: { fields: 'picture' } });
      });
      return c.body(null, 204);
    },
  );
}

function removeRoute({ db, audit }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/profile/picture',
      summary: 'Take my picture away',
      guard: member('profile.keep'),
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) => {
      const { personId } = c.var.actor;
      await db.inOrg(c.var.orgId, async (tx) => {
        await deletePortrait(tx, personId);
        const entry = { actor: { kind: 'person', id: personId }, target: { type: 'person', id: personId } } as const;
        await audit.append(tx, { ...entry, action: 'people.profile_changed', detail: { fields: 'picture' } });
      });
      return c.body(null, 204);
    },
  );
}

function readRoute({ db, vault }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/people/{id}/picture',
      summary: 'The picture of somebody whom I may know of',
      guard: member('people.list'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 200: emptyAnswer('A JPEG or PNG of at most 320 pixels'), 204: emptyAnswer('They have none') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const { id } = c.req.valid('param');
        const { actor, allowed } = c.var;
        const person = await findColleague(tx, id);
        const mayKnow = person && (id === actor.personId || allowed('people.read', resourceOf(actor, person)));
        if (!mayKnow) return notFound(c);
        const portrait = await findPortrait(tx, id);
        if (!portrait) return c.body(null, 204);
        const bytes = await vault.open(tx, placeOf(id), portrait.sealed);
        return pictureAnswer(c, { mime: portrait.mime, bytes }, 'asks-again');
      }),
  );
}
