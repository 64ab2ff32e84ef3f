import { type Answer, neverArrived, parseJson, type Reply } from './reply.ts';
import { withTimeout } from './with-timeout.ts';

/** A reply and where it came from, after redirects. */
export type Asked = (Answer & { readonly url: string }) | Exclude<Reply, Answer>;

/** Asks one of a network's servers; never throws for what a server can do. */
export type Asker = (url: URL | string, init?: RequestInit) => Promise<Asked>;

/** Sends one request and reads its answer; never throws for what a network can do. A body that is no JSON is null. */
export async function ask(send: () => Promise<Response>): Promise<Reply> {
  try {
    const response = await send();
    const body = parseJson(await response.text());
    return { kind: 'answered', status: response.status, headers: response.headers, body };
  } catch (error) {
    return { kind: 'silent', sent: !neverArrived(error) };
  }
}

/** Makes the way in which a network's folder speaks to servers. */
export function asker(fetcher: typeof fetch, timeoutMs = 20_000): Asker {
  const send = withTimeout(fetcher, timeoutMs);
  return async (url, init) => {
    let from = '';
    const reply = await ask(async () => {
      const response = await send(url, init);
      from = response.url;
      return response;
    });
    return reply.kind === 'answered' ? { ...reply, url: from } : reply;
  };
}

/** An address under a server's own, with a query. */
export function addressAt(server: string, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(path, server);
  url.search = new URLSearchParams(query).toString();
  return url;
}
