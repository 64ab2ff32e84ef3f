import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { clickThrough, openConsent } from '../networks/consent.ts';
import { answerJson, type Counterpart, type Fault, openFront, readBody } from '../networks/counterpart.ts';
import { freePort } from '../raw-client.ts';

export const threadsApp = { appId: '1234567890', appSecret: 'a-secret-of-the-threads-app' } as const;
export const redirectUri = 'https://coact.example/connect/threads/callback';

type Form = Readonly<Record<string, string>>;

interface Container {
  readonly owner: string;
  readonly form: Form;
  /** How often it still says that it is worked on. */
  looksLeft: number;
  state: 'FINISHED' | 'PUBLISHED' | 'ERROR' | 'EXPIRED';
  media: string | null;
}

export interface ThreadsServer extends Counterpart {
  readonly url: string;
  readonly containers: Map<string, Container>;
  /** Posts of the last 24 hours, as the quota counts them. */
  used: number;
  instead(what: RegExp, how: Fault['how'], times?: number): void;
}

/** One person, whose id is longer than what a number of JavaScript holds. */
const userId = '17841405793187218';
const username = 'alice.makes';
const lifetime = 5_183_944;

/** A network shaped like Threads: a certified provider for the consent, and strictly what Meta documents behind it. */
export async function startThreads(): Promise<ThreadsServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const tokens = new Set<string>();
  const containers = new Map<string, Container>();
  const order: string[] = [];
  const consent = openConsent(url, {
    clientId: threadsApp.appId,
    clientSecret: threadsApp.appSecret,
    secretIn: 'body',
    redirectUri,
    scopes: ['threads_basic', 'threads_content_publish'],
    proofKey: false,
    codeSeconds: 60,
    accessSeconds: 3_600,
    paths: { authorize: '/oauth/authorize', token: '/oauth/access_token', revoke: '/oauth/none' },
    no: 'access_denied',
    tokenAnswer: ({ access_token }) => ({ access_token, user_id: Number(userId) }),
    page: () => 'Who are you?',
  });
  const server: Pick<ThreadsServer, 'used'> = { used: 0 };

  const grant = (response: ServerResponse) => {
    const token = randomBytes(20).toString('hex');
    tokens.add(token);
    answerJson(response, 200, { access_token: token, token_type: 'bearer', expires_in: lifetime });
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = new URL(request.url ?? '/', url);
    const form = { ...Object.fromEntries(at.searchParams), ...formOf(await readBody(request)) };
    const { access_token: token = '', grant_type: grantType, client_secret: secret } = form;
    if (at.pathname === '/access_token') {
      const isShort = (await consent.tokenOf(`Bearer ${token}`)) !== null;
      const isRight = isShort && grantType === 'th_exchange_token' && secret === threadsApp.appSecret;
      if (isRight) return void grant(response);
      return void refuse(response, 400, 190, 'Error validating access token');
    }
    // A token of the app's own: developers.facebook.com/documentation/threads/get-started/app-access-tokens
    if (at.pathname === '/oauth/access_token' && grantType === 'client_credentials') {
      if (form.client_id !== threadsApp.appId) return void refuse(response, 400, 101, 'Error validating application.');
      if (secret !== threadsApp.appSecret) return void refuse(response, 400, 1, 'Error validating client secret.');
      return void answerJson(response, 200, { access_token: `TH|${threadsApp.appId}|app`, token_type: 'bearer' });
    }
    if (!tokens.has(token)) return void refuse(response, 400, 190, 'Error validating access token: it has expired.');
    if (at.pathname === '/refresh_access_token') return void grant(response);
    const [, version, first = '', second] = at.pathname.split('/');
    if (version !== 'v1.0') return void refuse(response, 400, 2_500, 'Unknown path components');
    const shown = `${request.method} ${second ?? (first === 'me' ? 'me' : 'node')}`;
    if (second !== undefined && first !== userId) return void refuse(response, 400, 100, 'Unsupported request');
    switch (shown) {
      case 'GET me':
        return void answerJson(response, 200, { id: userId, username });
      case 'GET threads_publishing_limit':
        return void answerJson(response, 200, {
          data: [{ quota_usage: server.used, config: { quota_total: 250, quota_duration: 86_400 } }],
        });
      case 'POST threads':
        return void make(response, form);
      case 'POST threads_publish':
        return void publish(response, form.creation_id ?? '');
      case 'GET threads':
        return void answerJson(response, 200, { data: order.toReversed().map(showPost) });
      default:
        return void show(response, first);
    }
  };

  const make = (response: ServerResponse, form: Form): void => {
    const problem = problemOf(form, containers);
    if (problem !== null) return void refuse(response, 400, 100, problem);
    const id = `180${containers.size + 1_000_000}`;
    const looksLeft = form.media_type === 'TEXT' ? 0 : 1;
    containers.set(id, { owner: userId, form, looksLeft, state: 'FINISHED', media: null });
    answerJson(response, 200, { id });
  };
  const publish = (response: ServerResponse, id: string): void => {
    const container = containers.get(id);
    if (!container || container.form.is_carousel_item) return void refuse(response, 400, 100, 'Invalid parameter');
    if (container.looksLeft > 0) return void refuse(response, 400, 24, 'The requested resource does not exist');
    if (container.state !== 'FINISHED') return void refuse(response, 400, 100, 'The container was published or ended.');
    container.state = 'PUBLISHED';
    container.media = `179${order.length + 1_000_000}`;
    order.push(id);
    server.used += 1;
    answerJson(response, 200, { id: container.media });
  };
  const showPost = (id: string) => {
    const { media, form } = containers.get(id) ?? { media: null, form: {} as Form };
    return { id: media, text: form.text ?? '', permalink: `https://www.threads.net/@${username}/post/${media}` };
  };
  const show = (response: ServerResponse, id: string): void => {
    const container = containers.get(id);
    if (container) {
      container.looksLeft -= 1;
      return void answerJson(response, 200, { id, status: container.looksLeft >= 0 ? 'IN_PROGRESS' : container.state });
    }
    const posted = order.find((one) => containers.get(one)?.media === id);
    if (posted === undefined) return void refuse(response, 400, 100, 'Unsupported get request. Object does not exist');
    answerJson(response, 200, showPost(posted));
  };

  const front = await openFront((request, response) => {
    // Meta separates rights by commas, the standard by blanks.
    if (request.url?.startsWith('/oauth/authorize?')) request.url = request.url.replaceAll('%2C', '+');
    const isApps = request.method === 'GET' && request.url?.includes('grant_type=client_credentials');
    if (isApps || !consent.listener(request, response)) void answer(request, response);
  }, port);
  const forget = async () => tokens.clear();
  return Object.assign(server, {
    ...{ url, containers, seen: front.seen, befall: front.befall, calm: front.calm, places: [front.hostPort] },
    consent: async (start: string, said: 'yes' | 'no' = 'yes') =>
      (await clickThrough(url, start, said === 'yes' ? 'alice' : null)).searchParams,
    posts: async () =>
      order.map((id) => {
        const { form } = containers.get(id) ?? { form: {} as Form };
        const children = form.children?.split(',').map((child) => containers.get(child)?.form ?? {}) ?? [form];
        const alts = children.flatMap(({ media_type, alt_text }) => (media_type === 'IMAGE' ? [alt_text ?? ''] : []));
        const film = form.video_url === undefined ? {} : { video: { alt: form.alt_text ?? null, url: form.video_url } };
        return { by: username, text: form.text ?? '', card: null, alts, ...film };
      }),
    forgetMedia: async () => {
      for (const container of containers.values()) if (container.state === 'FINISHED') container.state = 'EXPIRED';
    },
    instead: (on: RegExp, how: Fault['how'], times = 1) => front.befall({ on, how, times }),
    ...{ expireAccess: forget, withdraw: forget },
    [Symbol.asyncDispose]: front.close,
  });
}

function refuse(response: ServerResponse, status: number, code: number, message: string): void {
  answerJson(response, status, { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1b2' } });
}

function problemOf(form: Form, containers: ReadonlyMap<string, Container>): string | null {
  const { media_type: kind, text = '', image_url: image = '', children, link_attachment: link } = form;
  if (lengthOf(text) > 500) return 'Param text must be at most 500 characters long.';
  if (kind === 'TEXT') return text === '' ? 'The parameter text is required.' : null;
  if (link !== undefined) return 'link_attachment is for posts of text alone.';
  if (kind === 'IMAGE') return image.startsWith('https://') ? null : 'The parameter image_url is required.';
  // https://developers.facebook.com/docs/threads/posts: Meta fetches the film from a public address.
  if (kind === 'VIDEO')
    return (form.video_url ?? '').startsWith('https://') ? null : 'The parameter video_url is required.';
  if (kind !== 'CAROUSEL') return 'Param media_type must be one of {TEXT, IMAGE, VIDEO, CAROUSEL}';
  const parts = (children ?? '').split(',').map((child) => containers.get(child));
  const isRight =
    parts.length >= 2 && parts.length <= 20 && parts.every((part) => part?.form.is_carousel_item === 'true');
  return isRight ? null : 'Param children is wrong.';
}

/** Characters, of an emoji its bytes. */
function lengthOf(text: string): number {
  return [...new Intl.Segmenter('en').segment(text)].reduce(
    (sum, { segment }) =>
      sum + (/\p{Emoji_Presentation}|\ufe0f|\u200d/u.test(segment) ? Buffer.byteLength(segment) : [...segment].length),
    0,
  );
}

function formOf(body: Buffer): Form {
  return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
}
