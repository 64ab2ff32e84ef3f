import { call } from '../../../../web/api.ts';
import { ApiFailure } from '../../../../web/problem.ts';
import { z } from '../../../../web/zod.ts';
import { videoAnswerSchema } from '../contract.ts';

export interface UploadLimits {
  readonly bytes: number;
  readonly seconds: number;
}

/** "100 MB and 10 minutes". */
export function limitWords({ bytes, seconds }: UploadLimits): string {
  const long = seconds >= 120 && seconds % 60 === 0 ? `${seconds / 60} minutes` : `${seconds} seconds`;
  return `${Math.floor(bytes / 1_000_000)} MB and ${long}`;
}

/** Why a file can't be uploaded, before it is sent; null when it can be tried. What is in it, the server looks at. */
export function refuseVideo(
  file: { readonly type: string; readonly size: number },
  { bytes }: UploadLimits,
): string | null {
  if (file.type !== 'video/mp4') return 'This isn’t an MP4 file. Export the video as MP4 (H.264 with AAC sound).';
  if (file.size === 0) return 'The file is empty.';
  if (file.size > bytes) return `This video is larger than ${Math.floor(bytes / 1_000_000)} MB. Export a smaller one.`;
  return null;
}

/** "0:07", "12:30". */
export function lengthWords(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

const tries = 3;

async function sendPart(id: string, part: number, bytes: Blob, signal: AbortSignal): Promise<void> {
  const body = new FormData();
  body.set('part', String(part));
  body.set('file', bytes);
  for (let left = tries; ; left -= 1) {
    try {
      await call(z.unknown(), 'PUT', `/api/videos/${id}/parts`, { body, signal });
      return;
    } catch (error) {
      // A connection that broke: the same part again takes its own place.
      if (!(error instanceof ApiFailure) || error.kind !== 'offline' || left <= 1) throw error;
    }
  }
}

/** Uploads a video part by part and has it checked. Called off, nothing of it stays at the server. */
export async function uploadVideo(
  file: File,
  { onProgress, signal }: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<z.output<typeof videoAnswerSchema>> {
  const begun = await call(z.object({ id: z.string(), partBytes: z.number() }), 'POST', '/api/videos', {
    body: { bytes: file.size },
    signal,
  });
  const { id, partBytes } = begun;
  try {
    for (let at = 0; at < file.size; at += partBytes) {
      await sendPart(id, at / partBytes, file.slice(at, at + partBytes), signal);
      onProgress(Math.min(1, (at + partBytes) / file.size));
    }
    return await call(videoAnswerSchema, 'POST', `/api/videos/${id}/finish`, { signal });
  } catch (error) {
    // A film that was refused is gone already. What can't be taken away now goes with the nightly sweep.
    const isGone = error instanceof ApiFailure && error.code?.startsWith('video_') === true;
    if (!isGone) await call(z.unknown(), 'DELETE', `/api/videos/${id}`).catch(() => undefined);
    throw error;
  }
}
