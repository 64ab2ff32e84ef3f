import { join } from 'node:path';
import { openLinks } from '../../src/features/links/index.ts';
import { openNetworks } from '../../src/features/networks/index.ts';
import { events, openResults, type ShareParts, shareJobs } from '../../src/features/share/index.ts';
import { openAudit } from '../../src/platform/audit/index.ts';
import { type Clock, fixedClock, type MovableClock, newId } from '../../src/platform/clock/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { type Database, type OrgId, type openDatabase, orgId, sql } from '../../src/platform/db/index.ts';
import { createEgress } from '../../src/platform/egress/index.ts';
import { createLimits } from '../../src/platform/http/index.ts';
import { type Jobs, openJobs } from '../../src/platform/jobs/index.ts';
import { type Log, memoryLog } from '../../src/platform/log/index.ts';
import { openSlack } from '../../src/platform/slack/index.ts';
import { loadRootKey, openRing, openVault } from '../../src/platform/vault/index.ts';
import { openWebhooks } from '../../src/platform/webhooks/index.ts';
import type { BlueskyAccount, BlueskyServer } from './bluesky/server.ts';
import { consentAt } from './bluesky/sign-in.ts';
import { openTestDatabase } from './database.ts';
import { networksNowhere, nobodyTold } from './network-settings.ts';

type OpenDatabase = Awaited<ReturnType<typeof openDatabase>>;

/** Where the shares go; null for nowhere. */
type Server = Pick<BlueskyServer, 'pdsUrl' | 'plcUrl' | 'places'>;

const nowhere: Server = { pdsUrl: 'http://127.0.0.1:1', plcUrl: 'http://127.0.0.1:1', places: [] };
const localUrl = 'http://localhost:3000';

/** The share slice in this process, on a database that may outlive it. */
export interface ShareSite extends AsyncDisposable {
  readonly parts: ShareParts;
  readonly jobs: Jobs;
}

interface SiteOptions {
  readonly db: OpenDatabase;
  /** Keys lie here. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly bluesky: Server | null;
  /** Where the other networks are; nowhere unless told. */
  readonly elsewhere?: Partial<typeof networksNowhere> & { readonly places: readonly string[] };
  /** Where this installation stands; loopback unless told. */
  readonly publicUrl?: string;
  /** Puts something between the product and the network. */
  readonly between?: (network: typeof fetch) => typeof fetch;
  /** Puts something between the slice and what it stands on, as to end the process there. */
  readonly around?: (parts: ShareParts) => ShareParts;
}

/** Builds the slice as `app.ts` does, without the web and with no Slack connected. */
export async function openShareSite(options: SiteOptions): Promise<ShareSite> {
  const { db, folder, clock, log, publicUrl = localUrl, elsewhere: { places = [], ...elsewhere } = {} } = options;
  const server = options.bluesky ?? nowhere;
  const ring = openRing(join(folder, 'ring'));
  const vault = openVault(await loadRootKey(join(folder, 'keys'), db, clock), db, clock);
  const config = loadConfig({ DATA_DIR: folder });
  const links = await openLinks({ db, ring, clock, log, config });
  const egress = createEgress({ allow: [...server.places, ...places] });
  const networks = await openNetworks({
    ...{ db, vault, ring, clock, log, publicUrl },
    ...networksNowhere,
    ...elsewhere,
    ...nobodyTold,
    bluesky: {
      plcUrl: server.plcUrl,
      handleResolver: server.pdsUrl,
      appViewUrl: 'http://127.0.0.1:1',
      webUrl: 'https://bsky.app',
      serverUrl: server.pdsUrl,
    },
    fetch: options.between?.(egress.fetchFn) ?? egress.fetchFn,
    mayConnect: async () => true,
  });
  const queue: { jobs?: Jobs } = {};
  const enqueue: Jobs['enqueue'] = async (...job) => queue.jobs?.enqueue(...job);
  const slack = openSlack({ config, db, vault, clock, log, enqueue, onEmailRead: async () => undefined }, {});
  const audit = openAudit({ db, clock, vault });
  const sending = { db, vault, clock, log, audit, egress, jobs: { enqueue } };
  const plain: ShareParts = {
    ...{ db, ring, clock, log, links, networks, publicUrl },
    ...{ commandWords: [], homeSections: [], limits: createLimits() },
    audit,
    webhooks: openWebhooks({ ...sending, types: events, onStopped: async () => undefined }),
    linksUrl: config.linksUrl,
    jobs: { enqueue },
    results: openResults(clock),
    slack: (org) => slack.client(org),
    organisation: async () => ({ name: 'Harbour', timeZone: 'Europe/Lisbon', smallGroup: 5 }),
    eventValues: async () => [],
    readers: { mayRead: async () => false, slackUserOf: async () => null, write: async () => false },
    personForSlack: async (_tx, slackUserId) => ({ id: slackUserId, state: 'active' }),
    people: {
      actorsIn: async () => [],
      actorForSlack: async () => null,
      namesOf: async () => new Map(),
      tell: async () => undefined,
      retell: async () => undefined,
    },
    policy: { decide: () => false },
  };
  const parts = options.around?.(plain) ?? plain;
  const engine = 'pglite' in db.engine ? db.engine : { url: db.engine.pool.options.connectionString ?? '' };
  const handlers = [...shareJobs(parts, async () => []), ...networks.jobs];
  const jobs = await openJobs({ engine, log, handlers });
  queue.jobs = jobs;
  return {
    parts,
    jobs,
    [Symbol.asyncDispose]: async () => {
      await jobs.close();
      await links.close();
      await egress.close();
    },
  };
}

/** The slice on a database of its own, with an organisation. */
export interface ShareWorld extends ShareSite {
  readonly clock: MovableClock;
  readonly log: ReturnType<typeof memoryLog>;
  readonly org: OrgId;
  readonly db: Awaited<ReturnType<typeof openTestDatabase>>;
  /** Starts the product once more on the same data, as after a crash. */
  again(around?: SiteOptions['around']): Promise<ShareSite>;
}

export async function openShareWorld(bluesky: Server | null = null): Promise<ShareWorld> {
  const db = await openTestDatabase();
  const clock = fixedClock(new Date().toISOString());
  const log = memoryLog();
  const options = { db, folder: db.folder, clock, log, bluesky };
  const site = await openShareSite(options);
  const others: ShareSite[] = [];
  return {
    ...site,
    ...{ db, clock, log },
    org: orgId(newId(clock)),
    again: async (around) => {
      const other = await openShareSite({ ...options, ...(around === undefined ? {} : { around }) });
      others.push(other);
      return other;
    },
    [Symbol.asyncDispose]: async () => {
      for (const other of others) await other[Symbol.asyncDispose]();
      await site[Symbol.asyncDispose]();
      await db.close();
    },
  };
}

/** Connects a person's account as their browser would. */
export async function connectAccount(
  { parts: { networks } }: Pick<ShareSite, 'parts'>,
  org: OrgId,
  personId: string,
  account: BlueskyAccount,
): Promise<void> {
  const browser = 'b'.repeat(43);
  const asked = { orgId: org, personId, network: 'bluesky', returnTo: '', browser } as const;
  const started = await networks.beginConnect(asked);
  if (started.kind !== 'go') throw new Error(JSON.stringify(started));
  const back = await consentAt(started.url, account);
  const finished = await networks.finishConnect('bluesky', back.searchParams, browser);
  if (finished.kind !== 'connected') throw new Error(JSON.stringify(finished));
}

/** Texts of an account's posts on the server, and the addresses of their links. */
export async function postsOf(server: Pick<BlueskyServer, 'pdsUrl'>, { did }: BlueskyAccount): Promise<string[]> {
  const url = `${server.pdsUrl}/xrpc/com.atproto.repo.listRecords?repo=${did}&collection=app.bsky.feed.post&limit=100`;
  const answer = (await (await fetch(url)).json()) as { records: { value: { text: string } }[] };
  return answer.records.map((record) => record.value.text);
}

/** How many rows a table has. */
export async function countRows(
  { parts }: { readonly parts: { readonly db: Pick<Database, 'kysely'> } },
  table: string,
): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*) as count from ${sql.table(`coact.${table}`)}`.execute(
    parts.db.kysely,
  );
  return counted.rows[0]?.count ?? 0;
}

/**
 * What the queue does by itself five minutes after a process was killed: gives its jobs to the next one.
 * @returns how many it was at
 */
export async function takeOverJobs({ parts }: Pick<ShareSite, 'parts'>): Promise<number> {
  const taken = await sql`update jobs.job set state = 'retry', start_after = now() where state = 'active'`.execute(
    parts.db.kysely,
  );
  return Number(taken.numAffectedRows ?? 0n);
}
