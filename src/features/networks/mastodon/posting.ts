import { z } from 'zod';
import { addressAt } from '../ask.ts';
import { draftOf } from '../draft-of.ts';
import type { Post, PostOutcome, PostPlace } from '../network.ts';
import { shownPictures } from '../shown-pictures.ts';
import { checkDraft } from './check.ts';
import { findPost } from './finding.ts';
import { type Uploading, uploadPicture } from './media.ts';
import { outcomeOfPost } from './outcomes.ts';
import { bearer, type MastodonSession } from './session.ts';
import { addressOf, statusSchema } from './status.ts';

/** Mastodon keeps an Idempotency-Key for an hour. */
const keyLastsMs = 55 * 60_000;
const memorySchema = z.object({ triedAt: z.iso.datetime() });

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
  if (place.repeated && !isKeyGood(session, place, now())) {
    const found = await findPost(ask, session, post, now());
    if (found.kind === 'found') return { ...found, kind: 'posted' };
    if (found.kind !== 'absent') return found.kind === 'later' ? found : { kind: 'unsure' };
  }
  const pictures: string[] = [];
  for (const picture of shownPictures(post)) {
    const uploaded = await uploadPicture(up, picture);
    if (typeof uploaded !== 'string') return uploaded;
    pictures.push(uploaded);
  }
  if (place.memory === null) await place.remember(JSON.stringify({ triedAt: now().toISOString() }));
  const answer = await ask(addressAt(session.server, '/api/v1/statuses'), {
    method: 'POST',
    redirect: 'manual',
    headers: { ...bearer(session), 'content-type': 'application/json', 'idempotency-key': place.recordKey },
    body: JSON.stringify({ ...statusOf(post, pictures), ...(inReplyTo === null ? {} : { in_reply_to_id: inReplyTo }) }),
  });
  const created = answer.kind === 'answered' && answer.status < 300 ? statusSchema.safeParse(answer.body) : null;
  return created?.success ? { kind: 'posted', ...addressOf(session, created.data) } : outcomeOfPost(answer, now());
}

function isKeyGood(session: MastodonSession, { memory }: PostPlace, now: Date): boolean {
  const tried = memory === null ? null : memorySchema.safeParse(JSON.parse(memory));
  if (!session.keepsKeys || !tried?.success) return false;
  return now.getTime() - Date.parse(tried.data.triedAt) < keyLastsMs;
}

function statusOf({ text, languages }: Post, pictures: readonly string[]): Record<string, unknown> {
  const language = languages?.[0]?.split('-')[0];
  return {
    ...{ status: text, visibility: 'public' },
    ...(language ? { language } : {}),
    ...(pictures.length > 0 ? { media_ids: pictures } : {}),
  };
}
