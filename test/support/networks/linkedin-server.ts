import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Consent, clickThrough, openConsent } from './consent.ts';
import { answerJson, type Counterpart, openFront, readBody, type SeenPost } from './counterpart.ts';
import { readLittleText } from './little-text-reader.ts';
import { askPage, showPosts } from './pages.ts';

export interface LinkedInServer extends Counterpart {
  readonly origin: string;
  /** Versions of the interface that are switched on. */
  versions: readonly string[];
  /** How many requests a member has left today. */
  left: number;
}

export interface LinkedInOptions {
  readonly redirectUri: string;
  readonly port?: number;
  readonly person?: string;
}

export const linkedInApp = { clientId: 'linkedin-practice-app', clientSecret: 'linkedin-practice-app-s3cret' };

const urn = (kind: string) => z.string().regex(new RegExp(`^urn:li:${kind}:[\\w-]+$`));
const image = z.strictObject({ id: urn('image'), altText: z.string().max(4_086).optional() });
/** What the Posts API documents for a member's own post; anything else is refused. */
const postSchema = z.strictObject({
  author: urn('person'),
  commentary: z.string(),
  visibility: z.enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN']),
  distribution: z.strictObject({
    feedDistribution: z.literal('MAIN_FEED'),
    targetEntities: z.array(z.never()),
    thirdPartyDistributionChannels: z.array(z.never()),
  }),
  lifecycleState: z.literal('PUBLISHED'),
  isReshareDisabledByAuthor: z.boolean(),
  content: z
    .union([
      z.strictObject({ media: image }),
      z.strictObject({ media: z.strictObject({ id: urn('video'), title: z.string().min(1).max(400).optional() }) }),
      z.strictObject({ multiImage: z.strictObject({ images: z.array(image).min(2).max(20) }) }),
      z.strictObject({
        article: z.strictObject({
          source: z.url({ protocol: /^https?$/ }),
          title: z.string().min(1).max(400),
          description: z.string().min(1).max(4_086).optional(),
          thumbnail: urn('image').optional(),
        }),
      }),
    ])
    .optional(),
});
type PostBody = z.infer<typeof postSchema>;
/** The Videos API (learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api). */
const beginVideoSchema = z.strictObject({
  initializeUploadRequest: z.strictObject({
    owner: urn('person'),
    fileSizeBytes: z.int().min(75_000).max(500_000_000),
    uploadCaptions: z.literal(false),
    uploadThumbnail: z.literal(false),
  }),
});
const endVideoSchema = z.strictObject({
  finalizeUploadRequest: z.strictObject({
    video: urn('video'),
    uploadToken: z.string(),
    uploadedPartIds: z.array(z.string().min(1)).min(1),
  }),
});
/** The real one cuts at 4,194,304 bytes; smaller here, so that small films have several parts. */
const partSize = 128_000;

interface Film {
  readonly owner: string;
  readonly size: number;
  /** Names of the parts that came, by their place. */
  readonly parts: Map<number, string>;
  /** Looks until it is available; null before it was finalized. */
  looksLeft: number | null;
}

const uploadSchema = z.strictObject({ initializeUploadRequest: z.strictObject({ owner: urn('person') }) });

class Refused extends Error {
  readonly status: number;
  readonly body: unknown;
  constructor(status: number, code: string, message: string, more: object = {}) {
    super(message);
    this.status = status;
    this.body = { status, code, message, ...more };
  }
}

/**
 * LinkedIn's sign-in and Posts API as documented: the three headers, versions that end, little text, pictures uploaded
 * in two steps by the author, no post twice, so many requests a day.
 */
export async function startLinkedIn(options: LinkedInOptions): Promise<LinkedInServer> {
  const parts: { consent?: Consent } = {};
  const made: { by: string; body: PostBody; shown: string; urn: string }[] = [];
  const pictures = new Map<string, { owner: string; whole: boolean }>();
  const films = new Map<string, Film>();
  const person = options.person ?? 'Ana Silva';
  const posts = () => made.map(({ by, body, shown }) => seenOf(by, body, shown, films));
  const idOf = (name: string) => Buffer.from(name).toString('base64url').slice(0, 20);
  const front = await openFront((request, response) => {
    if (parts.consent?.listener(request, response)) return;
    if (showPosts('LinkedIn', posts(), request, response)) return;
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      answerJson(response, error.status, error.body);
    });
  }, options.port);
  const server = { versions: ['202608', '202609'] as readonly string[], left: 100_000 };
  parts.consent = openConsent(front.origin, {
    ...linkedInApp,
    secretIn: 'body',
    redirectUri: options.redirectUri,
    scopes: ['openid', 'profile', 'w_member_social'],
    proofKey: false,
    ...{ codeSeconds: 1_800, accessSeconds: 60 * 86_400 },
    paths: { authorize: '/oauth/v2/authorization', token: '/oauth/v2/accessToken', revoke: '/oauth/v2/revoke' },
    no: 'user_cancelled_authorize',
    tokenAnswer: ({ access_token, expires_in, scope, id_token }) => ({
      ...{ access_token, expires_in, id_token },
      scope: String(scope).replaceAll(' ', ','),
      token_type: 'Bearer',
    }),
    page: (scopes) => askPage('LinkedIn', scopes, person),
  });

  async function memberOf(request: IncomingMessage, scope: string): Promise<string> {
    const token = await parts.consent?.tokenOf(request.headers.authorization);
    if (!token) throw new Refused(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', { serviceErrorCode: 65_600 });
    if (!token.scopes.includes(scope)) throw new Refused(403, 'ACCESS_DENIED', `Not enough permissions: ${scope}`);
    return token.personId;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', front.origin);
    const line = `${request.method} ${url.pathname}`;
    const body = await readBody(request);
    if (line === 'GET /v2/userinfo') {
      const name = await memberOf(request, 'profile');
      return answerJson(response, 200, { sub: idOf(name), name, locale: { country: 'PT', language: 'pt' } });
    }
    if (request.method === 'PUT' && url.pathname.startsWith('/dms-uploads/')) {
      return takePicture(await memberOf(request, 'w_member_social'), url.pathname, body, response);
    }
    if (request.method === 'PUT' && url.pathname.startsWith('/dms-video/'))
      return takePart(request, url.pathname, body, response);
    const name = await memberOf(request, 'w_member_social');
    const member = idOf(name);
    checkHeaders(request, server.versions);
    if (url.pathname.startsWith('/rest/videos')) return takeVideo(member, line, url, body, response);
    server.left -= 1;
    if (server.left < 0) throw new Refused(429, 'TOO_MANY_REQUESTS', 'Resource level throttle limit for calls reached');
    if (line === 'POST /rest/images' && url.searchParams.get('action') === 'initializeUpload') {
      const { owner } = parse(uploadSchema, body).initializeUploadRequest;
      if (owner !== `urn:li:person:${member}`) throw new Refused(403, 'ACCESS_DENIED', 'The owner is not the viewer');
      const id = `D${pictures.size + 1}`;
      pictures.set(id, { owner: member, whole: false });
      const value = { uploadUrl: `${front.origin}/dms-uploads/${id}`, image: `urn:li:image:${id}` };
      return answerJson(response, 200, { value: { ...value, uploadUrlExpiresAt: Date.now() + 3_600_000 } });
    }
    if (line !== 'POST /rest/posts') throw new Refused(404, 'RESOURCE_NOT_FOUND', `No virtual resource found`);
    takePost(name, parse(postSchema, body), response);
  }

  /** Parts of videos come without a token: their address is the right. */
  function takePart({ headers }: IncomingMessage, path: string, body: Buffer, response: ServerResponse): void {
    const [, , id = '', at = ''] = path.split('/');
    const film = films.get(id);
    if (headers.authorization !== undefined) throw new Refused(400, 'BAD_REQUEST', 'No token goes with a part');
    if (headers['content-type'] !== 'application/octet-stream') throw new Refused(415, 'UNSUPPORTED', 'Send bytes');
    if (!film || film.looksLeft !== null) throw new Refused(404, 'NOT_FOUND', 'No such upload');
    const wanted = Math.min(partSize, film.size - Number(at) * partSize);
    if (body.length !== wanted) throw new Refused(400, 'BAD_REQUEST', 'This part has another size');
    const name = `part-${id}-${at}`;
    film.parts.set(Number(at), name);
    answerJson(response, 200, null, { etag: `"${name}"` });
  }

  /** Begin, parts, end, and its own time until it is available. */
  function takeVideo(member: string, line: string, url: URL, body: Buffer, response: ServerResponse): void {
    const action = url.searchParams.get('action');
    if (line === 'POST /rest/videos' && action === 'initializeUpload') {
      const { owner, fileSizeBytes: size } = parse(beginVideoSchema, body).initializeUploadRequest;
      if (owner !== `urn:li:person:${member}`) throw new Refused(403, 'ACCESS_DENIED', 'The owner is not the viewer');
      const id = `V${films.size + 1}`;
      films.set(id, { owner: member, size, parts: new Map(), looksLeft: null });
      const uploadInstructions = Array.from({ length: Math.ceil(size / partSize) }, (_, at) => ({
        uploadUrl: `${front.origin}/dms-video/${id}/${at}`,
        firstByte: at * partSize,
        lastByte: Math.min((at + 1) * partSize, size) - 1,
      }));
      const value = { uploadInstructions, video: `urn:li:video:${id}`, uploadToken: `token-${id}` };
      return void answerJson(response, 200, { value: { ...value, uploadUrlsExpireAt: Date.now() + 3_600_000 } });
    }
    if (line === 'POST /rest/videos' && action === 'finalizeUpload') {
      const { video, uploadToken, uploadedPartIds } = parse(endVideoSchema, body).finalizeUploadRequest;
      const id = video.split(':').at(-1) ?? '';
      const film = films.get(id);
      const names = Array.from({ length: Math.ceil((film?.size ?? 0) / partSize) }, (_, at) => film?.parts.get(at));
      if (film?.owner !== member || uploadToken !== `token-${id}` || `${names}` !== `${uploadedPartIds}`) {
        throw new Refused(400, 'BAD_REQUEST', 'The parts are not those of the upload, or not in order');
      }
      film.looksLeft = 2;
      return void answerJson(response, 200, {});
    }
    const film = films.get(decodeURIComponent(url.pathname).split(':').at(-1) ?? '');
    if (isNoLook(line) || film?.owner !== member) throw new Refused(404, 'NOT_FOUND', 'No such video');
    if (film.looksLeft !== null) film.looksLeft -= 1;
    const status = film.looksLeft === null ? 'WAITING_UPLOAD' : film.looksLeft > 0 ? 'PROCESSING' : 'AVAILABLE';
    answerJson(response, 200, { status, owner: `urn:li:person:${member}` });
  }

  function takePicture(name: string, path: string, body: Buffer, response: ServerResponse): void {
    const picture = pictures.get(path.split('/').at(-1) ?? '');
    if (picture?.owner !== idOf(name)) throw new Refused(403, 'ACCESS_DENIED', 'This upload is somebody else’s');
    if (!/^(\x89PNG|\xff\xd8\xff|GIF8)/.test(body.subarray(0, 4).toString('latin1'))) {
      throw new Refused(400, 'BAD_REQUEST', 'This is no JPG, PNG or GIF');
    }
    picture.whole = true;
    answerJson(response, 201, null);
  }

  function takePost(by: string, body: PostBody, response: ServerResponse): void {
    const member = idOf(by);
    if (body.author !== `urn:li:person:${member}`)
      throw new Refused(403, 'ACCESS_DENIED', 'The author is not the viewer');
    for (const id of urnsOf(body)) {
      const film = films.get(id.split(':').at(-1) ?? '');
      if (film?.owner === member && film.looksLeft !== null && film.looksLeft <= 0) continue;
      const picture = pictures.get(id.split(':').at(-1) ?? '');
      if (!picture?.whole || picture.owner !== member) throw new Refused(400, 'BAD_REQUEST', `${id} can't be used`);
    }
    const { shown } = readLittleText(body.commentary);
    if (shown.length > 3_000) throw new Refused(400, 'BAD_REQUEST', 'commentary: field is too long');
    const same = made.find((post) => JSON.stringify(post.body) === JSON.stringify(body));
    if (same) {
      const inputErrors = [{ description: 'Duplicate post is detected', code: 'DUPLICATE_POST' }];
      throw new Refused(422, 'UNPROCESSABLE', `Content is a duplicate of ${same.urn}`, {
        errorDetails: { inputErrors },
      });
    }
    const share = `urn:li:share:${7_000_000 + made.length}`;
    made.push({ by, body, shown, urn: share });
    answerJson(response, 201, null, { 'x-restli-id': share });
  }

  return Object.assign(server, {
    origin: front.origin,
    places: [front.hostPort],
    seen: front.seen,
    posts: async () => posts(),
    consent: async (url: string, said: 'yes' | 'no' = 'yes') =>
      (await clickThrough(front.origin, url, said === 'yes' ? person : null)).searchParams,
    befall: front.befall,
    forgetMedia: async () => films.clear(),
    calm: front.calm,
    expireAccess: async () => parts.consent?.expireAccess(),
    withdraw: async () => parts.consent?.withdraw(),
    [Symbol.asyncDispose]: front.close,
  });
}

function checkHeaders({ headers }: IncomingMessage, versions: readonly string[]): void {
  const version = String(headers['linkedin-version'] ?? '');
  if (!versions.includes(version)) {
    throw new Refused(426, 'NONEXISTENT_VERSION', `Requested version ${version} is not active`);
  }
  if (headers['x-restli-protocol-version'] !== '2.0.0')
    throw new Refused(400, 'BAD_REQUEST', 'Rest.li 2.0.0 is needed');
  if (headers['content-type'] !== 'application/json') throw new Refused(415, 'UNSUPPORTED', 'Send application/json');
}

function parse<Schema extends z.ZodType>(schema: Schema, body: Buffer): z.infer<Schema> {
  const parsed = schema.safeParse(JSON.parse(body.toString()));
  if (!parsed.success) throw new Refused(400, 'BAD_REQUEST', z.prettifyError(parsed.error));
  return parsed.data;
}

function urnsOf({ content }: PostBody): string[] {
  if (content === undefined) return [];
  if ('media' in content) return [content.media.id];
  if ('multiImage' in content) return content.multiImage.images.map((one) => one.id);
  return content.article.thumbnail === undefined ? [] : [content.article.thumbnail];
}

const isNoLook = (line: string) => !line.startsWith('GET /rest/videos/');

function seenOf(by: string, { content }: PostBody, text: string, films: ReadonlyMap<string, Film>): SeenPost {
  const post = { by, text, card: null, alts: [] };
  if (content === undefined) return post;
  if ('media' in content) {
    const { media } = content;
    const film = films.get(media.id.split(':').at(-1) ?? '');
    if (film) return { ...post, video: { alt: null, bytes: film.size } };
    return { ...post, alts: ['altText' in media ? (media.altText ?? '') : ''] };
  }
  if ('multiImage' in content) return { ...post, alts: content.multiImage.images.map((one) => one.altText ?? '') };
  const { source, title, thumbnail } = content.article;
  return { ...post, card: { url: source, title, hasPicture: thumbnail !== undefined } };
}
