import { z } from 'zod';
import type { Picture, Post, PostOutcome } from '../network.ts';
import { shownPictures } from '../shown-pictures.ts';
import type { Video } from '../video.ts';
import type { Graph } from './graph.ts';
import { errorOf, isLost, outcomeOfPreparing } from './outcomes.ts';

const idSchema = z.object({ id: z.string().regex(/^\d{1,30}$/) });
const stateSchema = z.object({
  status: z.enum(['IN_PROGRESS', 'FINISHED', 'PUBLISHED', 'ERROR', 'EXPIRED']),
  error_message: z.string().optional(),
});
const quotaSchema = z.object({
  data: z.array(z.object({ quota_usage: z.number(), config: z.object({ quota_total: z.number() }) })).min(1),
});

const longestAlt = 1_000;
const quotaSeconds = 3_600;

/** `gone`: no such container (any more). `lost`: the token does not let us look. */
export type ContainerState =
  | { readonly kind: 'published' | 'ready' | 'working' | 'expired' | 'gone' | 'lost' | 'silent' }
  | { readonly kind: 'failed'; readonly said: string };

/** How far a container is (https://developers.facebook.com/docs/threads/troubleshooting). */
export async function stateOf(graph: Graph, container: string): Promise<ContainerState> {
  const answer = await graph.get(container, { fields: 'status,error_message' });
  const said = answer.kind === 'answered' && answer.status === 200 ? stateSchema.safeParse(answer.body) : null;
  if (said?.success) {
    const { status, error_message: message = '' } = said.data;
    if (status === 'ERROR') return { kind: 'failed', said: message };
    return { kind: states[status] };
  }
  const error = errorOf(answer);
  if (error === null) return { kind: 'silent' };
  if (isLost(error)) return { kind: 'lost' };
  return { kind: error.code === 100 ? 'gone' : 'silent' };
}

const states = {
  ...({ IN_PROGRESS: 'working', FINISHED: 'ready', PUBLISHED: 'published', EXPIRED: 'expired' } as const),
};

/** Makes the container of a post, with one for each picture where there are several. Nothing of it is public yet. */
export async function makeContainer(graph: Graph, userId: string, post: Post): Promise<string | PostOutcome> {
  if (await isSpent(graph, userId)) return { kind: 'later', afterSeconds: quotaSeconds };
  const { text, card, video } = post;
  if (video) return makeVideo(graph, userId, video, text);
  const pictures = shownPictures(post);
  const [first] = pictures;
  if (first === undefined) {
    const link: Record<string, string> = card ? { link_attachment: card.url } : {};
    return make(graph, userId, { media_type: 'TEXT', text, ...link });
  }
  if (pictures.some(({ url }) => url === undefined)) return notPublic;
  if (pictures.length === 1) return make(graph, userId, { ...imageOf(first), text });
  const children: string[] = [];
  for (const picture of pictures) {
    const child = await make(graph, userId, { ...imageOf(picture), is_carousel_item: 'true' });
    if (typeof child !== 'string') return child;
    children.push(child);
  }
  return make(graph, userId, { media_type: 'CAROUSEL', children: children.join(','), text });
}

/** Meta fetches the film and works it up; the container says when it is done. */
async function makeVideo(graph: Graph, userId: string, video: Video, text: string): Promise<string | PostOutcome> {
  const { url, alt } = video;
  if (url === undefined) return videoNotPublic;
  const described: Record<string, string> = alt === '' ? {} : { alt_text: [...alt].slice(0, longestAlt).join('') };
  return make(graph, userId, { media_type: 'VIDEO', video_url: url, text, ...described });
}

async function make(graph: Graph, userId: string, form: Record<string, string>): Promise<string | PostOutcome> {
  const answer = await graph.post(`${userId}/threads`, form);
  const made = answer.kind === 'answered' && answer.status === 200 ? idSchema.safeParse(answer.body) : null;
  return made?.success ? made.data.id : outcomeOfPreparing(answer);
}

function imageOf({ url = '', alt }: Picture): Record<string, string> {
  const described: Record<string, string> = alt === '' ? {} : { alt_text: [...alt].slice(0, longestAlt).join('') };
  return { media_type: 'IMAGE', image_url: url, ...described };
}

/** Whether the profile's 250 posts of these 24 hours are used up. Where Threads does not say, it is tried. */
async function isSpent(graph: Graph, userId: string): Promise<boolean> {
  const answer = await graph.get(`${userId}/threads_publishing_limit`, { fields: 'quota_usage,config' });
  const quota = answer.kind === 'answered' ? quotaSchema.safeParse(answer.body) : null;
  const [own] = quota?.success ? quota.data.data : [];
  return own !== undefined && own.quota_usage >= own.config.quota_total;
}

const videoNotPublic: PostOutcome = {
  kind: 'rejected',
  reason: 'video_not_public',
  sentence: 'Threads fetches videos from a public address, and this video has none.',
};

const notPublic: PostOutcome = {
  kind: 'rejected',
  reason: 'picture_not_public',
  sentence: 'Threads fetches pictures from a public address, and this picture has none. Share without it.',
};
