import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Log } from '../../../platform/log/index.ts';
import { randomToken } from '../../../platform/vault/index.ts';
import { type NetworkName, networkNames } from '../network.ts';
import type { Networks } from '../networks.ts';
import type { Connected } from './connect.ts';
import { connectedPage, linkPage, messagePage, onwardPage, type Page, renderPage } from './pages.ts';

export interface ConnectRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Why anybody may call it. */
  readonly why: string;
  readonly handle: (c: Context) => Response | Promise<Response>;
}

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

/** The pages between Slack and a network, for the HTTP layer to mount. They answer with a content policy of their own. */
export function connectRoutes({ networks, log, onConnected }: Surroundings): readonly ConnectRoute[] {
  const show = async (c: Context): Promise<Response> => {
    const network = networkOf(c);
    const token = c.req.query('t') ?? '';
    const page = network && (await networks.lookAtLink(network, token));
    if (!network || !page) return send(c, messagePage(goneTitle, gone), 410);
    const { title, unavailable } = networks.describe(network);
    if (unavailable) return send(c, messagePage(`${title} can't be connected yet`, unavailable), 503);
    return send(c, linkPage({ network, networkTitle: title, label: page.label, token }));
  };

  const start = async (c: Context): Promise<Response> => {
    const network = networkOf(c);
    const form = startSchema.safeParse(await c.req.parseBody());
    if (!network || !form.success) return send(c, messagePage(goneTitle, gone), 410);
    const { t: token, handle } = form.data;
    const { title } = networks.describe(network);
    const outcome = await networks.startFromLink(network, token, browserOf(c), handle.trim());
    if (outcome.kind === 'go') return send(c, onwardPage(title, outcome.url));
    if (outcome.kind === 'otherBrowser') return send(c, messagePage(goneTitle, elsewhere), 403);
    const page = outcome.kind === 'refused' ? await networks.lookAtLink(network, token) : null;
    if (outcome.kind === 'gone' || !page) return send(c, messagePage(goneTitle, gone), 410);
    const problem = outcome.sentence;
    return send(c, linkPage({ network, networkTitle: title, label: page.label, token, problem, handle }), 422);
  };

  const callback = async (c: Context): Promise<Response> => {
    const network = networkOf(c);
    if (!network) return send(c, messagePage(goneTitle, gone), 410);
    const params = new URL(c.req.url).searchParams;
    const outcome = await networks.finishConnect(network, params, browserOf(c));
    const { title } = networks.describe(network);
    switch (outcome.kind) {
      case 'connected': {
        log.info({ event: 'networks.connected', network });
        await onConnected(outcome).catch((error: unknown) =>
          log.error({ event: 'networks.return_failed', network }, error),
        );
        return send(
          c,
          connectedPage({ network, networkTitle: title, handle: outcome.account.handle, undo: outcome.undo }),
        );
      }
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
  };

  const undo = async (c: Context): Promise<Response> => {
    const network = networkOf(c);
    const form = undoSchema.safeParse(await c.req.parseBody());
    const outcome = network && form.success && (await networks.undoConnect(network, form.data.u, browserOf(c)));
    if (!outcome || outcome.kind === 'gone' || outcome.kind === 'notFound') {
      return send(
        c,
        messagePage('Nothing to undo', 'You can disconnect accounts in Slack, on the Home tab of Coact.'),
        410,
      );
    }
    if (outcome.kind === 'otherBrowser') return send(c, messagePage('Nothing was undone', elsewhere), 403);
    return send(
      c,
      messagePage('Disconnected', 'The account is removed from Coact, and Coact can no longer post with it.'),
    );
  };

  const document = (which: 'metadata' | 'jwks') => (c: Context) => {
    const documents = networks.blueskyDocuments;
    if (!documents) return c.notFound();
    return c.json(documents[which], 200, { 'cache-control': 'public, max-age=300' });
  };

  return [
    { method: 'get', path: '/connect/:network', why: 'the link itself is the right', handle: show },
    { method: 'post', path: '/connect/:network', why: 'the link itself is the right', handle: start },
    { method: 'get', path: '/connect/:network/callback', why: 'state and cookie are the right', handle: callback },
    { method: 'post', path: '/connect/:network/undo', why: 'token and cookie are the right', handle: undo },
    {
      method: 'get',
      path: '/oauth/bluesky/client-metadata.json',
      why: 'servers read it',
      handle: document('metadata'),
    },
    { method: 'get', path: '/oauth/bluesky/jwks.json', why: 'servers read it', handle: document('jwks') },
  ];
}

function networkOf(c: Context): NetworkName | null {
  const parsed = networkSchema.safeParse(c.req.param('network'));
  return parsed.success ? parsed.data : null;
}

/** The browser's own secret for these pages, set at first need; sign-ins are tied to it. */
function browserOf(c: Context): string {
  const known = browserSchema.safeParse(getCookie(c, 'connect', 'host'));
  const browser = known.success ? known.data : randomToken();
  // Lax, as the network sends the browser back from another site.
  setCookie(c, 'connect', browser, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 1800,
  });
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
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
}
