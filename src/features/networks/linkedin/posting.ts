import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { draftOf } from '../draft-of.ts';
import type { Picture, Post, PostOutcome, PostPlace } from '../network.ts';
import type { Answer } from '../reply.ts';
import { type Api, isOwnAddress, postJson, type Session } from './api.ts';
import { checkDraft } from './check.ts';
import { postBody, type Uploaded } from './post-body.ts';
import { readRefusal, soon, whenMended } from './refusals.ts';
import { uploadVideo } from './video.ts';

export interface Posting extends Api {
  /** Where people look at posts. */
  readonly webUrl: string;
  /** A post made before LinkedIn has worked a picture up may stay hidden, and an ordinary app cannot ask about it. */
  readonly pictureGraceMs: number;
  /** Told when LinkedIn has switched the version off: every post waits until the operator names another. */
  readonly onVersionRefused: () => void;
}

const uploadSchema = z.object({ value: z.object({ uploadUrl: z.url(), image: z.string().startsWith('urn:li:') }) });
const memorySchema = z.object({
  /** Absent while LinkedIn has no more than the video. */
  uploaded: z
    .object({
      card: z.string().nullable(),
      pictures: z.array(z.string()).readonly(),
      video: z.string().optional(),
    })
    .optional(),
  video: z.string().optional(),
  /** Whether the post was sent a second time and its answer is not known. */
  again: z.boolean().default(false),
});
type Memory = z.input<typeof memorySchema>;

/**
 * Makes a post. LinkedIn knows no key of ours and does not let us look, but it takes no post twice: after a lost answer
 * the same request is sent once more, and a "duplicate" means that the first one is there. What the second one came to
 * can't be found out by a third: those refused as duplicates may be refused for the second's sake.
 */
export async function createPost(api: Posting, session: Session, post: Post, place: PostPlace): Promise<PostOutcome> {
  const [problem] = checkDraft(draftOf(post)).problems;
  if (problem) return { kind: 'rejected', reason: problem.code, sentence: problem.sentence };
  const known = place.memory === null ? null : memorySchema.parse(JSON.parse(place.memory));
  if (place.repeated && known?.again) return { kind: 'unsure' };

  // Before its media were complete no post was sent, so nothing can be out.
  const repeated = place.repeated && (known === null || known.uploaded !== undefined);
  // The media of the first try again: with others it would be another post, and no duplicate.
  const keepVideo = (video: string) => place.remember(JSON.stringify({ video } satisfies Memory));
  // A video that surely stands in no post is asked after once more: LinkedIn throws away what waits too long.
  const same = repeated || !post.video ? known?.uploaded : undefined;
  const kept = known?.video ?? known?.uploaded?.video;
  const uploaded = same ?? (await uploadMedia(api, session, post, { kept, keep: keepVideo }));
  if ('kind' in uploaded) return uploaded;
  const remember = (again: boolean) => place.remember(JSON.stringify({ uploaded, again } satisfies Memory));
  const { card, pictures, video } = uploaded;
  if (repeated || card !== null || pictures.length > 0 || video !== undefined) await remember(repeated);

  const outcome = await publish(api, session, postBody(session.author, post, uploaded), repeated);
  // Surely not made by this request: the one repeat is still to be had.
  if (repeated && outcome.kind === 'later') await remember(false);
  return outcome;
}

async function publish(api: Posting, session: Session, body: unknown, repeated: boolean): Promise<PostOutcome> {
  const reply = await ask(() => postJson(api, session, '/rest/posts', body));
  if (reply.kind === 'silent') return reply.sent ? { kind: 'unknown' } : soon;
  if (reply.status === 201) return { kind: 'posted', ...addressOf(api, reply.headers.get('x-restli-id')) };
  if (reply.status >= 500 || reply.status < 400) return { kind: 'unknown' };
  const refusal = readRefusal(reply, Date.now());
  if (refusal.kind === 'version') return versionRefused(api);
  if (refusal.kind !== 'duplicate') {
    // Why it refuses says nothing about an earlier try, which may be out.
    return repeated && refusal.kind !== 'later' ? { kind: 'unsure' } : refusal;
  }
  if (repeated) return { kind: 'posted', ...addressOf(api, refusal.urn) };
  const sentence = 'You have posted these very words on LinkedIn already. Change the text a little and share it again.';
  return { kind: 'rejected', reason: 'duplicate', sentence };
}

interface Keeping {
  readonly kept: string | undefined;
  readonly keep: (urn: string) => Promise<void>;
}

/** URNs of what the post carries: its video, or else its pictures or the card's. */
async function uploadMedia(
  api: Posting,
  session: Session,
  post: Post,
  { kept, keep }: Keeping,
): Promise<Uploaded | PostOutcome> {
  if (!post.video) return uploadPictures(api, session, post);
  const refused = (answer: Answer) => refusedUpload(api, readRefusal(answer, Date.now()));
  const up = { api, session, pauseMs: api.pictureGraceMs, refused };
  const video = await uploadVideo(up, post.video, kept, keep);
  return typeof video === 'string' ? { card: null, pictures: [], video } : video;
}

async function uploadPictures(api: Posting, session: Session, post: Post): Promise<Uploaded | PostOutcome> {
  const pictures: string[] = [];
  for (const picture of post.pictures ?? []) {
    const urn = await uploadPicture(api, session, picture);
    if (typeof urn !== 'string') return urn;
    pictures.push(urn);
  }
  const card = pictures.length > 0 || !post.card?.picture ? null : await uploadPicture(api, session, post.card.picture);
  if (card !== null && typeof card !== 'string') return card;
  if (card !== null || pictures.length > 0) await pause(api.pictureGraceMs);
  return { card, pictures };
}

async function uploadPicture(api: Posting, session: Session, picture: Picture): Promise<string | PostOutcome> {
  const owner = { initializeUploadRequest: { owner: session.author } };
  const begun = await ask(() => postJson(api, session, '/rest/images?action=initializeUpload', owner));
  if (begun.kind === 'silent' || begun.status >= 500) return soon;
  if (begun.status >= 400) return refusedUpload(api, readRefusal(begun, Date.now()));
  const place = uploadSchema.safeParse(begun.body);
  if (!place.success || !isOwnAddress(place.data.value.uploadUrl, api.apiUrl)) return soon;
  const { uploadUrl, image } = place.data.value;
  const headers = { authorization: `Bearer ${session.access}`, 'content-type': picture.mime };
  const put = await ask(() => api.fetch(uploadUrl, { method: 'PUT', redirect: 'error', headers, body: picture.bytes }));
  if (put.kind === 'answered' && put.status === 201) return image;
  if (put.kind === 'silent' || put.status >= 500 || put.status < 400) return soon;
  return refusedUpload(api, readRefusal(put, Date.now()));
}

/** Nothing is public yet, so all but a definite no may be tried again. */
function refusedUpload(api: Posting, refusal: ReturnType<typeof readRefusal>): PostOutcome {
  if (refusal.kind === 'version') return versionRefused(api);
  return refusal.kind === 'duplicate' ? soon : refusal;
}

function versionRefused(api: Posting): PostOutcome {
  api.onVersionRefused();
  return whenMended;
}

/** Where a post is; where LinkedIn did not say, the person's own activity. */
function addressOf({ webUrl }: Posting, urn: string | null): { uri: string; url: string } {
  if (urn === null || !/^urn:li:\w+:[\w-]+$/.test(urn)) {
    return { uri: 'urn:li:share:unknown', url: `${webUrl}/in/me/recent-activity/all/` };
  }
  return { uri: urn, url: `${webUrl}/feed/update/${urn}` };
}
