import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { PostOutcome } from '../network.ts';
import type { Answer, Reply } from '../reply.ts';
import type { Video } from '../video.ts';
import { type Api, getJson, isOwnAddress, postJson, type Session } from './api.ts';
import { soon } from './refusals.ts';

export interface VideoUploading {
  readonly api: Api;
  readonly session: Session;
  /** Between two looks at a video that LinkedIn works up. */
  readonly pauseMs: number;
  /** What a definite no before anything is public means. */
  readonly refused: (answer: Answer) => PostOutcome;
}

const begunSchema = z.object({
  value: z.object({
    video: z.string().startsWith('urn:li:video:'),
    uploadToken: z.string(),
    uploadInstructions: z
      .array(z.object({ uploadUrl: z.url(), firstByte: z.number().int().min(0), lastByte: z.number().int().min(0) }))
      .min(1)
      .max(1_000),
  }),
});
const stateSchema = z.object({ status: z.enum(['PROCESSING', 'PROCESSING_FAILED', 'AVAILABLE', 'WAITING_UPLOAD']) });
const mostLooks = 10;
/** LinkedIn cuts videos into parts of 4 MB; no part of another size is read at once. */
const mostPart = 16 * 1024 * 1024;

/**
 * Uploads a video by LinkedIn's Videos API
 * (https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api): begin, the parts as it
 * cuts them, each without the token, the end with what each part was called, and then its own time to work it up.
 * @param kept the video of an earlier try, which LinkedIn has whole
 * @param keep keeps the video's URN, durably, once LinkedIn has all of it
 */
export async function uploadVideo(
  up: VideoUploading,
  video: Video,
  kept: string | undefined,
  keep: (urn: string) => Promise<void>,
): Promise<string | PostOutcome> {
  if (kept !== undefined) {
    const state = await waitFor(up, kept);
    if (state !== 'gone') return state;
  }
  const owner = up.session.author;
  const request = { owner, fileSizeBytes: video.size, uploadCaptions: false, uploadThumbnail: false };
  const begun = await post(up, 'initializeUpload', { initializeUploadRequest: request });
  const place = begun.kind === 'answered' && begun.status === 200 ? begunSchema.safeParse(begun.body) : null;
  if (!place?.success) return outcomeOf(up, begun);
  const { video: urn, uploadToken, uploadInstructions } = place.data.value;
  const uploadedPartIds: string[] = [];
  for (const part of uploadInstructions) {
    const id = await sendPart(up, video, part);
    if (typeof id !== 'string') return id;
    uploadedPartIds.push(id);
  }
  const ended = await post(up, 'finalizeUpload', {
    finalizeUploadRequest: { video: urn, uploadToken, uploadedPartIds },
  });
  if (ended.kind !== 'answered' || ended.status !== 200) return outcomeOf(up, ended);
  await keep(urn);
  const state = await waitFor(up, urn);
  return state === 'gone' ? soon : state;
}

const post = ({ api, session }: VideoUploading, action: string, body: unknown) =>
  ask(() => postJson(api, session, `/rest/videos?action=${action}`, body));

function outcomeOf(up: VideoUploading, reply: Reply): PostOutcome {
  if (reply.kind === 'silent' || reply.status >= 500 || reply.status < 400) return soon;
  return up.refused(reply);
}

/** @returns what LinkedIn calls the part: its ETag */
async function sendPart(
  up: VideoUploading,
  video: Video,
  part: { readonly uploadUrl: string; readonly firstByte: number; readonly lastByte: number },
): Promise<string | PostOutcome> {
  const { uploadUrl, firstByte, lastByte } = part;
  const isSound = lastByte >= firstByte && lastByte < video.size && lastByte - firstByte < mostPart;
  if (!isSound || !isOwnAddress(uploadUrl, up.api.apiUrl)) return soon;
  const body = await video.read(firstByte, lastByte + 1);
  const headers = { 'content-type': 'application/octet-stream' };
  const put = await ask(() => up.api.fetch(uploadUrl, { method: 'PUT', redirect: 'error', headers, body }));
  const name = put.kind === 'answered' && put.status < 300 ? put.headers.get('etag') : null;
  return name?.replace(/^"(.*)"$/, '$1') || outcomeOf(up, put);
}

/** A post with a video that LinkedIn still works on would be refused or stay hidden. */
async function waitFor(up: VideoUploading, urn: string): Promise<string | PostOutcome | 'gone'> {
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const reply = await ask(() => getJson(up.api, up.session, `/rest/videos/${encodeURIComponent(urn)}`));
    if (reply.kind === 'answered' && reply.status === 404) return 'gone';
    const read = reply.kind === 'answered' && reply.status === 200 ? stateSchema.safeParse(reply.body) : null;
    if (!read?.success) return outcomeOf(up, reply);
    const { status } = read.data;
    if (status === 'AVAILABLE') return urn;
    if (status === 'PROCESSING_FAILED') {
      const sentence = 'LinkedIn could not work up the video. Nothing was posted.';
      return { kind: 'rejected', reason: 'video_refused', sentence };
    }
    await pause(up.pauseMs);
  }
  return { kind: 'later', afterSeconds: 30 };
}
