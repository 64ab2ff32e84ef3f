import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NetworksWorld, openNetworksWorld } from '../../../../test/support/bluesky/connecting.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { consentAt } from '../../../../test/support/bluesky/sign-in.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import { newId, randomId } from '../../../platform/clock/index.ts';
import { orgId, sql } from '../../../platform/db/index.ts';
import { createBluesky } from '../bluesky/bluesky.ts';
import type { ShareOrder } from '../index.ts';
import { openSession } from './sealing.ts';

let server: BlueskyServer;
let alice: BlueskyAccount;
let own: NetworksWorld;
let person: string;

beforeAll(async () => {
  server = await startBluesky();
  alice = await server.addAccount('alice');
  own = await openNetworksWorld(server);
});
beforeEach(async () => {
  await own.reset();
  person = randomId();
});
afterAll(async () => {
  await own?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

const minuteMs = 60_000;

function orderFor({ world, networks }: NetworksWorld, own: Partial<ShareOrder> = {}): ShareOrder {
  return {
    orgId: world.orgId,
    personId: person,
    network: 'bluesky',
    what: { post: { text: 'We hire: https://go.example.com/l/x7', writtenAt: world.clock.now() } },
    place: postPlace(networks.recordKey('bluesky')),
    ...own,
  };
}

const again = (order: ShareOrder): ShareOrder => ({ ...order, place: { ...order.place, repeated: true } });

const accountsIn = ({ world, networks }: NetworksWorld) =>
  world.db.inOrg(world.orgId, (tx) => networks.accountsOf(tx, person));

/** Those that the server granted: a process that talks to it for the first time is sent back once for a DPoP nonce. */
const refreshesOf = ({ sent }: NetworksWorld) =>
  sent.filter((one) => one.grant === 'refresh_token' && one.status === 200).length;

/** Every row of the slice as it stands in the database, its system column for the last writer included. */
async function snapshot({ world }: NetworksWorld): Promise<string> {
  const rows = await world.db.inOrg(world.orgId, (tx) =>
    sql`select xmin::text, social_accounts::text as row from social_accounts
        union all select xmin::text, refresh_leases::text from refresh_leases
        union all select xmin::text, connect_attempts::text from connect_attempts
        union all select xmin::text, revocations::text from revocations`.execute(tx.on()),
  );
  return JSON.stringify(rows.rows);
}

/** Ends the session at the server without the slice knowing, as when the person takes the access back there. */
async function revokeAtServer({ world }: NetworksWorld): Promise<void> {
  const held = await world.db.inOrg(world.orgId, async (tx) => {
    const { rows } = await sql<{ id: string; session: Uint8Array }>`select id, session from social_accounts`.execute(
      tx.on(),
    );
    const [row] = rows;
    if (!row) throw new Error('no account');
    return openSession(world.vault, tx, row.id, row.session);
  });
  const connector = await createBluesky({
    publicUrl: 'http://localhost:3000',
    clientKey: null,
    plcUrl: server.plcUrl,
    handleResolver: server.pdsUrl,
    appViewUrl: server.pdsUrl,
    webUrl: server.pdsUrl,
    serverUrl: server.pdsUrl,
    fetch,
  });
  await connector.revoke(held.session);
}

describe('posting as a person', () => {
  it('posts, and leaves no trace of it in any row', async () => {
    await own.connect(person, alice);
    const before = await snapshot(own);
    const order = orderFor(own);
    expect(await own.networks.postAs(order)).toMatchObject({
      kind: 'posted',
      uri: expect.stringContaining(order.place.recordKey),
    });
    expect(await snapshot(own)).toBe(before);
    expect(JSON.stringify(own.world.log.lines)).not.toContain(person);
  });

  it('finds a post of an earlier try instead of making it again', async () => {
    await own.connect(person, alice);
    const order = orderFor(own);
    await own.networks.postAs(order);
    own.sent.length = 0;
    expect(await own.networks.postAs(again(order))).toMatchObject({ kind: 'posted' });
    expect(own.sent.some((one) => one.path.endsWith('createRecord'))).toBe(false);
    expect(await own.networks.postAs(again(orderFor(own)))).toMatchObject({ kind: 'posted' });
  });

  it('does not call a post unmade whose account was disconnected before it could look', async () => {
    expect(await own.networks.postAs(again(orderFor(own)))).toEqual({ kind: 'unsure' });
  });

  it('says that nothing is connected, also to another organisation', async () => {
    expect(await own.networks.postAs(orderFor(own))).toEqual({ kind: 'notConnected' });
    await own.connect(person, alice);
    const elsewhere = orgId(newId(own.world.clock));
    expect(await own.networks.postAs(orderFor(own, { orgId: elsewhere }))).toEqual({ kind: 'notConnected' });
    expect(await own.networks.disconnect(elsewhere, person, randomId())).toEqual({ kind: 'notFound' });
  });

  it('waits out a server that is down for an hour, with a session that ended meanwhile', async () => {
    await using own = await openNetworksWorld(server, { timeoutMs: 3_000 });
    await own.connect(person, alice);
    const order = orderFor(own);
    await server.whileDown(async () => {
      expect((await own.networks.postAs(order)).kind).toMatch(/^(unknown|later)$/);
      own.world.clock.advance(61 * minuteMs);
      await own.runJob('refresh_sessions');
      expect((await own.networks.postAs(again(order))).kind).toBe('later');
      expect(await accountsIn(own)).toMatchObject([{ state: 'active' }]);
    });
    await expect.poll(async () => (await own.networks.postAs(again(order))).kind, { timeout: 30_000 }).toBe('posted');
  });
});

describe('refreshing sessions', () => {
  it('goes by schedule, so that a share finds a fresh one', async () => {
    await own.connect(person, alice);
    await own.runJob('refresh_sessions');
    expect(refreshesOf(own)).toBe(0);
    own.world.clock.advance(50 * minuteMs);
    await own.runJob('refresh_sessions');
    await own.runJob('refresh_sessions');
    expect(refreshesOf(own)).toBe(1);
    own.world.clock.advance(20 * minuteMs);
    expect((await own.networks.postAs(orderFor(own))).kind).toBe('posted');
    expect(refreshesOf(own)).toBe(1);
  });

  it('asks the network once for 12 shares at the same moment, in two processes', async () => {
    await own.connect(person, alice);
    own.world.clock.advance(60 * minuteMs);
    const second = await own.openAgain();
    const shares = Array.from({ length: 12 }, (_, index) => (index % 2 ? second : own.networks).postAs(orderFor(own)));
    const outcomes = await Promise.all(shares);
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['posted']));
    expect(refreshesOf(own)).toBe(1);
  });

  it('takes over from a process that died while it refreshed', async () => {
    const { account } = await own.connect(person, alice);
    own.world.clock.advance(60 * minuteMs);
    const until = new Date(own.world.clock.now().getTime() + 1_000);
    await own.world.db.inOrg(own.world.orgId, (tx) =>
      sql`insert into refresh_leases values (${own.world.orgId}, ${account.id}, ${randomId()}, ${until})`.execute(
        tx.on(),
      ),
    );
    const share = own.networks.postAs(orderFor(own));
    setTimeout(() => own.world.clock.advance(2_000), 700);
    expect((await share).kind).toBe('posted');
  });

  it('marks an account only by schedule when the person took the access back', async () => {
    await own.connect(person, alice);
    await revokeAtServer(own);
    const before = await snapshot(own);
    expect(await own.networks.postAs(orderFor(own))).toEqual({ kind: 'reconnect' });
    expect(await snapshot(own)).toBe(before);
    expect(await accountsIn(own)).toMatchObject([{ state: 'active' }]);
    own.world.clock.advance(50 * minuteMs);
    await own.runJob('refresh_sessions');
    expect(await accountsIn(own)).toMatchObject([{ state: 'reconnect', handle: 'alice.test' }]);
    expect(await own.networks.postAs(orderFor(own))).toEqual({ kind: 'reconnect' });
    expect(await own.networks.postAs(again(orderFor(own)))).toEqual({ kind: 'unsure' });
    await own.connect(person, alice);
    expect(await accountsIn(own)).toMatchObject([{ state: 'active' }]);
    expect((await own.networks.postAs(orderFor(own))).kind).toBe('posted');
  });
});

describe('disconnecting', () => {
  it('ends the session at the network and forgets the account', async () => {
    const { account } = await own.connect(person, alice);
    expect(await own.networks.disconnect(own.world.orgId, randomId(), account.id)).toEqual({ kind: 'notFound' });
    expect(await own.networks.disconnect(own.world.orgId, person, account.id)).toEqual({ kind: 'revoked' });
    expect(await accountsIn(own)).toEqual([]);
    expect(await own.networks.postAs(orderFor(own))).toEqual({ kind: 'notConnected' });
    expect(await snapshot(own)).not.toContain(account.id);
  });

  it('is kept in mind while the server is down', async () => {
    await using own = await openNetworksWorld(server, { timeoutMs: 3_000 });
    const { account } = await own.connect(person, alice);
    const fresh = await own.openAgain();
    await server.whileDown(async () => {
      expect(await fresh.disconnect(own.world.orgId, person, account.id)).toEqual({ kind: 'queued' });
      expect(await accountsIn(own)).toEqual([]);
      await own.runJob('revoke_sessions');
      expect(await snapshot(own)).toContain('bluesky');
    });
    await expect
      .poll(
        async () => {
          await own.runJob('revoke_sessions');
          return snapshot(own).then((rows) => rows.includes('bluesky'));
        },
        { timeout: 30_000 },
      )
      .toBe(false);
  });

  it('happens to the earlier session when the same network is connected again', async () => {
    const bob = await server.addAccount(`bob${Date.now() % 100_000}`);
    const first = await own.connect(person, alice);
    const second = await own.connect(person, bob);
    expect(second.account.id).toBe(first.account.id);
    expect(await accountsIn(own)).toMatchObject([{ handle: bob.handle }]);
    await own.runJob('revoke_sessions');
    expect(own.sent.filter((one) => one.path.endsWith('/revoke'))).toHaveLength(1);
    expect((await own.networks.postAs(orderFor(own))).kind).toBe('posted');
  });

  it('happens to all accounts of a person who is erased', async () => {
    await own.connect(person, alice);
    await own.connect(randomId(), alice);
    await own.world.db.inOrg(own.world.orgId, (tx) => own.networks.eraseFor(tx, person));
    await own.runJob('revoke_sessions');
    expect(own.sent.filter((one) => one.path.endsWith('/revoke'))).toHaveLength(1);
    expect(await own.world.db.inOrg(own.world.orgId, (tx) => own.networks.countConnected(tx))).toBe(1);
    expect(await snapshot(own)).not.toContain(person);
  });
});

describe('what is stored', () => {
  it('names neither the account at the network nor its tokens', async () => {
    const started = await own.networks.beginConnect({
      orgId: own.world.orgId,
      personId: person,
      network: 'bluesky',
      returnTo: 'canary-request',
      browser: 'b'.repeat(43),
    });
    if (started.kind !== 'go') throw new Error('no sign-in');
    const pending = await snapshot(own);
    expect(pending).not.toContain(person);
    const back = await consentAt(started.url, alice);
    await own.networks.finishConnect('bluesky', back.searchParams, 'b'.repeat(43));
    const rows = await snapshot(own);
    for (const secret of [alice.did, alice.handle, 'access_token', 'canary-request']) {
      expect(rows).not.toContain(secret);
      expect(rows).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});
