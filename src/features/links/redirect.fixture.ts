import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '../../../test/support/world.ts';
import { type Links, openLinks } from './links.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';

/** The slice behind a server of its own, as the product has it in front. */
export interface Site extends AsyncDisposable {
  readonly links: Links;
  /** @param url a whole address; the server is asked for its path under its host */
  ask(url: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  /** How many were answered by the swift way. */
  readonly swift: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export async function openSite(world: World, linksUrl = 'https://go.coact.test'): Promise<Site> {
  const links = await openLinks({
    ...{ db: world.db, ring: world.ring, clock: world.clock, log: world.log },
    config: { linksUrl, publicUrl: 'https://coact.test', dataDir: world.folder, clicks: 'batch' },
    clientAddress: (request) => String(request.headers['x-test-address'] ?? '198.51.100.1'),
  });
  let swift = 0;
  const server = createServer((request, response) => {
    if (links.redirect.swift(request, response)) swift += 1;
    else if (!links.redirect.vouch(request, response) && !links.redirect(request, response)) {
      response.writeHead(418).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    links,
    get swift() {
      return swift;
    },
    ask: (url, headers = {}, method = 'GET') => {
      const { host, pathname, search } = new URL(url);
      const sent = { host, 'user-agent': browser, ...headers };
      return new Promise((resolve, reject) => {
        send({ port, path: `${pathname}${search}`, method, headers: sent }, async (response) => {
          const body = (await response.toArray()).join('');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        })
          .on('error', reject)
          .end();
      });
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await links.close();
    },
  };
}
