import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Asked, type Asker, addressAt } from '../ask.ts';
import type { Picture, PostOutcome } from '../network.ts';
import { type Video, withWhole } from '../video.ts';
import { later, outcomeOfUpload } from './outcomes.ts';
import { bearer, type MastodonSession } from './session.ts';

export interface Uploading {
  readonly ask: Asker;
  readonly session: MastodonSession;
  readonly now: () => Date;
  /** Between two looks at a picture that the server still works on. */
  readonly pauseMs: number;
}

const mediaSchema = z.object({ id: z.union([z.string().min(1), z.number().transform(String)]) });
const mostLooks = 20;
const outcomeOfGone: PostOutcome = { kind: 'later', afterSeconds: 60 };
/** Mastodon's limit for alternative texts. */
const longestAlt = 1_500;

/** Uploads a picture and waits until the server is done with it. @returns its id, or why there is none */
export async function uploadPicture(up: Uploading, picture: Picture): Promise<string | PostOutcome> {
  const first = await send(up, '/api/v2/media', picture);
  // Servers that follow Mastodon from before 3.1.3 know the older address only.
  const isOlder = first.kind === 'answered' && (first.status === 404 || first.status === 405);
  const answer = isOlder ? await send(up, '/api/v1/media', picture) : first;
  const media = answer.kind === 'answered' && answer.status < 300 ? mediaSchema.safeParse(answer.body) : null;
  if (answer.kind !== 'answered' || !media?.success) return outcomeOfUpload(answer, up.now());
  if (answer.status !== 202) return media.data.id;
  const state = await waitFor(up, media.data.id);
  return state === 'gone' ? outcomeOfGone : state;
}

/**
 * Uploads a video once: what the server has of an earlier try is asked after, not sent again. Unused media go after a day.
 * @param kept its id from an earlier try
 * @param keep keeps the id, durably, before anything else
 */
export async function uploadVideo(
  up: Uploading,
  video: Video,
  kept: string | undefined,
  keep: (id: string) => Promise<void>,
): Promise<string | PostOutcome> {
  if (kept !== undefined) {
    const state = await waitFor(up, kept);
    if (state !== 'gone') return state;
  }
  const first = await sendVideo(up, '/api/v2/media', video);
  const media = first.kind === 'answered' && first.status < 300 ? mediaSchema.safeParse(first.body) : null;
  if (first.kind !== 'answered' || !media?.success) return outcomeOfUpload(first, up.now());
  await keep(media.data.id);
  if (first.status !== 202) return media.data.id;
  const state = await waitFor(up, media.data.id);
  return state === 'gone' ? outcomeOfGone : state;
}

/** The form is written out here, so that the time it may take is known by its length. */
function sendVideo({ ask, session }: Uploading, path: string, video: Video): Promise<Asked> {
  return withWhole(video, async (bytes) => {
    const form = formOf(new Blob([bytes], { type: 'video/mp4' }), 'video.mp4', video.alt);
    const written = new Response(form);
    const headers = { ...bearer(session), 'content-type': written.headers.get('content-type') ?? '' };
    const body = new Uint8Array(await written.arrayBuffer());
    return ask(addressAt(session.server, path), { method: 'POST', redirect: 'manual', headers, body });
  });
}

function formOf(file: Blob, name: string, alt: string): FormData {
  const form = new FormData();
  form.set('file', file, name);
  if (alt !== '') form.set('description', [...alt].slice(0, longestAlt).join(''));
  return form;
}

function send({ ask, session }: Uploading, path: string, { bytes, mime, alt }: Picture): Promise<Asked> {
  const form = formOf(new Blob([bytes], { type: mime }), `picture.${mime.split('/')[1] ?? 'jpeg'}`, alt);
  return ask(addressAt(session.server, path), {
    method: 'POST',
    redirect: 'manual',
    headers: bearer(session),
    body: form,
  });
}

/** What was taken on (202) is asked after until it is ready (200 in place of 206). */
async function waitFor({ ask, session, now, pauseMs }: Uploading, id: string): Promise<string | PostOutcome | 'gone'> {
  const url = addressAt(session.server, `/api/v1/media/${encodeURIComponent(id)}`);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await pause(pauseMs);
    const answer = await ask(url, { headers: bearer(session), redirect: 'manual' });
    if (answer.kind !== 'answered') return later(answer, now());
    if (answer.status === 200) return id;
    if (answer.status === 404) return 'gone';
    if (answer.status !== 206) return outcomeOfUpload(answer, now());
  }
  return { kind: 'later', afterSeconds: 60 };
}
