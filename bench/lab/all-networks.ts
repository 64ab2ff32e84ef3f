import { startMastodonServer } from '../../test/support/mastodon/server.ts';
import { clickThrough } from '../../test/support/networks/consent.ts';
import { linkedInApp, startLinkedIn } from '../../test/support/networks/linkedin-server.ts';
import { startX, xApp } from '../../test/support/networks/x-server.ts';
import { startThreads, threadsApp } from '../../test/support/threads/server.ts';
import { type Addresses, publicUrl } from './addresses.ts';
import { type BoundKey, did } from './share-site.ts';
import { startStandIn } from './stand-in-network.ts';

/** The networks on which Coact makes posts itself. */
export const apiNetworks = ['linkedin', 'x', 'threads', 'mastodon', 'bluesky'] as const;
export type ApiNetwork = (typeof apiNetworks)[number];

export interface AllNetworks extends AsyncDisposable {
  readonly addresses: Addresses;
  /** First lines of all posts that are public there. */
  posts(network: ApiNetwork): Promise<readonly string[]>;
  /** Somebody says yes at the network. @returns the callback's query */
  consent(network: Exclude<ApiNetwork, 'bluesky'>, url: string, person: number): Promise<URLSearchParams>;
}

/** Starts the strict stand-ins of every network in this process: what they have taken stays, whoever else is killed. */
export async function startAllNetworks(people: number, key: BoundKey): Promise<AllNetworks> {
  const backTo = (network: string) => `${publicUrl}/connect/${network}/callback`;
  const followers = Object.fromEntries(Array.from({ length: people }, (_, person) => [`person${person}`, 1]));
  const linkedin = await startLinkedIn({ redirectUri: backTo('linkedin') });
  const x = await startX({ redirectUri: backTo('x') });
  const threads = await startThreads();
  const mastodon = await startMastodonServer(followers);
  const bluesky = await startStandIn(100_000, key.thumbprint);
  // All share one profile of Threads here; what it may post in a day is not what is measured.
  const tomorrow = setInterval(() => {
    threads.used = 0;
  }, 500).unref();
  const servers = { linkedin, x, threads, mastodon };
  const origins = { linkedin: linkedin.origin, x: x.origin, threads: threads.url, mastodon: mastodon.url };
  const firstLine = (text: string) => text.split('\n')[0] ?? '';
  return {
    addresses: {
      blueskyUrl: bluesky.url,
      places: [new URL(bluesky.url).host, ...Object.values(servers).flatMap(({ places }) => places)],
      settings: {
        linkedin: {
          ...{ ...linkedInApp, version: '202609', apiUrl: linkedin.origin },
          authorizeUrl: `${linkedin.origin}/oauth/v2/authorization`,
          tokenUrl: `${linkedin.origin}/oauth/v2/accessToken`,
        },
        x: { ...xApp, authorizeUrl: `${x.origin}/i/oauth2/authorize`, apiUrl: x.origin },
        threads: { ...threadsApp, authorizeUrl: `${threads.url}/oauth/authorize`, graphUrl: threads.url },
        mastodon: { serverUrl: mastodon.url },
      },
    },
    posts: async (network) => {
      if (network !== 'bluesky') return (await servers[network].posts()).map(({ text }) => firstLine(text));
      return bluesky.posts().map((post) => firstLine(post).slice(did(0).length + 1));
    },
    consent: async (network, url, person) => {
      const name = network === 'threads' ? 'alice' : `person${person}`;
      return (await clickThrough(origins[network], url, name)).searchParams;
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(tomorrow);
      for (const server of [...Object.values(servers), bluesky]) await server[Symbol.asyncDispose]();
    },
  };
}
