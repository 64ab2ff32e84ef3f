import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where a proxy asks. Two parts, so that it can be no link's address. */
const path = '/link-hosts/check';

/**
 * Answers a proxy that is about to fetch a certificate for a host which somebody connects to (Caddy's `ask`): 200 where links answer on
 * it, 404 otherwise, from memory. Asked by the process's own address, so under any Host; it tells no more than a visit to the host would.
 * Out: false when it is another request.
 */
export function createVouch(serves: (host: string) => boolean) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const target = request.url ?? '';
    if (!target.startsWith(path) || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const url = URL.parse(target, 'http://localhost');
    if (url?.pathname !== path) return false;
    const known = serves((url.searchParams.get('domain') ?? '').toLowerCase());
    response.writeHead(known ? 200 : 404, { 'cache-control': 'no-store', 'content-type': 'text/plain' });
    response.end(request.method === 'HEAD' ? undefined : known ? 'yes\n' : 'no\n');
    return true;
  };
}
