/**
 * `node bench/growth.ts`: what a click and a dashboard cost the database as the history behind them grows from a thousand clicks to ten
 * million. The last four weeks are always the same; what grows lies before them. Costs must stay flat.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Links } from '../src/features/links/index.ts';
import { newId, randomId, systemClock } from '../src/platform/clock/index.ts';
import { type Database, type OrgId, orgId, sql } from '../src/platform/db/index.ts';
import { type Figures, full, present, progress, small } from './lab/figures.ts';
import { host, type Store, withLinks } from './lab/links.ts';
import { type BenchPostgres, noPostgres, startPostgres } from './lab/postgres.ts';
import { fixed } from './lab/rounds.ts';

const onPostgres = small ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const embedded = small ? [1_000] : full ? [100_000, 1_000_000, 10_000_000] : [100_000, 1_000_000];
/** Clicks that one link gets in one hour, on average; a row of the history. */
const clicksAnHour = 10;
const clicksALink = 1_000;
const recentLinks = 50;
/** Clicks on each of them that go into the database in one batch. */
const visitorsALink = 40;
const timeZone = 'Europe/Lisbon';

/** What is measured at one size of the history. */
interface Point {
  readonly clicks: number;
  readonly clickUs: number;
  readonly dashboardMs: number;
  readonly requestMs: number;
}

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const period = { from: day(27), to: day(0), timeZone };

/** Links clicked in the last four weeks, each in some hundred hours. */
function makeRecent(db: Database, links: Links, org: OrgId) {
  return db.inOrg(org, async (tx) => {
    const made: { readonly requestId: string; readonly path: string }[] = [];
    for (let count = 0; count < recentLinks; count += 1) {
      const requestId = randomId();
      const link = { requestId, network: 'bluesky', variant: 0, target: 'https://example.com/' };
      made.push({ requestId, path: new URL((await links.create(tx, link)).url).pathname });
    }
    await sql`insert into click_counts (org_id, link_id, hour_at, total, unique_total, robots)
      select org_id, id, date_trunc('hour', now()) - hour * interval '1 hour', 5, 3, 1
      from short_links cross join generate_series(1, 600, 6) as hour`.execute(tx.on());
    return made;
  });
}

/** Lengthens the history to so many clicks, hours and links before the last four weeks. */
async function lengthen(db: Database, org: OrgId, from: number, to: number): Promise<void> {
  const count = Math.ceil((to - from) / clicksALink);
  await db.inOrg(org, async (tx) => {
    await sql`with made as (
        insert into short_links (org_id, id, slug, request_id, network, variant, target, created_at, changed_at)
        select ${org}::uuid, gen_random_uuid(), translate(substr(gen_random_uuid()::text, 1, 18), '-', ''), gen_random_uuid(), 'bluesky', 0,
          'https://example.com/', now(), now()
        from generate_series(1, ${count}::int) returning org_id, id)
      insert into click_counts (org_id, link_id, hour_at, total, unique_total, robots)
      select org_id, id, date_trunc('hour', now()) - interval '30 days' - (random() * 20000)::int * interval '1 hour', ${clicksAnHour}, 5, 1
      from made cross join generate_series(1, ${clicksALink / clicksAnHour}::int)
      on conflict do nothing`.execute(tx.on());
  });
  await db.asOwner((tx) => sql`analyze`.execute(tx.on()));
}

let visitors = 0;

/** Clicks on each link by so many people who were not there before, and their way into the database. */
async function clickAll(links: Links, recent: readonly { readonly path: string }[]): Promise<void> {
  const socket = new Socket();
  for (const { path } of recent) {
    for (let visitor = 0; visitor < visitorsALink; visitor += 1) {
      visitors += 1;
      const request = new IncomingMessage(socket);
      Object.assign(request, { method: 'GET', url: path });
      request.rawHeaders = ['Host', host, 'User-Agent', `Mozilla/5.0 (X11; Linux x86_64) Firefox/${visitors}`];
      // A link just made is looked up once more when this process hears of it, as any other would.
      while (!links.redirect.swift(request, new ServerResponse(request))) await setTimeout(20);
    }
  }
  await links.flush();
}

/** CPU milliseconds of one call, from so many that the clock's steps do not matter. */
async function cpuOf(usedUs: () => number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const before = usedUs();
  let calls = 0;
  do {
    await work();
    calls += 1;
  } while (usedUs() - before < 300_000 || calls < 5);
  return (usedUs() - before) / 1_000 / calls;
}

async function grow(name: string, store: Store, sizes: readonly number[], usedUs: () => number): Promise<Point[]> {
  return withLinks(store, async (db, links) => {
    const org = orgId(newId(systemClock));
    const recent = await makeRecent(db, links, org);
    const requestIds = recent.slice(0, 5).map((link) => link.requestId);
    const points: Point[] = [];
    let clicks = 0;
    for (const size of sizes) {
      progress(`${name}: ${size} clicks`);
      await lengthen(db, org, clicks, size);
      clicks = size;
      const batchMs = await cpuOf(usedUs, () => clickAll(links, recent));
      const dashboardMs = await cpuOf(usedUs, () => db.inOrg(org, (tx) => links.byDay(tx, period)));
      const requestMs = await cpuOf(usedUs, () => db.inOrg(org, (tx) => links.totals(tx, { requestIds })));
      points.push({ clicks, clickUs: (batchMs * 1_000) / (recentLinks * visitorsALink), dashboardMs, requestMs });
    }
    return points;
  });
}

/** How much dearer the largest history makes it than the smallest. */
const rise = (points: readonly Point[], pick: (point: Point) => number): number =>
  pick(points.at(-1) ?? noPoint) / pick(points[0] ?? noPoint);
const noPoint: Point = { clicks: 0, clickUs: Number.NaN, dashboardMs: Number.NaN, requestMs: Number.NaN };

function toRows(name: string, points: readonly Point[]): string[][] {
  const [first = noPoint] = points;
  const cell = (value: number, before: number, unit: string) =>
    `${fixed(value / before, 1)} (${fixed(value, 1)} ${unit})`;
  return points.map((point) => [
    `${name}, ${point.clicks.toLocaleString('en')} clicks`,
    cell(point.clickUs, first.clickUs, 'µs'),
    cell(point.dashboardMs, first.dashboardMs, 'ms'),
    cell(point.requestMs, first.requestMs, 'ms'),
  ]);
}

/** Flat: a history ten thousand times as long may cost a little more, for deeper indexes and noise, and not a multiple. */
const mostRise = 3;

function brokenIn(name: string, points: readonly Point[]): string[] {
  const rises = {
    'a click': rise(points, (point) => point.clickUs),
    'the dashboard': rise(points, (point) => point.dashboardMs),
    'a request’s figures': rise(points, (point) => point.requestMs),
  };
  return Object.entries(rises)
    .filter(([, times]) => times > mostRise)
    .map(([what, times]) => `${name}: ${what} costs ${fixed(times, 1)} times as much with the longest history.`);
}

async function measure(): Promise<Figures> {
  await using postgres: BenchPostgres | null = await startPostgres();
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'coact-bench-')));
  const [one = '', two = ''] = folders;
  const own = () => process.cpuUsage().user + process.cpuUsage().system;
  const results: (readonly [string, Point[]])[] = [];
  if (postgres !== null) {
    const store = { folder: one, url: await postgres.newDatabase() };
    results.push(['PostgreSQL', await grow('PostgreSQL', store, onPostgres, postgres.cpuUs)]);
  }
  results.push(['embedded', await grow('embedded', { folder: two }, embedded, own)]);
  for (const folder of folders) rmSync(folder, { recursive: true });
  return {
    title: 'Cost of a click and of a dashboard as history grows',
    how:
      `CPU time of the database (embedded: of the whole process), each as multiple of that with the shortest history. The last four weeks are always the same: ${recentLinks} ` +
      `links with clicks in 100 hours each. What grows lies before: hour counters with ${clicksAnHour} clicks each, ${clicksALink} clicks a link. A click: one of ${recentLinks * visitorsALink} in a batch.`,
    head: ['', 'a click', 'dashboard: clicks of 4 weeks by day', 'totals of 5 requests'],
    rows: results.flatMap(([name, points]) => toRows(name, points)),
    notes: postgres === null ? [noPostgres] : [],
    broken: results.flatMap(([name, points]) => brokenIn(name, points)),
  };
}

await present(measure);
