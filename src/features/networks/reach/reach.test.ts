import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NetworksWorld, openNetworksWorld } from '../../../../test/support/bluesky/connecting.ts';
import {
  type BlueskyAccount,
  type BlueskyServer,
  freePort,
  startBluesky,
} from '../../../../test/support/bluesky/server.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';

let server: BlueskyServer;
let own: NetworksWorld;
let view: Server;
let appViewUrl: string;
let people: readonly BlueskyAccount[];
/** Followers that the AppView knows, by DID; null breaks it. */
let followers: ReadonlyMap<string, number> | null = new Map();

beforeAll(async () => {
  server = await startBluesky();
  people = [await server.addAccount('alice'), await server.addAccount('bob'), await server.addAccount('carol')];
  const port = await freePort();
  appViewUrl = `http://localhost:${port}`;
  view = createServer((request, response) => {
    const known = followers;
    if (!known) return void response.writeHead(502).end();
    const actors = new URL(request.url ?? '', appViewUrl).searchParams.getAll('actors');
    const profiles = actors.flatMap((did) => (known.has(did) ? [{ did, followersCount: known.get(did) }] : []));
    response.end(JSON.stringify({ profiles }));
  });
  await new Promise<void>((resolve) => view.listen(port, () => resolve()));
  own = await openNetworksWorld(server, { appViewUrl });
});
beforeEach(() => own.reset());
afterAll(async () => {
  await own?.[Symbol.asyncDispose]();
  view?.close();
  await server?.[Symbol.asyncDispose]();
});

/** So long that no sealed value has it among its digits by chance. */
const many = 480_031_200;

async function connectSome(count: number): Promise<void> {
  followers = new Map(people.map(({ did }, index) => [did, many + index]));
  for (const account of people.slice(0, count)) await own.connect(randomId(), account);
}

const latest = () => own.world.db.inOrg(own.world.orgId, (tx) => own.networks.latestReach(tx, '2026-12-31'));

describe('reach', () => {
  it('is one total a day and network', async () => {
    await connectSome(3);
    await own.runJob('refresh_reach');
    expect(await latest()).toEqual([{ network: 'bluesky', day: '2026-05-04', total: 3 * many + 3, accounts: 3 }]);
    followers = new Map([[people[0]?.did ?? '', 10]]);
    await own.runJob('refresh_reach');
    own.world.clock.advance(86_400_000);
    await own.runJob('refresh_reach');
    const totals = await own.world.db.inOrg(own.world.orgId, (tx) =>
      own.networks.reachTotals(tx, '2026-05-04', '2026-05-05'),
    );
    expect(totals.map((row) => row.total)).toEqual([3 * many + 3, 10]);
    expect(await latest()).toMatchObject([{ day: '2026-05-05' }]);
  });

  it('is not recorded for a day on which the network does not say', async () => {
    await connectSome(3);
    followers = null;
    await own.runJob('refresh_reach');
    expect(await latest()).toEqual([]);
    expect(own.world.log.lines.map((line) => line.fields.event)).toContain('networks.reach_unknown');
  });

  it('keeps no number that is one account’s or two accounts’', async () => {
    await connectSome(2);
    await own.runJob('refresh_reach');
    expect(await latest()).toEqual([]);
  });

  it('leaves the followers of an account nowhere', async () => {
    await connectSome(3);
    await own.runJob('refresh_reach');
    const rows = await own.world.db.inOrg(own.world.orgId, (tx) =>
      sql`select social_accounts::text from social_accounts union all select reach_totals::text from reach_totals`.execute(
        tx.on(),
      ),
    );
    for (const index of [0, 1, 2]) expect(JSON.stringify(rows.rows)).not.toContain(String(many + index));
  });

  it('counts connected accounts of this organisation alone', async () => {
    await connectSome(3);
    const count = (orgId: typeof own.world.orgId) => own.world.db.inOrg(orgId, (tx) => own.networks.countConnected(tx));
    expect(await count(own.world.orgId)).toBe(3);
    expect(await count(randomId() as typeof own.world.orgId)).toBe(0);
  });
});
