import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { emptyAnswer, type GuardedRoute, guarded, publicRoute } from '../../../platform/http/index.ts';
import type { Log } from '../../../platform/log/index.ts';
import { randomToken } from '../../../platform/vault/index.ts';
import { accountLabel, type NetworkName, networkNames } from '../network.ts';
import type { Networks } from '../networks.ts';
import type { Connected, Finish } from './connect.ts';
import { connectedPage, linkPage, messagePage, onwardPage, type Page, renderPage } from './pages.ts';

interface Surroundings {
  readonly networks: Networks;
  readonly log: Log;
  /** Called once an account is connected, so that the place the person came from can move on. */
  readonly onConnected: (connected: Connected) => Promise<void>;
}

const networkSchema = z.enum(networkNames);
const startSchema = z.object({ t: z.string().max(200), handle: z.string().max(300).default('') });
const undoSchema = z.object({ u: z.string().max(200) });
const browserSchema = z.string().regex(/^[\w-]{43}$/);

const goneTitle = 'This link no longer works';
const gone = 'It was used already, or it is older than 15 minutes. Go back to Slack and press Connect again.';
const elsewhere =
  'This sign-in began in another browser, or cookies are switched off. Go back to Slack and press Connect again.';

/** The pages between Slack and a network. They bring a content policy of their own, stricter than the usual one. */
export function connectRoutes(around: Surroundings): readonly GuardedRoute[] {
  const page = { hide: true, responses: { 200: emptyAnswer('A page') } } as const;
  // A form can't carry the header that other writes must show; the one-time secret in it stands in for that.
  const form = { ...page, method: 'post', webhook: true, bodyLimit: 4_096 } as const;
  const limit = { name: 'connect', points: 120, seconds: 60 };
  const ofLink = publicRoute('the one-time link is the right');
  const ofBrowser = publicRoute('a one-time token and the cookie of the browser that began are the right');
  return [
    guarded(
      {
        ...page,
        method: 'get',
        path: '/connect/{network}',
        summary: 'Where a link from Slack leads',
        guard: ofLink,
        limit,
      },
      (c) => showLink(around, c),
    ),
    guarded({ ...form, path: '/connect/{network}', summary: 'Go on to the network', guard: ofLink, limit }, (c) =>
      start(around, c),
    ),
    guarded(
      {
        ...page,
        method: 'get',
        path: '/connect/{network}/callback',
        summary: 'Back from the network',
        guard: ofBrowser,
        limit,
      },
      (c) => comeBack(around, c),
    ),
    guarded(
      {
        ...form,
        path: '/connect/{network}/undo',
        summary: 'Take a connection back on the spot',
        guard: ofBrowser,
        limit,
      },
      (c) => undo(around, c),
    ),
    ...documentRoutes(around.networks),
  ];
}

/** What Bluesky's servers read about a confidential client. */
function documentRoutes({ blueskyDocuments }: Networks): readonly GuardedRoute[] {
  if (!blueskyDocuments) return [];
  const shown = { hide: true, method: 'get', responses: { 200: emptyAnswer('A document') } } as const;
  const guard = publicRoute("Bluesky's servers read who this client is");
  const headers = { 'cache-control': 'public, max-age=300' };
  const { metadata, jwks } = blueskyDocuments;
  return [
    guarded(
      { ...shown, path: '/oauth/bluesky/client-metadata.json', summary: 'Who Coact is to Bluesky servers', guard },
      (c) => c.json(metadata, 200, headers),
    ),
    guarded({ ...shown, path: '/oauth/bluesky/jwks.json', summary: 'The public key it proves that with', guard }, (c) =>
      c.json(jwks, 200, headers),
    ),
  ];
}

async function showLink({ networks }: Surroundings, c: Context): Promise<Response> {
  const network = networkOf(c);
  const token = c.req.query('t') ?? '';
  const link = network && (await networks.lookAtLink(network, token));
  if (!network || !link) return send(c, messagePage(goneTitle, gone), 410);
  const { title, unavailable, asks, allows } = networks.describe(network);
  if (unavailable) return send(c, messagePage(`${title} can't be connected yet`, unavailable), 503);
  return send(c, linkPage({ network, networkTitle: title, asks, allows, label: link.label, token }));
}

async function start({ networks }: Surroundings, c: Context): Promise<Response> {
  const network = networkOf(c);
  const form = startSchema.safeParse(await c.req.parseBody());
  if (!network || !form.success) return send(c, messagePage(goneTitle, gone), 410);
  if (isFromElsewhere(c)) return send(c, messagePage('Nothing was connected', elsewhere), 403);
  const { t: token, handle } = form.data;
  const { title, asks, allows } = networks.describe(network);
  const outcome = await networks.startFromLink(network, token, browserOf(c), handle.trim());
  if (outcome.kind === 'go') return send(c, onwardPage(title, outcome.url));
  if (outcome.kind === 'otherBrowser') return send(c, messagePage(goneTitle, elsewhere), 403);
  const link = outcome.kind === 'refused' ? await networks.lookAtLink(network, token) : null;
  if (outcome.kind === 'gone' || !link) return send(c, messagePage(goneTitle, gone), 410);
  const problem = outcome.sentence;
  const shown = { network, networkTitle: title, asks, allows, label: link.label };
  return send(c, linkPage({ ...shown, token, problem, handle }), 422);
}

async function comeBack({ networks, log, onConnected }: Surroundings, c: Context): Promise<Response> {
  const network = networkOf(c);
  if (!network) return send(c, messagePage(goneTitle, gone), 410);
  const outcome = await networks.finishConnect(network, new URL(c.req.url).searchParams, browserOf(c));
  const { title } = networks.describe(network);
  if (outcome.kind !== 'connected') return sendFailure(c, title, outcome);
  log.info({ event: 'networks.connected', network });
  // The account stands; that Slack can't be told is no reason to show an error.
  await onConnected(outcome).catch((error: unknown) => log.error({ event: 'networks.return_failed', network }, error));
  const account = accountLabel(network, outcome.account.handle);
  return send(c, connectedPage({ network, networkTitle: title, account, undo: outcome.undo }));
}

function sendFailure(c: Context, title: string, outcome: Exclude<Finish, { kind: 'connected' }>): Promise<Response> {
  switch (outcome.kind) {
    case 'denied':
      return send(
        c,
        messagePage('Nothing was connected', `You said no at ${title}. Go back to Slack if you change your mind.`),
      );
    case 'refused':
      return send(c, messagePage(`${title} was not connected`, outcome.sentence), 400);
    case 'otherBrowser':
      return send(c, messagePage(goneTitle, elsewhere), 403);
    case 'gone':
      return send(c, messagePage(goneTitle, gone), 410);
  }
}

async function undo({ networks }: Surroundings, c: Context): Promise<Response> {
  const network = networkOf(c);
  const form = undoSchema.safeParse(await c.req.parseBody());
  if (isFromElsewhere(c)) return send(c, messagePage('Nothing was undone', elsewhere), 403);
  const outcome = network && form.success && (await networks.undoConnect(network, form.data.u, browserOf(c)));
  if (!outcome || outcome.kind === 'gone' || outcome.kind === 'notFound') {
    const home = 'You can disconnect accounts in Slack, on the Home tab of Coact.';
    return send(c, messagePage('Nothing to undo', home), 410);
  }
  if (outcome.kind === 'otherBrowser') return send(c, messagePage('Nothing was undone', elsewhere), 403);
  return send(
    c,
    messagePage('Disconnected', 'The account is removed from Coact, and Coact can no longer post with it.'),
  );
}

function networkOf(c: Context): NetworkName | null {
  const parsed = networkSchema.safeParse(c.req.param('network'));
  return parsed.success ? parsed.data : null;
}

/** Whether the browser says that a form was sent from another site. */
function isFromElsewhere(c: Context): boolean {
  return (c.req.header('sec-fetch-site') ?? 'same-origin') !== 'same-origin';
}

/** The browser's own secret for these pages, set at first need; sign-ins are tied to it. */
function browserOf(c: Context): string {
  const known = browserSchema.safeParse(getCookie(c, 'connect', 'host'));
  const browser = known.success ? known.data : randomToken();
  // Lax, as the network sends the browser back from another site.
  const attributes = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 1800 } as const;
  setCookie(c, 'connect', browser, { ...attributes, prefix: 'host' });
  return browser;
}

async function send(c: Context, page: Page, status: 200 | 400 | 403 | 410 | 422 | 503 = 200): Promise<Response> {
  const nonce = randomToken();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`;
  return c.html(await renderPage(page, nonce), status, {
    'content-security-policy': policy,
    'cache-control': 'no-store',
    // The address holds a one-time secret: it goes to no other site, but our own forms still say where they come from.
    'referrer-policy': 'same-origin',
  });
}
