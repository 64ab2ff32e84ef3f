import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { type Clock, newId } from '../../platform/clock/index.ts';
import { type Database, orgOf, type Tx } from '../../platform/db/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { silentTelemetry, type Telemetry } from '../../platform/telemetry/index.ts';
import type { KeyRing } from '../../platform/vault/index.ts';
import * as addresses from './addresses/store.ts';
import { openClickDesk } from './click-desk.ts';
import { createClickReader } from './click-reader.ts';
import { openCounting } from './counting.ts';
import { openDayKeys } from './day-keys.ts';
import { type Destinations, openDestinations } from './destinations.ts';
import { defaultHost } from './domains/store.ts';
import * as figures from './figures/store.ts';
import { openHosts } from './hosts.ts';
import { keyOf, type LinkDraft, newSlug, type ShortLink, safeCard, safeTarget } from './link.ts';
import { createLoader } from './loader.ts';
import { openNewcomers } from './newcomers.ts';
import { createRedirect, type Redirect } from './redirect.ts';
import { type ClickCell, type ClickQuestion, clickCells, clicksByWeekHour, type WeekHour } from './report-store.ts';
import { linkPlace } from './request-line.ts';
import * as store from './store.ts';
import { addressOf } from './url.ts';
import { openVisits } from './visits.ts';
import { openTallies, watchBacklog } from './watched.ts';

/** What the slice needs. */
export interface LinksOptions {
  readonly db: Database;
  readonly ring: KeyRing;
  readonly clock: Clock;
  readonly log: Log;
  readonly telemetry?: Telemetry;
  readonly config: {
    readonly linksUrl: string;
    readonly publicUrl: string;
    readonly dataDir: string;
    readonly clicks: 'batch' | 'sync';
  };
  /** The visitor's address, through the operator's proxies; default: the peer of the connection. */
  readonly clientAddress?: (request: IncomingMessage) => string;
  /** How often clicks go into the database, milliseconds; default 1,000. Under load it is less often. */
  readonly loadEveryMs?: number;
  readonly newSlug?: () => string;
}

/** A short link with its clicks. */
export type CountedLink = ShortLink & { readonly clicks: figures.ClickCount };

export interface Links {
  /**
   * Makes the link of a request, network and variant; a second time it is the same link, with what is given now.
   * The redirect of every process knows it as soon as the transaction is committed. @throws RangeError for a target that `safeTarget` refuses
   */
  create(tx: Tx, draft: LinkDraft): Promise<ShortLink>;
  /** A request's links, by network and variant. */
  forRequest(tx: Tx, requestId: string): Promise<readonly CountedLink[]>;
  /** Clicks by request id; requests without any are not in it. All requests unless ids are given, all time unless a period is. */
  totals(
    tx: Tx,
    wanted: { readonly requestIds?: readonly string[]; readonly period?: figures.Period },
  ): Promise<ReadonlyMap<string, figures.ClickCount>>;
  /** Clicks of each day (YYYY-MM-DD in the given time zone), days without any included. */
  byDay(
    tx: Tx,
    wanted: figures.Period & { readonly requestIds?: readonly string[] },
  ): Promise<readonly (figures.ClickCount & { readonly day: string })[]>;
  /** People's clicks of each hour of the day, from midnight on, of all links together. */
  byHour(tx: Tx, period: figures.Period): Promise<readonly number[]>;
  /**
   * Clicks by request, network and stretch of days.
   * @param starts days with which a stretch begins, in order, the first of them not after the period's first day
   */
  cells(tx: Tx, wanted: ClickQuestion, starts: readonly string[]): Promise<readonly ClickCell[]>;
  /** People's clicks by weekday and hour; hours without any are left out. */
  byWeekHour(tx: Tx, wanted: ClickQuestion): Promise<readonly WeekHour[]>;
  /** People's clicks by class of device and by referring network, most first. */
  origins(
    tx: Tx,
    wanted: { readonly requestIds?: readonly string[] },
  ): Promise<readonly { readonly kind: string; readonly name: string; readonly total: number }[]>;
  /** What stands before the slug of the organisation's next link: its own host, where it has chosen one. */
  baseFor(tx: Tx): Promise<string>;
  readonly redirect: Redirect;
  /** Counts everything clicked so far. Figures are otherwise one to ten seconds behind. */
  flush(): Promise<void>;
  /** Sentences for the readiness probe; empty when all is well. */
  problems(): readonly string[];
  close(): Promise<void>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Links read into memory at the start, latest changes first; the others follow when they are clicked. */
const readAhead = 20_000;

/** Opens the slice: loads the latest links into memory and the clicks that an earlier process left behind into the database. */
export async function openLinks(options: LinksOptions): Promise<Links> {
  const { db, clock, log, config, telemetry = silentTelemetry } = options;
  const tallies = openTallies(telemetry);
  const { destinations, hosts, forget: forgetLinks } = await openKnown(options);
  const visits = openVisits();
  const newcomers = openNewcomers();
  const keys = await openDayKeys(options.ring, clock, () => {
    visits.forget();
    newcomers.forget();
  });
  const counting = await openCounting({
    mode: config.clicks,
    folder: join(config.dataDir, 'clicks'),
    loader: createLoader({ db, clock, log, newcomers, counted: tallies.counted }),
    clock,
    log,
    loadEveryMs: options.loadEveryMs ?? 1_000,
  });
  watchBacklog(telemetry, counting.backlog);
  const forget = forgetPastVisitors(db, clock);
  await forget();
  const upkeep = setInterval(() => {
    keys.turn().catch((error: unknown) => log.error({ event: 'clicks_day_key_failed' }, error));
    forget().catch((error: unknown) => log.error({ event: 'clicks_visitors_kept' }, error));
  }, minuteMs / 4);
  const clientAddress = options.clientAddress ?? ((request) => request.socket.remoteAddress ?? '');
  const desk = openClickDesk({ mode: config.clicks, read: createClickReader({ visits, keys }), count: counting.count });
  const redirect = createRedirect({
    place: linkPlace(config.linksUrl, config.publicUrl, hosts.ownerOf),
    destinations,
    clientAddress,
    take: desk.take,
    secure: config.linksUrl.startsWith('https:'),
    ownHosts: [config.linksUrl, config.publicUrl].map((url) => new URL(url).hostname),
    urlOf: (host, slug) => addressOf(config.linksUrl, host, slug),
    ...{ clock, log, tallies: tallies.redirects },
  });
  return {
    create: (tx, draft) => createLink(tx, draft, options, destinations),
    ...figuresOf(config.linksUrl),
    baseFor: async (tx) => addressOf(config.linksUrl, await defaultHost(tx), '').replace(/\/$/, ''),
    redirect,
    flush: () => {
      desk.decide();
      return counting.flush();
    },
    problems: counting.problems,
    close: async () => {
      clearInterval(upkeep);
      forgetLinks();
      desk.decide();
      await counting.close();
    },
  };
}

/** What a redirect knows without asking: the latest links, and whose the hosts are; told of every change. */
async function openKnown({ db, clock, log }: Pick<LinksOptions, 'db' | 'clock' | 'log'>) {
  const destinations = openDestinations((keys) => addresses.destinationsOf(db, keys));
  const deaf = await db.listen(addresses.changeTopic, {
    heard: ({ key }) => destinations.changed(String(key), clock.now().getTime()),
    missed: () => void destinations.missed(),
  });
  for (const link of await addresses.latestDestinations(db, readAhead, clock.now())) destinations.put(link);
  const hosts = await openHosts(db, log);
  const forget = () => {
    deaf();
    hosts.close();
  };
  return { destinations, hosts, forget };
}

function figuresOf(
  linksUrl: string,
): Pick<Links, 'forRequest' | 'totals' | 'byDay' | 'byHour' | 'cells' | 'byWeekHour' | 'origins'> {
  return {
    forRequest: async (tx, requestId) =>
      (await store.linksOf(tx, requestId)).map((row) => toCountedLink(row, linksUrl)),
    totals: async (tx, wanted) => {
      const rows = await figures.countsOf(tx, wanted);
      return new Map(rows.map(({ request_id, total, unique, robots }) => [request_id, { total, unique, robots }]));
    },
    byDay: figures.countsByDay,
    byHour: figures.countsByHour,
    cells: clickCells,
    byWeekHour: clicksByWeekHour,
    origins: (tx, { requestIds }) => figures.originsOf(tx, requestIds),
  };
}

/** Once an hour. The first of the day gives batches of the evening before, still on their way, that hour. */
function forgetPastVisitors(db: Database, clock: Clock): () => Promise<void> {
  let next = 0;
  return async () => {
    const now = clock.now().getTime();
    if (now < next) return;
    next = now + hourMs;
    await store.forgetVisitors(db, new Date(now - hourMs).toISOString().slice(0, 10));
  };
}

async function createLink(
  tx: Tx,
  draft: LinkDraft,
  options: LinksOptions,
  destinations: Destinations,
): Promise<ShortLink> {
  const target = safeTarget(draft.target);
  if (target === null) throw new RangeError('a short link leads to an http(s) address without credentials');
  const { requestId, network, variant, endsAt, card } = draft;
  const wanted: store.LinkWrite = {
    ...{ request_id: requestId, network, variant, target },
    ...(endsAt === undefined ? {} : { ends_at: endsAt }),
    ...(card === undefined ? {} : { card: safeCard(card) }),
  };
  const row = await insertOrUpdate(tx, wanted, options);
  // This process does not wait for its own notification: whoever made the link may click on it at once.
  const org = orgOf(tx);
  const made = [keyOf(null, row.slug), keyOf(org, row.slug)].map((key) =>
    addresses.toDestination({ ...row, org_id: org }, key),
  );
  tx.afterCommit(() => {
    for (const link of row.host === null ? made.slice(0, 1) : made) destinations.put(link);
  });
  return toLink(row, options.config.linksUrl);
}

/** A slug taken by chance (once in 10^13 links) or by a concurrent call for the same place costs another round. */
async function insertOrUpdate(
  tx: Tx,
  wanted: store.LinkWrite,
  { clock, newSlug: makeSlug = newSlug }: LinksOptions,
): Promise<store.LinkRow> {
  for (let round = 0; round < 5; round += 1) {
    const now = clock.now();
    const row =
      (await store.updateLink(tx, wanted, now)) ??
      (await store.insertLink(tx, { ...wanted, id: newId(clock), slug: makeSlug() }, now));
    if (row) return row;
  }
  throw new Error('no free slug was found in five rounds');
}

function toLink(row: store.LinkRow, linksUrl: string): ShortLink {
  const { id, slug, request_id: requestId, network, variant, target, name } = row;
  const url = addressOf(linksUrl, row.host, name ?? slug);
  const ending = { endsAt: row.ends_at, targetAfter: row.target_after };
  return { id, requestId, network, variant, slug, name, url, target, ...ending };
}

function toCountedLink(row: store.LinkRow & figures.ClickCount, linksUrl: string): CountedLink {
  const { total, unique, robots } = row;
  return { ...toLink(row, linksUrl), clicks: { total, unique, robots } };
}
