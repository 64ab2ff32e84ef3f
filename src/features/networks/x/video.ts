import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { PostOutcome } from '../network.ts';
import type { Reply } from '../reply.ts';
import type { Video } from '../video.ts';
import { type Api, getJson, postJson, type Session } from './api.ts';
import { soon } from './refusals.ts';

export interface VideoUploading {
  readonly api: Api;
  readonly session: Session;
  /** Between two looks at a video that X works up; X's own word counts where it gives one. */
  readonly pauseMs: number;
  /** What a refusal before anything is public means. */
  readonly refused: (reply: Reply) => PostOutcome;
}

const idSchema = z.object({ data: z.object({ id: z.string().regex(/^\d{1,19}$/) }) });
const stateSchema = z.object({
  data: z.object({
    processing_info: z
      .object({
        state: z.enum(['pending', 'in_progress', 'succeeded', 'failed']),
        check_after_secs: z.number().optional(),
      })
      .optional(),
  }),
});

/** X takes parts of up to 5 MB (docs.x.com/x-api/media/quickstart/media-upload-chunked); base64 adds a third. */
const segmentBytes = 2 * 1024 * 1024;
const mostLooks = 10;
const longestAlt = 1_000;

/**
 * Uploads a video in segments and waits until X has worked it up.
 * @param kept the video of an earlier try, which X has whole
 * @param keep keeps the id, durably, once X has all of it
 */
export async function uploadVideo(
  up: VideoUploading,
  video: Video,
  kept: string | undefined,
  keep: (id: string) => Promise<void>,
): Promise<string | PostOutcome> {
  if (kept !== undefined) {
    const state = await waitFor(up, kept);
    if (state !== 'gone') return state;
  }
  const begun = await post(up, '/2/media/upload/initialize', {
    media_type: 'video/mp4',
    total_bytes: video.size,
    media_category: 'tweet_video',
  });
  const made = begun.kind === 'answered' && begun.status < 300 ? idSchema.safeParse(begun.body) : null;
  if (!made?.success) return up.refused(begun);
  const { id } = made.data.data;
  for (let at = 0; at < video.size; at += segmentBytes) {
    const bytes = await video.read(at, Math.min(at + segmentBytes, video.size));
    const segment = { segment_index: at / segmentBytes, media: Buffer.from(bytes).toString('base64') };
    const sent = await post(up, `/2/media/upload/${id}/append`, segment);
    if (sent.kind !== 'answered' || sent.status >= 300) return up.refused(sent);
  }
  const ended = await post(up, `/2/media/upload/${id}/finalize`, {});
  if (ended.kind !== 'answered' || ended.status >= 300) return up.refused(ended);
  if (video.alt !== '') {
    const words = [...video.alt].slice(0, longestAlt).join('');
    const described = await post(up, '/2/media/metadata', { id, metadata: { alt_text: { text: words } } });
    if (described.kind !== 'answered' || described.status >= 300) return up.refused(described);
  }
  await keep(id);
  const state = await waitFor(up, id);
  return state === 'gone' ? soon : state;
}

const post = ({ api, session }: VideoUploading, path: string, body: unknown) =>
  ask(() => postJson(api, session, path, body));

/** How far X is with a video; without a word on its work, it is ready. */
async function waitFor(up: VideoUploading, id: string): Promise<string | PostOutcome | 'gone'> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const reply = await ask(() => getJson(up.api, up.session, `/2/media/upload?command=STATUS&media_id=${id}`));
    if (reply.kind !== 'answered' || reply.status >= 500) return soon;
    if (reply.status === 404 || reply.status === 400) return 'gone';
    const read = reply.status === 200 ? stateSchema.safeParse(reply.body) : null;
    if (!read?.success) return up.refused(reply);
    const { state = 'succeeded', check_after_secs: after } = read.data.data.processing_info ?? {};
    if (state === 'succeeded') return id;
    if (state === 'failed') {
      return {
        kind: 'rejected',
        reason: 'video_refused',
        sentence: 'X could not work up the video. Nothing was posted.',
      };
    }
    await pause(after === undefined ? up.pauseMs : Math.min(after * 1_000, 10_000));
  }
  return { kind: 'later', afterSeconds: 30 };
}
