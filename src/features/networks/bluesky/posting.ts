import { z } from 'zod';
import { draftOf } from '../draft-of.ts';
import type { FindOutcome, Picture, Post, PostOutcome } from '../network.ts';
import { type Video, withWhole } from '../video.ts';
import { checkDraft } from './check.ts';
import { buildFacets, findSpans } from './facets.ts';
import { type Blob, buildRecord, type UploadedPictures } from './record.ts';
import { ask, laterAfter, outcomeOfCreate, outcomeOfUpload } from './replies.ts';

/** Sends to the account's own server with its token: `path` begins with /xrpc/. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>;

/** Where a record is or will be, and where people look at it. */
export interface PostPlace {
  readonly did: string;
  readonly recordKey: string;
  readonly webUrl: string;
  /** What was kept of earlier tries, and how to keep more; looking for a post needs neither. */
  readonly memory?: string | null;
  readonly remember?: (memory: string) => Promise<void>;
}

const collection = 'app.bsky.feed.post';
const createdSchema = z.object({ uri: z.string().startsWith('at://') });
const blobSchema = z.object({
  blob: z.object({
    $type: z.literal('blob'),
    ref: z.object({ $link: z.string() }),
    mimeType: z.string(),
    size: z.number(),
  }),
});

/** Uploads the pictures, then creates the record at the given place. */
export async function createPost(
  send: Send,
  place: PostPlace,
  post: Post,
  resolveHandle: (handle: string) => Promise<string | null>,
): Promise<PostOutcome> {
  const [problem] = checkDraft(draftOf(post)).problems;
  if (problem) return { kind: 'rejected', reason: problem.code, sentence: problem.sentence };

  const uploaded = await (post.video ? uploadVideo(send, post.video, place) : uploadPictures(send, post));
  if ('kind' in uploaded) return uploaded;
  const facets = buildFacets(post.text, await resolveMentions(post.text, resolveHandle));
  const record = buildRecord(post, facets, uploaded);
  const reply = await ask(() =>
    send('/xrpc/com.atproto.repo.createRecord', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ repo: place.did, collection, rkey: place.recordKey, record }),
    }),
  );
  // Servers throw away what no record uses; the next try uploads it again.
  if (uploaded.video && reply.kind === 'refused' && isBlobGone(reply)) {
    await place.remember?.(JSON.stringify({}));
    return { kind: 'later', afterSeconds: 1 };
  }
  if (reply.kind !== 'ok') return outcomeOfCreate(reply);
  const created = createdSchema.safeParse(reply.body);
  return created.success ? { kind: 'posted', ...addressOf(place) } : { kind: 'unknown' };
}

/** Looks for a record without a session: records are public on the account's server. */
export async function findPost(server: string, place: PostPlace, fetcher: typeof fetch): Promise<FindOutcome> {
  const url = new URL('/xrpc/com.atproto.repo.getRecord', server);
  url.search = new URLSearchParams({ repo: place.did, collection, rkey: place.recordKey }).toString();
  const reply = await ask(() => fetcher(url));
  if (reply.kind === 'ok') return { kind: 'found', ...addressOf(place) };
  if (reply.kind === 'refused' && reply.error === 'RecordNotFound') return { kind: 'absent' };
  return laterAfter(reply);
}

function addressOf({ did, recordKey, webUrl }: PostPlace): { uri: string; url: string } {
  return { uri: `at://${did}/${collection}/${recordKey}`, url: `${webUrl}/profile/${did}/post/${recordKey}` };
}

async function uploadPictures(send: Send, post: Post): Promise<UploadedPictures | PostOutcome> {
  const pictures: Blob[] = [];
  for (const picture of post.pictures ?? []) {
    const blob = await uploadPicture(send, picture);
    if ('kind' in blob) return blob;
    pictures.push(blob);
  }
  if (pictures.length > 0 || !post.card?.picture) return { card: null, pictures };
  const card = await uploadPicture(send, post.card.picture);
  return 'kind' in card ? card : { card, pictures };
}

async function uploadPicture(send: Send, picture: Picture): Promise<Blob | PostOutcome> {
  const reply = await ask(() =>
    send('/xrpc/com.atproto.repo.uploadBlob', {
      method: 'POST',
      headers: { 'content-type': picture.mime },
      body: picture.bytes,
    }),
  );
  if (reply.kind !== 'ok') return outcomeOfUpload(reply);
  const uploaded = blobSchema.safeParse(reply.body);
  return uploaded.success ? uploaded.data.blob : { kind: 'later', afterSeconds: 60 };
}

const memorySchema = z.object({ video: blobSchema.shape.blob.optional() });

const isBlobGone = ({ error, message }: { readonly error: string; readonly message: string }) =>
  error === 'BlobNotFound' || /could not find blob/i.test(message);

/**
 * Uploads a video as a blob, which its server takes whole, once: what an earlier try was given stands in the memory.
 * Bluesky works it up when the post is out (docs.bsky.app/docs/tutorials/video, "upload the blob directly").
 */
async function uploadVideo(send: Send, video: Video, place: PostPlace): Promise<UploadedPictures | PostOutcome> {
  const known = place.memory ? memorySchema.safeParse(JSON.parse(place.memory)) : null;
  if (known?.success && known.data.video) return { card: null, pictures: [], video: known.data.video };
  const reply = await withWhole(video, (body) =>
    ask(() =>
      send('/xrpc/com.atproto.repo.uploadBlob', {
        method: 'POST',
        headers: { 'content-type': 'video/mp4', 'content-length': String(body.length) },
        body,
      }),
    ),
  );
  if (reply.kind === 'refused' && (reply.status === 413 || reply.error === 'PayloadTooLarge')) {
    const sentence = 'Your Bluesky server takes no video as large as this one. Nothing was posted.';
    return { kind: 'rejected', reason: 'video_too_big', sentence };
  }
  if (reply.kind !== 'ok') return outcomeOfUpload(reply);
  const uploaded = blobSchema.safeParse(reply.body);
  if (!uploaded.success) return { kind: 'later', afterSeconds: 60 };
  await place.remember?.(JSON.stringify({ video: uploaded.data.blob }));
  return { card: null, pictures: [], video: uploaded.data.blob };
}

async function resolveMentions(
  text: string,
  resolveHandle: (handle: string) => Promise<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const handles = new Set(findSpans(text).flatMap((span) => (span.kind === 'mention' ? [span.handle] : [])));
  const dids = new Map<string, string>();
  for (const handle of handles) {
    const did = await resolveHandle(handle);
    if (did) dids.set(handle, did);
  }
  return dids;
}
