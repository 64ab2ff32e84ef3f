import { z } from 'zod';
import { ask } from '../ask.ts';
import { draftOf } from '../draft-of.ts';
import type { Picture, Post, PostOutcome, PostPlace } from '../network.ts';
import type { Answer, Reply } from '../reply.ts';
import { shownPictures } from '../shown-pictures.ts';
import { type Api, postJson, type Session } from './api.ts';
import { checkDraft } from './check.ts';
import { readRefusal, soon } from './refusals.ts';
import { uploadVideo } from './video.ts';

export interface Posting extends Api {
  /** Tells the operator what only they can mend. */
  readonly report: (event: string, code: string) => void;
  /** Between two looks at a video on its way. */
  readonly pauseMs: number;
}

const madeSchema = z.object({ data: z.object({ id: z.string().regex(/^\d{1,19}$/) }) });
const memorySchema = z.object({
  /** Absent while there is no more than the video. */
  media: z.array(z.string()).optional(),
  /** The video that X has. */
  video: z.string().optional(),
  /** Whether the post was sent a second time and its answer is not known. */
  again: z.boolean().default(false),
});
type Memory = z.input<typeof memorySchema>;
const longestAlt = 1_000;

/**
 * Makes a post. X knows no key of ours, and looking costs the operator money; but it takes no post twice: after a lost
 * answer the same request is sent once more, and "duplicate" means that the first one is there. X makes the card of the
 * link in the text by itself.
 */
export async function createPost(api: Posting, session: Session, post: Post, place: PostPlace): Promise<PostOutcome> {
  const [problem] = checkDraft(draftOf(post)).problems;
  if (problem) return { kind: 'rejected', reason: problem.code, sentence: problem.sentence };
  const known = place.memory === null ? null : memorySchema.parse(JSON.parse(place.memory));
  if (place.repeated && known?.again) return { kind: 'unsure' };

  // Before its media were complete no post was sent, so nothing can be out.
  const repeated = place.repeated && (known === null || known.media !== undefined);
  // The media of the first try again: with others it would be another post, and no duplicate.
  const keepVideo = (video: string) => place.remember(JSON.stringify({ video } satisfies Memory));
  // A video that surely stands in no post is asked after once more: X throws away what waits too long.
  const same = repeated || !post.video ? known?.media : undefined;
  const video = known?.video ?? (post.video ? known?.media?.[0] : undefined);
  const media = same ?? (await uploadMedia(api, session, post, { kept: video, keep: keepVideo }));
  if ('kind' in media) return media;
  const remember = (again: boolean) => place.remember(JSON.stringify({ media, again } satisfies Memory));
  if (repeated || media.length > 0) await remember(repeated);

  const body = { text: post.text, ...(media.length > 0 ? { media: { media_ids: media } } : {}) };
  const outcome = await publish(api, session, body, repeated);
  // Surely not made by this request: the one repeat is still to be had.
  if (repeated && (outcome.kind === 'later' || outcome.kind === 'stale')) await remember(false);
  return outcome;
}

async function publish(api: Posting, session: Session, body: unknown, repeated: boolean): Promise<PostOutcome> {
  const reply = await ask(() => postJson(api, session, '/2/tweets', body));
  if (reply.kind === 'silent') return reply.sent ? { kind: 'unknown' } : soon;
  const made = reply.status === 201 ? madeSchema.safeParse(reply.body) : null;
  const profile = `${api.webUrl}/${session.username}`;
  if (made?.success) {
    const { id } = made.data.data;
    return { kind: 'posted', uri: `x:${id}`, url: `${profile}/status/${id}` };
  }
  if (reply.status >= 500 || reply.status < 400) return { kind: 'unknown' };
  const refusal = refusalOf(api, reply);
  // Why it refuses says nothing about an earlier try, which may be out.
  if (repeated && refusal.kind === 'rejected') return { kind: 'unsure' };
  if (refusal.kind !== 'duplicate') return refusal;
  // X does not say which post it is like.
  if (repeated) return { kind: 'posted', uri: `x:@${session.username}`, url: profile };
  const sentence = 'You have posted these very words on X already. Change the text a little and share it again.';
  return { kind: 'rejected', reason: 'duplicate', sentence };
}

interface Keeping {
  readonly kept: string | undefined;
  readonly keep: (id: string) => Promise<void>;
}

/** Ids of what the post carries: its video, or else its pictures. */
async function uploadMedia(
  api: Posting,
  session: Session,
  post: Post,
  { kept, keep }: Keeping,
): Promise<string[] | PostOutcome> {
  if (!post.video) return uploadPictures(api, session, shownPictures(post));
  const up = { api, session, pauseMs: api.pauseMs, refused: (reply: Reply) => refusedUpload(api, reply) };
  const id = await uploadVideo(up, post.video, kept, keep);
  return typeof id === 'string' ? [id] : id;
}

async function uploadPictures(
  api: Posting,
  session: Session,
  pictures: readonly Picture[],
): Promise<string[] | PostOutcome> {
  const media: string[] = [];
  for (const picture of pictures) {
    const id = await uploadPicture(api, session, picture);
    if (typeof id !== 'string') return id;
    media.push(id);
  }
  return media;
}

/** In one request: X wants parts only of videos, and of pictures larger than any of ours. */
async function uploadPicture(api: Posting, session: Session, { bytes, alt }: Picture): Promise<string | PostOutcome> {
  const upload = { media: Buffer.from(bytes).toString('base64'), media_category: 'tweet_image' };
  const reply = await ask(() => postJson(api, session, '/2/media/upload', upload));
  const made = reply.kind === 'answered' && reply.status < 300 ? madeSchema.safeParse(reply.body) : null;
  if (!made?.success) return refusedUpload(api, reply);
  const { id } = made.data.data;
  if (alt === '') return id;
  const metadata = { id, metadata: { alt_text: { text: [...alt].slice(0, longestAlt).join('') } } };
  const described = await ask(() => postJson(api, session, '/2/media/metadata', metadata));
  // A picture without its description is not what the person chose to share.
  return described.kind === 'answered' && described.status < 300 ? id : refusedUpload(api, described);
}

/** Nothing is public yet, so all but a definite no may be tried again. */
function refusedUpload(api: Posting, reply: Answer | { readonly kind: 'silent' }): PostOutcome {
  if (reply.kind === 'silent' || reply.status >= 500 || reply.status < 400) return soon;
  const refusal = refusalOf(api, reply);
  return refusal.kind === 'duplicate' ? soon : refusal;
}

function refusalOf(api: Posting, answer: Answer): PostOutcome | { readonly kind: 'duplicate' } {
  const refusal = readRefusal(answer, Date.now());
  if (refusal.kind !== 'operator') return refusal;
  api.report(refusal.event, refusal.code);
  return refusal.outcome;
}
