import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../platform/clock/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { Tally } from '../../platform/telemetry/index.ts';
import type { Destinations } from './destinations.ts';
import type { Destination } from './link.ts';
import { type Page, pages } from './pages.ts';
import { type LinkPlace, plainSlugIn, slugIn } from './request-line.ts';
import { readHeaders, type Sighting, sightingOf } from './sighting.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A plain function in front of the HTTP framework. Out: false when the request is not for a short link and somebody else's to answer. */
export type Redirect = Answer & {
  /**
   * The same for the usual case alone: a GET, exactly for a known link, under the host as configured. It needs none of a server's checks
   * to go before it, and leaves everything else to them (out: false, nothing done).
   */
  readonly swift: Answer;
};

interface Parts {
  readonly place: LinkPlace;
  readonly destinations: Destinations;
  /** The visitor's address, through the operator's proxies. Used for one blind token and kept nowhere. */
  readonly clientAddress: (request: IncomingMessage) => string;
  /** Takes a GET to be counted. Out: a promise to wait for before the answer, or null. */
  readonly take: (sighting: Sighting) => Promise<void> | null;
  /** The web app is reached by https, so the redirect is too. */
  readonly secure: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** How often a link led on, and how often a page had to say why not: integers, read when somebody asks. */
  readonly tallies: { readonly redirected: Tally; readonly page: Tally };
}

/**
 * Makes the redirect. GET leads to the link's target and is counted; HEAD answers the same and is not counted; anything else is
 * refused. Only what stands in the link decides where it leads: the query is dropped. Crawlers and prefetches are redirected as well, so
 * that previews show the target, but counted apart. It throws for nothing that a client sends.
 */
export function createRedirect(parts: Parts): Redirect {
  const { place, destinations, clientAddress, take, secure, clock, log, tallies } = parts;
  const send = createSend(secure, tallies.redirected);
  const explain = createExplain(tallies.page);
  const answer = (link: Destination | 'absent' | 'busy', request: IncomingMessage, response: ServerResponse) => {
    if (typeof link === 'string') return explain(link === 'busy' ? pages.busy : pages.unknown, request, response);
    const now = clock.now();
    if (link.endsAt && link.endsAt <= now) return explain(pages.ended, request, response);
    const held =
      request.method === 'GET'
        ? take(sightingOf(link, request.rawHeaders, clientAddress(request), now.getTime()))
        : null;
    if (held) return held.then(() => send(link, response));
    send(link, response);
  };
  const respond = (slug: string, request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return explain(pages.method, request, response);
    const now = clock.now().getTime();
    const known = destinations.find(slug, now);
    if (known !== null) return answer(known, request, response);
    return destinations.lookUp(slug, now).then((found) => answer(found, request, response));
  };
  const whole: Answer = (request, response) => {
    const slug = slugIn(request.url ?? '', request.headers.host, place);
    if (slug === null) return false;
    const broken = (error: unknown) => {
      log.error({ event: 'redirect_failed' }, error);
      response.destroy();
    };
    // Nothing here is known to throw; if it does, one answer is lost and not the process.
    try {
      respond(slug, request, response)?.catch(broken);
    } catch (error) {
      broken(error);
    }
    return true;
  };
  const swift: Answer = (request, response) => {
    if (request.method !== 'GET') return false;
    const slug = plainSlugIn(request.url ?? '', place);
    if (slug === null) return false;
    const nowMs = clock.now().getTime();
    const link = destinations.find(slug, nowMs);
    if (link === null || typeof link === 'string') return false;
    if (link.endsAt !== null && link.endsAt.getTime() <= nowMs) return false;
    const headers = readHeaders(request.rawHeaders);
    if (headers.host !== place.servedHost) return false;
    const { agent, referer, isPrefetch } = headers;
    const held = take({ link, nowMs, address: clientAddress(request), agent, referer, isPrefetch });
    if (held === null) send(link, response);
    else
      void held.then(
        () => send(link, response),
        () => response.destroy(),
      );
    return true;
  };
  return Object.assign(whole, { swift });
}

function createSend(secure: boolean, redirected: Tally) {
  const headersOf = rememberHeaders(secure);
  return (link: Destination, response: ServerResponse): void => {
    redirected.value += 1;
    response.writeHead(302, headersOf(link)).end();
  };
}

function createExplain(explained: Tally) {
  return (page: Page, request: IncomingMessage, response: ServerResponse): void => {
    explained.value += 1;
    sendPage(page, request, response);
  };
}

/** On every answer. There is no page behind a redirect, so what protects pages is left out: each header costs a hundredth of the whole. */
function commonHeaders(secure: boolean) {
  return {
    'cache-control': 'private, no-store',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    ...(secure ? { 'strict-transport-security': 'max-age=63072000' } : {}),
  } as const;
}

/** The headers of a link's redirect as names and values in turn: the form that node:http takes over as it is. Made once for each link. */
function rememberHeaders(secure: boolean): (link: Destination) => string[] {
  const common = Object.entries(commonHeaders(secure)).flat();
  const known = new WeakMap<Destination, string[]>();
  return (link) => {
    const before = known.get(link);
    if (before !== undefined) return before;
    const made = ['location', link.target, 'content-length', '0', ...common];
    known.set(link, made);
    return made;
  };
}

function sendPage({ status, body }: Page, request: IncomingMessage, response: ServerResponse): void {
  const headers = {
    ...commonHeaders(false),
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  };
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}
