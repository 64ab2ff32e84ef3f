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
import { pictureBodyLimit, pictureLimits } from '../pictures/limits.ts';
import { evidenceCsv, evidenceOf } from './evidence.ts';
import { loadRun } from './load.ts';
import { entriesOf, findRunPicture, insertRunPicture } from './store.ts';

const placeOf = (rowId: string) => ({ table: 'run_pictures', column: 'sealed', rowId });
const params = z.object({ id: z.uuid() });
const guard = member('processes.use');

/** Photos of a run, and all that was noted in it as a file. */
export function evidenceRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [addRoute(parts), readRoute(parts), fileRoute(parts)];
}

function addRoute(parts: ProcessParts): GuardedRoute {
  const { db, vault, clock, audit } = parts;
  return guarded(
    {
      method: 'post',
      path: '/api/process-runs/{id}/pictures',
      summary: 'Add a photo to a run',
      guard,
      bodyLimit: pictureBodyLimit,
      limit: { name: 'run-pictures', points: 120, seconds: 3_600 },
      request: { params, body: multipartBody(z.object({ file: fileField() })) },
      responses: { 201: jsonAnswer(z.object({ id: z.string() }), 'Kept; what the camera noted is left out') },
    },
    async (c) => {
      const read = await readPicture(new Uint8Array(await c.req.valid('form').file.arrayBuffer()), pictureLimits);
      if (!read.ok)
        return problem(c, 422, `picture_${read.reason}`, read.sentence, { fields: { file: read.sentence } });
      return db.inOrg(c.var.orgId, async (tx) => {
        const runId = c.req.valid('param').id;
        const loaded = await loadRun(parts, tx, c.var, runId);
        if (loaded === null) return notFound(c);
        if (loaded.run.state !== 'open') return problem(c, 409, 'run_ended', 'This run has ended meanwhile.');
        const id = newId(clock);
        const sealed = await vault.seal(tx, placeOf(id), read.bytes);
        await insertRunPicture(tx, { id, runId, sealed, mime: read.mime }, clock.now());
        const target = { type: 'process_run', id: runId };
        const actor = { kind: 'person', id: c.var.actor.personId } as const;
        await audit.append(tx, { actor, target, action: 'processes.photo_added' });
        return c.json({ id }, 201);
      });
    },
  );
}

function readRoute(parts: ProcessParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/run-pictures/{id}',
      summary: 'A photo of a run whose process I may read',
      guard,
      request: { params },
      responses: { 200: emptyAnswer('A JPEG or PNG of at most 1,600 pixels') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const picture = await findRunPicture(tx, c.req.valid('param').id);
        if (picture === null || (await loadRun(parts, tx, c.var, picture.runId)) === null) return notFound(c);
        const bytes = await parts.vault.open(tx, placeOf(picture.id), picture.sealed);
        return pictureAnswer(c, { mime: picture.mime, bytes }, 'asks-again');
      }),
  );
}

function fileRoute(parts: ProcessParts): GuardedRoute {
  const query = z.object({ format: z.enum(['csv', 'json']).default('csv') });
  return guarded(
    {
      method: 'get',
      path: '/api/process-runs/{id}/evidence',
      summary: 'All that was noted in a run as a file, with what was taken back',
      guard,
      request: { params, query },
      responses: { 200: emptyAnswer('A file') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadRun(parts, tx, c.var, c.req.valid('param').id);
        if (loaded === null) return notFound(c);
        const { run } = loaded;
        const entries = (await entriesOf(tx, [run.id])).get(run.id) ?? [];
        const ids = entries.map(({ personId }) => personId).filter((id) => id !== null);
        const names = await parts.people.namesOf(tx, ids);
        const evidence = evidenceOf(run, entries, (id) => (id === null ? '' : (names.get(id) ?? '')));
        const { format } = c.req.valid('query');
        const { title, number, startedAt, endedAt, state, dueAt, stoppedWhy } = run;
        const whole = { title, version: number, startedAt, dueAt, state, endedAt, stoppedWhy, entries: evidence };
        const name = `run-${startedAt.toISOString().slice(0, 10)}-${run.id.slice(0, 8)}.${format}`;
        return c.body(format === 'csv' ? evidenceCsv(evidence) : `${JSON.stringify(whole, null, 2)}\n`, 200, {
          'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
          'content-disposition': `attachment; filename="${name}"`,
          'cache-control': 'no-store',
        });
      }),
  );
}
