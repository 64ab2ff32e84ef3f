import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type DatabasePlace, openDatabasePlace } from '../../../../test/support/database.ts';
import { newId, randomId, systemClock } from '../../../platform/clock/index.ts';
import { type OrgId, orgId, sql } from '../../../platform/db/index.ts';
import { feedSchema } from './feed.ts';
import { openFeedServer } from './feed-server.fixture.ts';
import { rss, rssItem } from './samples.fixture.ts';
import { insertFeed } from './store.ts';

const kills = 6;
const perLook = 2;
/** As many as a feed may bring on one day. */
const most = 50;

interface Doomed {
  readonly at: DatabasePlace;
  readonly org: OrgId;
  readonly feedId: string;
  readonly place: string;
}

/** Starts the process and kills it at a random moment of one of its looks. */
async function lookAndKill({ at, org, feedId, place }: Doomed, looks: number): Promise<void> {
  const program = new URL('./kill.fixture.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, at.folder, at.url, org, feedId, place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('look').length > looks) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the process ended with ${code}`)));
  });
  await setTimeout(Math.random() * 60);
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

it(`brings each item of a feed once, over ${kills} kills -9 of the process that reads it`, async () => {
  await using server = await openFeedServer();
  const at = await openDatabasePlace(4);
  const org = orgId(newId(systemClock));
  const feedId = randomId();
  let published = 0;
  // Something new at every look, in pieces: kills fall before, while and after it is read.
  server.set('/feed', async (_request, response) => {
    const items = Array.from({ length: published }, (_, index) => rssItem(`item-${index}`)).reverse();
    published = Math.min(most, published + perLook);
    const text = rss(items.join(''));
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.write(text.slice(0, text.length / 2));
    await setTimeout(Math.random() * 20);
    response.end(text.slice(text.length / 2));
  });
  const before = await at.open();
  await before.inOrg(org, async (tx) => {
    await sql`insert into organisations (org_id, name, time_zone, currency, created_at)
      values (${org}, 'Harbour', 'Europe/Lisbon', 'EUR', now())`.execute(tx.on());
    const settings = feedSchema.parse({
      ...{ name: 'News', url: `${server.origin}/feed`, mode: 'review', dailyCap: most, runCap: 20 },
    });
    const made = { alsoLast: 0, createdBy: randomId(), createdAt: new Date() };
    await insertFeed(tx, { id: feedId, settings, ...made });
  });
  await before.close();

  const doomed = { at, org, feedId, place: server.hostPort };
  for (let kill = 0; kill < kills; kill += 1) await lookAndKill(doomed, 2 + (kill % 3));
  // The next one is let alone for long enough to read what there is.
  const last = published;
  await lookAndKill(doomed, 6);

  const after = await at.open();
  const { rows } = await sql<{ link: string; count: number }>`select link, count(*)::int as count
    from coact.share_feed_items group by link`.execute(after.kysely);
  await after.close();
  await at.close();
  expect(last).toBeGreaterThan(kills);
  expect(rows.filter(({ count }) => count > 1)).toEqual([]);
  const links = new Set(rows.map(({ link }) => /item-\d+/.exec(link)?.[0]));
  expect(Array.from({ length: last }, (_, index) => `item-${index}`).filter((name) => !links.has(name))).toEqual([]);
}, 300_000);
