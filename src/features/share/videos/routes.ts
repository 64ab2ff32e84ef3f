import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import { randomId } from '../../../platform/clock/index.ts';
import {
  emptyAnswer,
  fileField,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  multipartBody,
  notFound,
  problem,
  publicRoute,
} from '../../../platform/http/index.ts';
import { durationWords } from '../../networks/index.ts';
import type { WebParts } from '../routes/parts.ts';
import { readMp4 } from './mp4.ts';
import { readRange } from './range.ts';
import {
  beginVideo,
  bytesThere,
  countUnfinished,
  deleteVideo,
  findPublicVideo,
  findVideo,
  finishVideo,
  isVideoUsed,
  partBytes,
  putPart,
  readStretch,
} from './store.ts';

const idParam = z.object({ id: z.uuid() });
const isFinished = 'This video is complete already.';
/** So many uploads may be begun and not finished in an organisation. */
const mostUnfinished = 20;
/** What one answer carries at most when a player asks for a stretch: it asks for the next one by itself. */
const mostAtOnce = 2 * partBytes;

/** A video comes in parts, so that it is never in memory whole, can be called off, and goes on after a lost answer. */
export function videoRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [beginRoute(parts), partRoute(parts), finishRoute(parts), cancelRoute(parts), mediaRoute(parts)];
}

function beginRoute(parts: WebParts): GuardedRoute {
  const { mostBytes } = parts.videoLimits;
  return guarded(
    {
      method: 'post',
      path: '/api/videos',
      summary: 'Begin to upload a video for a request',
      guard: member('publish', { keys: true }),
      limit: { name: 'video', points: 30, seconds: 60 },
      request: { body: jsonBody(z.object({ bytes: z.int().min(0).describe('Size of the file') })) },
      responses: {
        201: jsonAnswer(
          z.object({ id: z.string(), partBytes: z.int().describe('Size of each part but the last') }),
          'Where its parts go',
        ),
      },
    },
    async (c) => {
      const { bytes } = c.req.valid('json');
      if (bytes === 0) return refuse(c, 422, 'video_empty', 'The file is empty.');
      if (bytes > mostBytes) {
        const sentence = `This video is larger than ${Math.floor(mostBytes / 1_000_000)} MB. Export a smaller one.`;
        return refuse(c, 413, 'video_too_large', sentence);
      }
      const id = randomId();
      const isBegun = await parts.db.inOrg(c.var.orgId, async (tx) => {
        if ((await countUnfinished(tx)) >= mostUnfinished) return false;
        await beginVideo(tx, id, bytes, parts.clock.now());
        return true;
      });
      if (!isBegun) {
        const sentence = 'Many uploads of videos were not finished today. Cancel one, or try again tomorrow.';
        return refuse(c, 409, 'video_many_unfinished', sentence);
      }
      return c.json({ id, partBytes }, 201);
    },
  );
}

type Refusing = Parameters<typeof problem>[0];

const refuse = (c: Refusing, status: 409 | 413 | 422, code: string, sentence: string) =>
  problem(c, status, code, sentence, { fields: { video: sentence } });

function partRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/videos/{id}/parts',
      summary: 'Upload a part of a video',
      guard: member('publish', { keys: true }),
      bodyLimit: partBytes + 100_000,
      limit: { name: 'video_part', points: 600, seconds: 60 },
      request: {
        params: idParam,
        body: multipartBody(z.object({ part: z.coerce.number().int().min(0).max(100_000), file: fileField() })),
      },
      responses: { 204: emptyAnswer('It is kept') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { part, file } = c.req.valid('form');
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const video = await findVideo(tx, id, true);
        if (video === null) return null;
        if (video.ready) return 'ready';
        const wanted = Math.min(partBytes, video.size - part * partBytes);
        if (wanted <= 0 || bytes.byteLength !== wanted) return 'wrong';
        await putPart(tx, id, part, bytes);
        return 'kept';
      });
      if (kept === null) return notFound(c);
      if (kept === 'ready') return refuse(c, 409, 'video_finished', isFinished);
      if (kept === 'wrong') return refuse(c, 422, 'video_part_size', 'This part of the video has the wrong size.');
      return c.body(null, 204);
    },
  );
}

function finishRoute(parts: WebParts): GuardedRoute {
  const shape = z.object({
    ...{ id: z.string(), url: z.string(), bytes: z.int() },
    ...{ width: z.int(), height: z.int(), seconds: z.number() },
  });
  return guarded(
    {
      method: 'post',
      path: '/api/videos/{id}/finish',
      summary: 'Check a video whose parts are all there',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 200: jsonAnswer(shape, 'The video; one that can’t be used is refused in words and removed') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { orgId, actor } = c.var;
      const checked = await parts.db.inOrg(orgId, async (tx) => {
        const video = await findVideo(tx, id, true);
        if (video === null) return null;
        const known = { id, url: `${parts.publicUrl}/media/videos/${id}`, bytes: video.size };
        const show = ({ width, height, milliseconds }: typeof video) => ({
          ...{ ...known, width, height, seconds: milliseconds / 1000 },
        });
        if (video.ready) return { shown: show(video) };
        if ((await bytesThere(tx, id)) !== video.size) {
          return {
            refused: { reason: 'parts_missing', sentence: 'Parts of this video are missing. Upload it again.' },
          };
        }
        const read = await readMp4((from, to) => readStretch(tx, id, from, to), video.size);
        const refused = read.ok ? tooLong(read.film.milliseconds, parts.videoLimits.mostSeconds) : read;
        if (refused !== null || !read.ok) {
          await deleteVideo(tx, id);
          return { refused: refused ?? read };
        }
        await finishVideo(tx, id, read.film);
        const target = { type: 'video', id };
        await parts.audit.append(tx, { actor: actedBy(actor), action: 'share.video_uploaded', target });
        return { shown: show({ ...video, ...read.film }) };
      });
      if (checked === null) return notFound(c);
      if ('shown' in checked) return c.json(checked.shown, 200);
      const { reason, sentence } = checked.refused as { reason: string; sentence: string };
      return refuse(c, 422, `video_${reason}`, sentence);
    },
  );
}

function tooLong(milliseconds: number, mostSeconds: number) {
  if (milliseconds <= mostSeconds * 1000) return null;
  const sentence = `This video is longer than ${durationWords(mostSeconds)}. Cut it and upload it again.`;
  return { reason: 'too_long', sentence };
}

function cancelRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/videos/{id}',
      summary: 'Remove a video that no request has',
      guard: member('publish', { keys: true }),
      request: { params: idParam },
      responses: { 204: emptyAnswer('It is gone') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const gone = await parts.db.inOrg(c.var.orgId, async (tx) => {
        if ((await findVideo(tx, id, true)) === null) return null;
        if (await isVideoUsed(tx, id)) return false;
        await deleteVideo(tx, id);
        return true;
      });
      if (gone === null) return notFound(c);
      if (!gone) return refuse(c, 409, 'video_used', 'A request has this video. Remove it there first.');
      return c.body(null, 204);
    },
  );
}

function mediaRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/media/videos/{id}',
      summary: 'A video, as browsers and the networks load it',
      guard: publicRoute("The networks' servers fetch videos without signing in; the id can't be guessed"),
      request: { params: idParam },
      responses: {
        200: emptyAnswer('The video'),
        206: emptyAnswer('A stretch of it'),
        416: emptyAnswer('No such stretch'),
      },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await parts.db.directory((tx) => findPublicVideo(tx, id));
      if (found === null) return notFound(c);
      const { size } = found;
      const headers = {
        'content-type': 'video/mp4',
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-disposition': 'inline',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
      };
      const read = (from: number, to: number) => parts.db.directory((tx) => readStretch(tx, id, from, to));
      const asked = readRange(c.req.header('range'), size);
      if (asked === 'none') return c.body(null, 416, { ...headers, 'content-range': `bytes */${size}` });
      if (asked === null) return c.body(streamOf(read, size), 200, { ...headers, 'content-length': String(size) });
      const to = Math.min(asked.to, asked.from + mostAtOnce);
      const range = {
        'content-range': `bytes ${asked.from}-${to - 1}/${size}`,
        'content-length': String(to - asked.from),
      };
      return c.body(await read(asked.from, to), 206, { ...headers, ...range });
    },
  );
}

/** A video as it is read, part by part, no faster than it is taken. */
function streamOf(read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>, size: number) {
  let at = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      const to = Math.min(at + partBytes, size);
      controller.enqueue(await read(at, to));
      at = to;
      if (at >= size) controller.close();
    },
  });
}
