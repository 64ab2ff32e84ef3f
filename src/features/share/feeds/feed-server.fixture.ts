import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalServer, listenHttp } from '../../../../test/support/local-server.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A publisher's server whose answers tests choose by path, with the requests it was sent. */
export interface FeedServer extends LocalServer {
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** What a path answers from now on: a feed's text, or something of the test's own. */
  set(path: string, answer: string | Answer): void;
}

/** Opens such a server on loopback; what is not set is not there. */
export async function openFeedServer(): Promise<FeedServer> {
  const answers = new Map<string, string | Answer>();
  const asked: FeedServer['asked'] = [];
  const server = await listenHttp((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const answer = answers.get(path);
    if (typeof answer === 'function') return answer(request, response);
    if (answer === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(answer);
  });
  const set: FeedServer['set'] = (path, answer) => answers.set(path, answer);
  return Object.assign(server, { asked, set });
}

/** An answer with a status and headers. */
export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (_request, response) =>
    response.writeHead(code, headers).end(body);
