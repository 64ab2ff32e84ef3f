import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Asked, type Asker, addressAt } from '../ask.ts';
import type { Picture, PostOutcome } from '../network.ts';
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
  return answer.status === 202 ? waitFor(up, media.data.id) : media.data.id;
}

function send({ ask, session }: Uploading, path: string, { bytes, mime, alt }: Picture): Promise<Asked> {
  const form = new FormData();
  form.set('file', new Blob([bytes], { type: mime }), `picture.${mime.split('/')[1] ?? 'jpeg'}`);
  if (alt !== '') form.set('description', [...alt].slice(0, longestAlt).join(''));
  return ask(addressAt(session.server, path), {
    method: 'POST',
    redirect: 'manual',
    headers: bearer(session),
    body: form,
  });
}

/** A picture that was taken on (202) is asked after until it is ready (200 in place of 206). */
async function waitFor({ ask, session, now, pauseMs }: Uploading, id: string): Promise<string | PostOutcome> {
  const url = addressAt(session.server, `/api/v1/media/${encodeURIComponent(id)}`);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    await pause(pauseMs);
    const answer = await ask(url, { headers: bearer(session), redirect: 'manual' });
    if (answer.kind !== 'answered') return later(answer, now());
    if (answer.status === 200) return id;
    if (answer.status !== 206) return outcomeOfUpload(answer, now());
  }
  return { kind: 'later', afterSeconds: 60 };
}
