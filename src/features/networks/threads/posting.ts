import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { draftOf } from '../draft-of.ts';
import type { FindOutcome, Post, PostOutcome, PostPlace } from '../network.ts';
import { checkDraft } from './check.ts';
import { type ContainerState, makeContainer, stateOf } from './container.ts';
import type { Graph } from './graph.ts';
import { outcomeOfPublishing } from './outcomes.ts';
import type { ThreadsSession } from './session.ts';

export interface Publishing {
  readonly graph: Graph;
  readonly session: ThreadsSession;
  /** Where people look at profiles, for a post whose own address Threads does not tell. */
  readonly webUrl: string;
  /** Between two looks at a container on its way. */
  readonly pauseMs: number;
}

const memorySchema = z.object({ container: z.string().regex(/^\d{1,30}$/) });
const publishedSchema = z.object({ id: z.string().regex(/^\d{1,30}$/) });
const linkSchema = z.object({ permalink: z.url({ protocol: /^https?$/ }) });
const listSchema = z.object({
  data: z.array(
    z.object({ id: z.string(), text: z.string().default(''), permalink: z.url({ protocol: /^https?$/ }).optional() }),
  ),
});

const mostLooks = 5;
const slow = { kind: 'later', afterSeconds: 30 } as const;

/**
 * Posts, exactly once, in two steps: a container, which nobody sees, and its publishing. The container is remembered
 * between the two, so whoever comes back asks it how far it came, and a container is published once.
 */
export async function createPost(publishing: Publishing, post: Post, place: PostPlace): Promise<PostOutcome> {
  const [problem] = checkDraft(draftOf(post)).problems;
  if (problem) return { kind: 'rejected', reason: problem.code, sentence: problem.sentence };
  const { graph, session } = publishing;
  const kept = containerIn(place.memory);
  const state = kept === null ? ({ kind: 'expired' } as const) : await stateOf(graph, kept);
  // Containers end after a day; one that was never told to publish may be made anew.
  const isOver = state.kind === 'expired' || (state.kind === 'gone' && !place.repeated);
  if (kept !== null && !isOver) return goOn(publishing, post, kept, state, place.repeated);
  const made = await makeContainer(graph, session.userId, post);
  if (typeof made !== 'string') return made;
  await place.remember(JSON.stringify({ container: made }));
  return goOn(publishing, post, made, await stateOf(graph, made), false);
}

/** From a container on. Fresh ones with pictures are waited for, as Meta fetches those first. */
async function goOn(
  publishing: Publishing,
  post: Post,
  container: string,
  first: ContainerState,
  repeated: boolean,
): Promise<PostOutcome> {
  let state = first;
  for (let looks = 0; state.kind === 'working' && looks < mostLooks; looks += 1) {
    await pause(publishing.pauseMs);
    state = await stateOf(publishing.graph, container);
  }
  switch (state.kind) {
    case 'published':
      return { kind: 'posted', ...(await addressOf(publishing, post, container)) };
    case 'ready':
      return publish(publishing, container);
    case 'failed':
      return {
        kind: 'rejected',
        reason: 'refused',
        sentence: `Threads could not make this post. It says: ${state.said}`,
      };
    case 'gone':
    case 'lost':
      // A container that was told to publish may have done so, and nobody lets us look.
      if (repeated) return { kind: 'unsure' };
      return state.kind === 'lost' ? { kind: 'reconnect' } : slow;
    default:
      return slow;
  }
}

async function publish(publishing: Publishing, container: string): Promise<PostOutcome> {
  const { graph, session } = publishing;
  const answer = await graph.post(`${session.userId}/threads_publish`, { creation_id: container });
  const published = answer.kind === 'answered' && answer.status === 200 ? publishedSchema.safeParse(answer.body) : null;
  if (!published?.success) return outcomeOfPublishing(answer);
  const { id } = published.data;
  const shown = await graph.get(id, { fields: 'permalink' });
  const link = shown.kind === 'answered' ? linkSchema.safeParse(shown.body) : null;
  return { kind: 'posted', uri: id, url: link?.success ? link.data.permalink : profileOf(publishing) };
}

/** Asks the container of an earlier try. Without one nothing can have been published. */
export async function findPost(publishing: Publishing, post: Post, place: PostPlace): Promise<FindOutcome> {
  const container = containerIn(place.memory);
  if (container === null) return { kind: 'absent' };
  const state = await stateOf(publishing.graph, container);
  switch (state.kind) {
    case 'published':
      return { kind: 'found', ...(await addressOf(publishing, post, container)) };
    case 'ready':
    case 'failed':
    case 'expired':
      return { kind: 'absent' };
    case 'gone':
    case 'lost':
      return { kind: 'unknowable' };
    default:
      return slow;
  }
}

/** A published container does not tell its post's address: it is looked up among the last ones by its words. */
async function addressOf(
  publishing: Publishing,
  { text }: Post,
  container: string,
): Promise<{ uri: string; url: string }> {
  const { graph, session } = publishing;
  const answer = await graph.get(`${session.userId}/threads`, { fields: 'id,text,permalink', limit: '25' });
  const listed = answer.kind === 'answered' ? listSchema.safeParse(answer.body) : null;
  const own = listed?.success ? listed.data.data.find((one) => one.text.trim() === text.trim()) : undefined;
  return { uri: own?.id ?? container, url: own?.permalink ?? profileOf(publishing) };
}

const profileOf = ({ webUrl, session }: Publishing) => `${webUrl}/@${session.username}`;

function containerIn(memory: string | null): string | null {
  const parsed = memory === null ? null : memorySchema.safeParse(JSON.parse(memory));
  return parsed?.success ? parsed.data.container : null;
}
