import { z } from 'zod';
import { addressAt } from '../ask.ts';
import { draftOf } from '../draft-of.ts';
import type { Post, PostOutcome, PostPlace } from '../network.ts';
import { shownPictures } from '../shown-pictures.ts';
import { checkDraft } from './check.ts';
import { findPost } from './finding.ts';
import { type Uploading, uploadPicture, uploadVideo } from './media.ts';
import { outcomeOfPost } from './outcomes.ts';
import { bearer, type MastodonSession } from './session.ts';
import { addressOf, statusSchema } from './status.ts';

/** Mastodon keeps an Idempotency-Key for an hour. */
const keyLastsMs = 55 * 60_000;
/** Where a server names no limit. */
const usualVideoBytes = 40_000_000;
const memorySchema = z.object({
  /** When the post was first sent; absent before. */
  triedAt: z.iso.datetime().optional(),
  /** The video that the server has. */
  video: z.string().optional(),
});
type Memory = z.infer<typeof memorySchema>;

/**
 * Posts, exactly once. Within the hour Mastodon gives the first post back for the same key; after it, and on servers
 * that heed no keys, a repeated try goes out only when the post is seen not to be there.
 * @param inReplyTo the server's id of the post that this one answers
 */
export async function createPost(
  up: Uploading,
  post: Post,
  place: PostPlace,
  inReplyTo: string | null = null,
): Promise<PostOutcome> {
  const { ask, session, now } = up;
  const [problem] = checkDraft(draftOf(post), session.limits).problems;
  if (problem) return { kind: 'rejected', reason: problem.code, sentence: problem.sentence };
  let memory = memoryOf(place);
  const remember = (more: Memory) => {
    memory = { ...memory, ...more };
    return place.remember(JSON.stringify(memory));
  };
  // What went before its first sending made no post.
  const mayBeOut = place.repeated && (place.memory === null || memory.triedAt !== undefined);
  if (mayBeOut && !isKeyGood(session, memory, now())) {
    const found = await findPost(ask, session, post, now());
    if (found.kind === 'found') return { ...found, kind: 'posted' };
    if (found.kind !== 'absent') return found.kind === 'later' ? found : { kind: 'unsure' };
  }
  const media = await uploadMedia(up, post, memory.video, (video) => remember({ video }));
  if ('kind' in media) return media;
  if (memory.triedAt === undefined) await remember({ triedAt: now().toISOString() });
  const answer = await ask(addressAt(session.server, '/api/v1/statuses'), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...bearer(session), 'content-type': 'application/json', 'idempotency-key': place.recordKey },
    body: JSON.stringify({ ...statusOf(post, media), ...(inReplyTo === null ? {} : { in_reply_to_id: inReplyTo }) }),
  });
  const created = answer.kind === 'answered' && answer.status < 300 ? statusSchema.safeParse(answer.body) : null;
  return created?.success ? { kind: 'posted', ...addressOf(session, created.data) } : outcomeOfPost(answer, now());
}

function memoryOf({ memory }: PostPlace): Memory {
  const known = memory === null ? null : memorySchema.safeParse(JSON.parse(memory));
  return known?.success ? known.data : {};
}

/** Ids of what the post carries: the video if its server takes it, else the pictures. */
async function uploadMedia(
  up: Uploading,
  post: Post,
  kept: string | undefined,
  keep: (id: string) => Promise<void>,
): Promise<readonly string[] | PostOutcome> {
  const most = up.session.limits.videoBytes ?? usualVideoBytes;
  if (post.video && post.video.size <= most) {
    const id = await uploadVideo(up, post.video, kept, keep);
    return typeof id === 'string' ? [id] : id;
  }
  const pictures: string[] = [];
  for (const picture of shownPictures(post)) {
    const uploaded = await uploadPicture(up, picture);
    if (typeof uploaded !== 'string') return uploaded;
    pictures.push(uploaded);
  }
  return pictures;
}

function isKeyGood(session: MastodonSession, { triedAt }: Memory, now: Date): boolean {
  if (!session.keepsKeys || triedAt === undefined) return false;
  return now.getTime() - Date.parse(triedAt) < keyLastsMs;
}

function statusOf({ text, languages }: Post, pictures: readonly string[]): Record<string, unknown> {
  const language = languages?.[0]?.split('-')[0];
  return {
    ...{ status: text, visibility: 'public' },
    ...(language ? { language } : {}),
    ...(pictures.length > 0 ? { media_ids: pictures } : {}),
  };
}
