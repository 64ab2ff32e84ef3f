import { type Connected, connectRoutes, type Networks, openNetworks } from '../../../src/features/networks/index.ts';
import { sql } from '../../../src/platform/db/index.ts';
import { createEgress } from '../../../src/platform/egress/index.ts';
import { type Api, createApi, createLimits } from '../../../src/platform/http/index.ts';
import { networksNowhere, nobodyTold } from '../network-settings.ts';
import { openWorld, type World } from '../world.ts';
import type { BlueskyAccount, BlueskyServer } from './server.ts';
import { consentAt } from './sign-in.ts';

/** A request that left for a server: its path, for tokens what was asked for, and once answered its status. */
interface Sent {
  readonly path: string;
  readonly grant: string | null;
  status?: number;
}

export interface NetworksWorld extends AsyncDisposable {
  readonly world: World;
  readonly networks: Networks;
  /** Everything that was sent to the server, in order. */
  readonly sent: Sent[];
  /** Connections that the pages reported. */
  readonly connected: Connected[];
  readonly site: Api;
  /** Runs one of the slice's jobs now, as the clock would: `refresh_sessions`, say. */
  runJob(name: string): Promise<void>;
  /** Connects the account for a person, as the browser would. */
  connect(personId: string, account: BlueskyAccount, returnTo?: string): Promise<Connected>;
  /** Back to nobody connected and nothing seen; the clock goes on. */
  reset(): Promise<void>;
  /** Another process on the same database. */
  openAgain(): Promise<Networks>;
}

interface Variations {
  readonly publicUrl: string;
  readonly appViewUrl: string;
  /** Short where the server is made to hang; long otherwise, as test machines are slow. */
  readonly timeoutMs: number;
  /** Who belongs to the organisation; everybody unless told. */
  readonly members: (personId: string) => boolean;
  readonly onConnected: (connected: Connected) => Promise<void>;
}

/** The networks slice on a database of its own and a real Bluesky server, with its pages mounted. */
export async function openNetworksWorld(
  server: BlueskyServer,
  options: Partial<Variations> = {},
): Promise<NetworksWorld> {
  const world = await openWorld();
  const egress = createEgress({
    allow: [...server.places, ...(options.appViewUrl ? [new URL(options.appViewUrl).host] : [])],
  });
  const sent: Sent[] = [];
  const connected: Connected[] = [];
  const watching: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const form = new URLSearchParams(request.method === 'POST' ? await request.clone().text() : '');
    const one: Sent = { path: new URL(request.url).pathname, grant: form.get('grant_type') };
    sent.push(one);
    const response = await egress.fetchFn(request);
    one.status = response.status;
    return response;
  };
  const open = () =>
    openNetworks({
      ...world,
      publicUrl: options.publicUrl ?? 'http://localhost:3000',
      ...networksNowhere,
      ...nobodyTold,
      bluesky: {
        plcUrl: server.plcUrl,
        handleResolver: server.pdsUrl,
        appViewUrl: options.appViewUrl ?? 'http://127.0.0.1:1',
        webUrl: 'https://bsky.test',
        serverUrl: server.pdsUrl,
      },
      fetch: watching,
      timeoutMs: options.timeoutMs ?? 20_000,
      mayConnect: async (_tx, personId) => options.members?.(personId) ?? true,
    });
  const networks = await open();
  const site = createApi({
    publicUrl: 'http://localhost:3000',
    log: world.log,
    limits: createLimits(),
    policy: { decide: () => false },
    session: async () => null,
    actorOf: async () => null,
  });
  const onConnected = options.onConnected ?? (async (one: Connected) => void connected.push(one));
  site.mount(connectRoutes({ networks, log: world.log, onConnected }));
  return {
    world,
    networks,
    sent,
    connected,
    site,
    openAgain: open,
    reset: async () => {
      for (const seen of [sent, connected, world.log.lines]) seen.length = 0;
      await world.db.inOrg(world.orgId, async (tx) => {
        for (const table of ['social_accounts', 'refresh_leases', 'revocations', 'connect_attempts', 'reach_totals']) {
          await sql`delete from ${sql.table(table)}`.execute(tx.on());
        }
      });
      for (const key of await world.ring.names('connect-')) await world.ring.destroy(key);
    },
    runJob: async (name) => {
      const job = networks.jobs.find(({ kind }) => kind.name === `networks.${name}`);
      if (!job) throw new Error(`no job is called ${name}`);
      await job.run({}, { attempt: 1, last: true, forget: async () => undefined });
    },
    connect: async (personId, account, returnTo = '') => {
      const browser = `${'b'.repeat(43)}`;
      const started = await networks.beginConnect({
        orgId: world.orgId,
        personId,
        network: 'bluesky',
        returnTo,
        browser,
      });
      if (started.kind !== 'go') throw new Error(JSON.stringify(started));
      const back = await consentAt(started.url, account);
      const finished = await networks.finishConnect('bluesky', back.searchParams, browser);
      if (finished.kind !== 'connected') throw new Error(JSON.stringify(finished));
      return finished;
    },
    [Symbol.asyncDispose]: async () => {
      await world[Symbol.asyncDispose]();
      await egress.close();
    },
  };
}
