import type { IncomingMessage, ServerResponse } from 'node:http';
import parseTweet from 'twitter-text/dist/parseTweet.js';
import { z } from 'zod';
import { type Consent, clickThrough, openConsent } from './consent.ts';
import { answerJson, type Counterpart, openFront, readBody } from './counterpart.ts';
import { askPage, showPosts } from './pages.ts';

export interface XServer extends Counterpart {
  readonly origin: string;
  /** Posts that the person may still make in this quarter of an hour. */
  left: number;
  /** What the operator has left to spend, in thousandths of a dollar. */
  credits: number;
}

export interface XOptions {
  readonly redirectUri: string;
  readonly port?: number;
  readonly person?: string;
  /** No secret: a public client. */
  readonly isPublic?: boolean;
}

// A dash and an underscore, as X's secrets have them: they go into the header as they are.
export const xApp = { clientId: 'x-practice_app', clientSecret: 'x-practice_app-s3cret' };

const id = z.string().regex(/^\d{1,19}$/);
/**
 * The requests of X's OpenAPI description, version 2.167 (https://api.x.com/2/openapi.json): CreatePostsRequest,
 * MediaUploadRequest and CreateMediaMetadataRequest, as far as a post needs them. The first two allow no other fields.
 */
const postSchema = z.strictObject({
  text: z.string(),
  media: z.strictObject({ media_ids: z.array(id).min(1).max(4) }).optional(),
});
const uploadSchema = z.strictObject({
  media: z.base64().min(1),
  media_category: z.enum(['tweet_image', 'tweet_gif']),
});
/** MediaUploadConfigRequest and MediaUploadAppendRequest of the same description. */
const beginSchema = z.strictObject({
  media_type: z.literal('video/mp4'),
  total_bytes: z.int().min(1).max(512_000_000),
  media_category: z.literal('tweet_video'),
});
const appendSchema = z.strictObject({ media: z.base64().min(1), segment_index: z.int().min(0).max(999) });
/** Parts of 5 MB at most: docs.x.com/x-api/media/quickstart/media-upload-chunked. */
const mostSegment = 5_000_000;

interface Film {
  readonly owner: string;
  readonly total: number;
  readonly segments: Map<number, number>;
  /** Looks until it is worked up; null before it was finalized. */
  looksLeft: number | null;
}

const metadataSchema = z.object({
  id,
  metadata: z.object({ alt_text: z.object({ text: z.string().max(1_000) }) }).optional(),
});

class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, title: string, detail: string, type = 'about:blank', headers = {}) {
    super(detail);
    this.status = status;
    this.body = { title, detail, type, status };
    this.headers = headers;
  }
}

const problems = 'https://api.x.com/2/problems';

/**
 * X's sign-in, posts and media as documented: proof keys, codes of 30 seconds, rotating refresh tokens, weighted length,
 * one cashtag, no post twice, limits with their headers, credits.
 */
export async function startX(options: XOptions): Promise<XServer> {
  const parts: { consent?: Consent } = {};
  const made: { author: string; text: string; media: readonly string[] }[] = [];
  const media = new Map<string, { owner: string; alt: string }>();
  const films = new Map<string, Film>();
  const person = options.person ?? 'ana_silva';
  const posts = () =>
    made.map(({ author, text, media: ids }) => {
      const [film] = ids.flatMap((key) => {
        const found = films.get(key);
        return found ? [{ alt: media.get(key)?.alt ?? null, bytes: bytesOf(found) }] : [];
      });
      const alts = film ? [] : ids.map((key) => media.get(key)?.alt ?? '');
      return { by: `@${author}`, text, card: null, alts, ...(film ? { video: film } : {}) };
    });
  const app = options.isPublic ? { clientId: xApp.clientId } : xApp;
  const basic = `Basic ${Buffer.from(`${xApp.clientId}:${xApp.clientSecret}`).toString('base64')}`;
  const front = await openFront((request, response) => {
    const isTokenCall = /^\/2\/oauth2\/(token|revoke)/.test(request.url ?? '');
    if (isTokenCall && !options.isPublic && request.headers.authorization !== basic) {
      const error_description = 'Missing valid authorization header';
      return answerJson(response, 401, { error: 'unauthorized_client', error_description });
    }
    if (parts.consent?.listener(request, response)) return;
    if (showPosts('X', posts(), request, response)) return;
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      answerJson(response, error.status, error.body, error.headers);
    });
  }, options.port);
  const server = { left: 100_000, credits: 1_000_000 };
  parts.consent = openConsent(front.origin, {
    ...app,
    secretIn: 'header',
    redirectUri: options.redirectUri,
    scopes: ['tweet.read', 'tweet.write', 'users.read', 'offline.access', 'media.write'],
    proofKey: true,
    refreshScope: 'offline.access',
    ...{ codeSeconds: 30, accessSeconds: 7_200 },
    paths: { authorize: '/i/oauth2/authorize', token: '/2/oauth2/token', revoke: '/2/oauth2/revoke' },
    no: 'access_denied',
    tokenAnswer: ({ access_token, refresh_token, expires_in, scope }) => ({
      token_type: 'bearer',
      ...{ access_token, refresh_token, expires_in, scope },
    }),
    page: (scopes) => askPage('X', scopes, person),
  });

  async function userOf(request: IncomingMessage, ...scopes: readonly string[]): Promise<string> {
    const token = await parts.consent?.tokenOf(request.headers.authorization);
    if (!token) throw new Refused(401, 'Unauthorized', 'Unauthorized');
    if (!scopes.every((scope) => token.scopes.includes(scope))) {
      throw new Refused(403, 'Forbidden', 'You are not permitted to perform this action.');
    }
    // Names on X have no spaces, whatever somebody typed on the page.
    return token.personId.replace(/\W+/g, '_').slice(0, 15);
  }

  function spend(price: number): void {
    if (server.credits < price) {
      throw new Refused(402, 'CreditsDepleted', 'Your account does not have any credits.', `${problems}/credits`);
    }
    server.credits -= price;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = `${request.method} ${new URL(request.url ?? '/', front.origin).pathname}`;
    const body = await readBody(request);
    if (line === 'GET /2/users/me') {
      const username = await userOf(request, 'tweet.read', 'users.read');
      spend(10);
      return answerJson(response, 200, { data: { id: idOf(username), name: username, username } });
    }
    if (line === 'POST /2/media/upload') {
      const owner = await userOf(request, 'media.write');
      const bytes = Buffer.from(parse(uploadSchema, body).media, 'base64');
      if (bytes.length > 5_000_000) throw new Refused(400, 'Invalid Request', 'The file is too large.');
      if (!/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF)/.test(bytes.subarray(0, 4).toString('latin1'))) {
        throw new Refused(400, 'Invalid Request', 'The type of the media is not known.');
      }
      const key = String(1_880_000_000_000_000 + media.size);
      media.set(key, { owner, alt: '' });
      return answerJson(response, 200, { data: { id: key, media_key: `3_${key}`, size: bytes.length } });
    }
    if (/ \/2\/media\/upload(\/|$)/.test(line)) {
      const owner = await userOf(request, 'media.write');
      return takeVideo(owner, line, new URL(request.url ?? '/', front.origin).searchParams, body, response);
    }
    if (line === 'POST /2/media/metadata') {
      const owner = await userOf(request, 'media.write');
      const asked = parse(metadataSchema, body);
      if (media.get(asked.id)?.owner !== owner) throw new Refused(404, 'Not Found', 'Media not found');
      spend(5);
      media.set(asked.id, { owner, alt: asked.metadata?.alt_text.text ?? '' });
      return answerJson(response, 200, { data: { id: asked.id } });
    }
    if (line !== 'POST /2/tweets') throw new Refused(404, 'Not Found', 'Not Found');
    takePost(await userOf(request, 'tweet.write', 'users.read', 'tweet.read'), parse(postSchema, body), response);
  }

  /** Initialize, append, finalize, status: in this order, by its owner alone. */
  function takeVideo(
    owner: string,
    line: string,
    query: URLSearchParams,
    body: Buffer,
    response: ServerResponse,
  ): void {
    if (line === 'POST /2/media/upload/initialize') {
      const { total_bytes: total } = parse(beginSchema, body);
      const key = String(1_890_000_000_000_000 + films.size);
      films.set(key, { owner, total, segments: new Map(), looksLeft: null });
      media.set(key, { owner, alt: '' });
      return void answerJson(response, 202, { data: { id: key, media_key: `13_${key}`, expires_after_secs: 86_400 } });
    }
    const [, named, act] = /\/upload\/(\d+)\/(append|finalize)$/.exec(line) ?? [];
    const key = named ?? query.get('media_id') ?? '';
    const film = films.get(key);
    if (film?.owner !== owner || !media.has(key)) throw new Refused(404, 'Not Found', 'Media not found');
    const data = { id: key, media_key: `13_${key}` };
    if (act === 'append') {
      const { media: base64, segment_index: index } = parse(appendSchema, body);
      const { length } = Buffer.from(base64, 'base64');
      if (length > mostSegment) throw new Refused(413, 'Payload Too Large', 'The segment is too large.');
      if (film.looksLeft !== null) throw new Refused(400, 'Invalid Request', 'The upload was finalized.');
      film.segments.set(index, length);
      return void answerJson(response, 200, { data: { expires_at: Math.ceil(Date.now() / 1_000) + 86_400 } });
    }
    if (act === 'finalize') {
      const isWhole = [...film.segments.keys()]
        .toSorted((one, other) => one - other)
        .every((index, at) => index === at);
      if (!isWhole || bytesOf(film) !== film.total) {
        throw new Refused(400, 'Invalid Request', 'Segments do not add up to provided total file size.');
      }
      film.looksLeft = 2;
      return void answerJson(response, 200, { data: { ...data, processing_info: { state: 'pending' } } });
    }
    if (!line.startsWith('GET ') || query.get('command') !== 'STATUS') throw new Refused(404, 'Not Found', 'Not Found');
    if (film.looksLeft === null) throw new Refused(400, 'Invalid Request', 'The upload was not finalized.');
    film.looksLeft -= 1;
    const state = film.looksLeft > 0 ? 'in_progress' : 'succeeded';
    answerJson(response, 200, { data: { ...data, processing_info: { state, progress_percent: 50 } } });
  }

  function takePost(author: string, asked: z.infer<typeof postSchema>, response: ServerResponse): void {
    const { text } = asked;
    const ids = asked.media?.media_ids ?? [];
    server.left -= 1;
    if (server.left < 0) {
      const reset = String(Math.ceil(Date.now() / 1_000) + 900);
      const headers = { 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': reset };
      throw new Refused(429, 'Too Many Requests', 'Too Many Requests', 'about:blank', headers);
    }
    if (text === '' && ids.length === 0) throw new Refused(400, 'Invalid Request', 'text or media is needed');
    if (parseTweet(text).weightedLength > 280) throw new Refused(403, 'Forbidden', 'Your Tweet text is too long.');
    if ((text.match(/(?<!\w)\$[A-Za-z]+/g) ?? []).length > 1) {
      throw new Refused(403, 'Forbidden', 'Your post has more than the maximum of one cashtag.');
    }
    if (ids.some((key) => media.get(key)?.owner !== author)) {
      throw new Refused(400, 'Invalid Request', 'Your media IDs are invalid.', `${problems}/invalid-request`);
    }
    const taken = ids.flatMap((key) => films.get(key) ?? []);
    if (taken.length > 0 && ids.length > 1)
      throw new Refused(400, 'Invalid Request', 'One video, and nothing beside it.');
    if (taken.some(({ looksLeft }) => looksLeft === null || looksLeft > 0)) {
      throw new Refused(400, 'Invalid Request', 'Your media IDs are invalid.', `${problems}/invalid-request`);
    }
    const same = made.some((post) => post.author === author && post.text === text && `${post.media}` === `${ids}`);
    if (same) throw new Refused(403, 'Forbidden', 'You are not allowed to create a Tweet with duplicate content.');
    spend(/https?:/.test(text) ? 200 : 15);
    made.push({ author, text, media: ids });
    answerJson(response, 201, { data: { id: String(1_990_000_000_000_000 + made.length), text } });
  }

  return Object.assign(server, {
    origin: front.origin,
    places: [front.hostPort],
    seen: front.seen,
    posts: async () => posts(),
    consent: async (url: string, said: 'yes' | 'no' = 'yes') =>
      (await clickThrough(front.origin, url, said === 'yes' ? person : null)).searchParams,
    befall: front.befall,
    forgetMedia: async () => {
      for (const key of films.keys()) media.delete(key);
    },
    calm: front.calm,
    expireAccess: async () => parts.consent?.expireAccess(),
    withdraw: async () => parts.consent?.withdraw(),
    [Symbol.asyncDispose]: front.close,
  });
}

const bytesOf = (film: Film) => [...film.segments.values()].reduce((sum, bytes) => sum + bytes, 0);

/** The same number for the same name, as X gives everybody one. */
function idOf(username: string): string {
  return BigInt(`0x${Buffer.from(username.slice(0, 7)).toString('hex')}`).toString();
}

function parse<Schema extends z.ZodType>(schema: Schema, body: Buffer): z.infer<Schema> {
  const parsed = schema.safeParse(JSON.parse(body.toString()));
  if (!parsed.success) {
    throw new Refused(400, 'Invalid Request', z.prettifyError(parsed.error), `${problems}/invalid-request`);
  }
  return parsed.data;
}
