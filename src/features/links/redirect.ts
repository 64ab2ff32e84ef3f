import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../platform/clock/index.ts';
import type { Log } from '../../platform/log/index.ts';
import type { ClickReader } from './click-reader.ts';
import type { Click } from './click-record.ts';
import type { Destinations } from './destinations.ts';
import type { Destination } from './link.ts';
import { type Page, pages } from './pages.ts';
import { type LinkPlace, slugIn } from './request-line.ts';

/** A plain function in front of the HTTP framework. Out: false when the request is not for a short link and somebody else's to answer. */
export type Redirect = (request: IncomingMessage, response: ServerResponse) => boolean;

interface Parts {
  readonly place: LinkPlace;
  readonly destinations: Destinations;
  readonly readClick: ClickReader;
  /** Out: a promise to wait for before the answer, or null. */
  readonly count: (click: Click) => Promise<void> | null;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Makes the redirect. GET leads to the link's target and is counted; HEAD answers the same and is not counted; anything else is
 * refused. Only what stands in the link decides where it leads: the query is dropped. Crawlers and prefetches are redirected as well, so
 * that previews show the target, but counted apart. It throws for nothing that a client sends.
 */
export function createRedirect({ place, destinations, readClick, count, clock, log }: Parts): Redirect {
  const answer = (link: Destination | 'absent' | 'busy', request: IncomingMessage, response: ServerResponse) => {
    if (typeof link === 'string') return sendPage(link === 'busy' ? pages.busy : pages.unknown, request, response);
    const now = clock.now();
    if (link.endsAt && link.endsAt <= now) return sendPage(pages.ended, request, response);
    const click = request.method === 'GET' ? readClick(link, request, now.getTime()) : null;
    const held = click && count(click);
    if (held) return held.then(() => send(link, response));
    send(link, response);
  };
  const respond = (slug: string, request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendPage(pages.method, request, response);
    const now = clock.now().getTime();
    const known = destinations.find(slug, now);
    if (known !== null) return answer(known, request, response);
    return destinations.lookUp(slug, now).then((found) => answer(found, request, response));
  };
  return (request, response) => {
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
}

const common = {
  'cache-control': 'private, no-store',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

function send(link: Destination, response: ServerResponse): void {
  response.writeHead(302, { ...common, location: link.target, 'content-length': 0 }).end();
}

function sendPage({ status, body }: Page, request: IncomingMessage, response: ServerResponse): void {
  const headers = {
    ...common,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
    ...(status === 503 ? { 'retry-after': '5' } : {}),
  };
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}
