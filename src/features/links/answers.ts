import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Tally } from '../../platform/telemetry/index.ts';
import type { Destination } from './link.ts';
import type { Page } from './pages.ts';

/**
 * What a redirect sends: on to the target, a page that says why not, or a card.
 * @param secure links are reached by https
 */
export function createAnswers(secure: boolean, tallies: { readonly redirected: Tally; readonly page: Tally }) {
  const headersOf = rememberHeaders(secure);
  return {
    /** @param after the link has ended, and leads elsewhere since */
    send: (link: Destination, response: ServerResponse, after = false): undefined => {
      tallies.redirected.value += 1;
      const headers = after ? redirectHeaders(link.targetAfter ?? link.target, secure) : headersOf(link);
      response.writeHead(302, headers).end();
    },
    explain: ({ status, body }: Page, request: IncomingMessage, response: ServerResponse): undefined => {
      tallies.page.value += 1;
      sendPage(status, body, request, response, {
        ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
        ...(status === 503 ? { 'retry-after': '5' } : {}),
      });
    },
    /** A card differs from what people get at the same address: only the crawler itself may keep it, and not for long. */
    show: (body: string, request: IncomingMessage, response: ServerResponse): undefined => {
      tallies.page.value += 1;
      const headers = { 'cache-control': 'private, max-age=300', vary: 'user-agent' };
      sendPage(200, body, request, response, headers);
    },
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

/** Names and values in turn: the form that node:http takes over as it is. */
function redirectHeaders(location: string, secure: boolean): string[] {
  return ['location', location, 'content-length', '0', ...Object.entries(commonHeaders(secure)).flat()];
}

/** The headers of a link's redirect, made once for each link. */
function rememberHeaders(secure: boolean): (link: Destination) => string[] {
  const known = new WeakMap<Destination, string[]>();
  return (link) => {
    const before = known.get(link);
    if (before !== undefined) return before;
    const made = redirectHeaders(link.target, secure);
    known.set(link, made);
    return made;
  };
}

function sendPage(
  status: number,
  body: string,
  request: IncomingMessage,
  response: ServerResponse,
  further: Readonly<Record<string, string>>,
): void {
  const headers = {
    ...commonHeaders(false),
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    ...further,
  };
  response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
}
