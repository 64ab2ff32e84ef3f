import { z } from '@hono/zod-openapi';
import { newId } from '../../../platform/clock/index.ts';
import { readPicture } from '../../../platform/egress/index.ts';
import {
  emptyAnswer,
  fileField,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  member,
  multipartBody,
  notFound,
  pictureAnswer,
  problem,
} from '../../../platform/http/index.ts';
import type { ProcessParts } from '../parts.ts';
import { loadProcess } from '../writing/standing.ts';
import { pictureBodyLimit, pictureLimits } from './limits.ts';
import { findPicture, insertPicture } from './store.ts';

const placeOf = (rowId: string) => ({ table: 'process_pictures', column: 'sealed', rowId });
const params = z.object({ id: z.uuid() });
const guard = member('processes.use');

/** Pictures of a process: whoever writes on it adds them, whoever reads it sees them. */
export function pictureRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [addRoute(parts), readRoute(parts)];
}

function addRoute(parts: ProcessParts): GuardedRoute {
  const { db, vault, clock, audit } = parts;
  const answer = z.object({ id: z.string(), width: z.number(), height: z.number() });
  return guarded(
    {
      method: 'post',
      path: '/api/processes/{id}/pictures',
      summary: 'Add a picture to a process',
      guard,
      bodyLimit: pictureBodyLimit,
      limit: { name: 'process-pictures', points: 120, seconds: 3_600 },
      request: { params, body: multipartBody(z.object({ file: fileField() })) },
      responses: { 201: jsonAnswer(answer, 'Read and written anew; what the camera noted is left out') },
    },
    async (c) => {
      const read = await readPicture(new Uint8Array(await c.req.valid('form').file.arrayBuffer()), pictureLimits);
      if (!read.ok)
        return problem(c, 422, `picture_${read.reason}`, read.sentence, { fields: { file: read.sentence } });
      return db.inOrg(c.var.orgId, async (tx) => {
        const { id: processId } = c.req.valid('param');
        const loaded = await loadProcess(parts, tx, c.var, processId);
        if (!loaded?.can('processes.edit')) return notFound(c);
        const id = newId(clock);
        const { mime, width, height } = read;
        const sealed = await vault.seal(tx, placeOf(id), read.bytes);
        await insertPicture(tx, { id, process_id: processId, sealed, mime, width, height, made_at: clock.now() });
        const target = { type: 'process', id: processId };
        const actor = { kind: 'person', id: c.var.actor.personId } as const;
        await audit.append(tx, { actor, target, action: 'processes.picture_added' });
        return c.json({ id, width, height }, 201);
      });
    },
  );
}

function readRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/process-pictures/{id}',
      summary: 'A picture of a process that I may read',
      guard,
      request: { params },
      responses: { 200: emptyAnswer('A JPEG or PNG of at most 1,600 pixels') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const picture = await findPicture(tx, c.req.valid('param').id);
        if (picture === null || (await loadProcess(parts, tx, c.var, picture.process_id)) === null) return notFound(c);
        const bytes = await parts.vault.open(tx, placeOf(picture.id), picture.sealed);
        return pictureAnswer(c, { mime: picture.mime, bytes }, 'asks-again');
      }),
  );
}
