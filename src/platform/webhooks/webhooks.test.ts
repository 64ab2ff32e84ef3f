import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listenTcp } from '../../../test/support/local-server.ts';
import { openReceiver, verify, type WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { openAudit } from '../audit/index.ts';
import { newId } from '../clock/index.ts';
import { type OrgId, sql } from '../db/index.ts';
import { createEgress, type Egress, type EgressOptions } from '../egress/index.ts';
import type { Jobs } from '../jobs/index.ts';
import type { WebhookContext } from './context.ts';
import { deliverer } from './deliver.ts';
import { listDeliveries } from './delivery-store.ts';
import { type EventType, openWebhooks, type Webhooks } from './index.ts';
import { forgetDeliveries } from './jobs.ts';
import { openLanes } from './lanes.ts';
import { redeliver, redeliverFailed } from './redelivering.ts';
import { makeSecret, replaceSecret } from './secrets.ts';
import { findEndpoint, insertEndpoint, updateEndpoint } from './store.ts';

/** Delivery, against receivers that answer well, badly, slowly, too much, or stand where nobody may be called. */
const happened: EventType<{ count: number }> = {
  name: 'thing.happened',
  says: 'a thing happens',
  schema: z.strictObject({ count: z.number() }),
};

let world: World;
let receiver: WebhookReceiver;
let egress: Egress;
let context: WebhookContext;
let webhooks: Webhooks;
let jobs: Jobs;
let org: OrgId;
const stopped: string[] = [];

const contextWith = (way: Pick<Egress, 'fetch' | 'check'>): WebhookContext => {
  const { db, vault, clock, log } = world;
  const enqueue: Jobs['enqueue'] = (...job) => jobs.enqueue(...job);
  const audit = openAudit({ db, clock, vault });
  const onStopped: WebhookContext['onStopped'] = async (_tx, { id }, why) => void stopped.push(`${id} ${why}`);
  return { db, vault, clock, log, audit, jobs: { enqueue }, egress: way, types: [happened], onStopped };
};

beforeAll(async () => {
  world = await openWorld(new Date().toISOString());
  receiver = await openReceiver();
  egress = createEgress({ allow: [receiver.hostPort] });
  context = contextWith(egress);
  webhooks = openWebhooks(context);
  jobs = await world.openJobs(webhooks.jobs(async () => [org]));
});
afterAll(async () => {
  await egress.close();
  await receiver[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  org = world.newOrgId();
  receiver.arrived.length = 0;
  stopped.length = 0;
});
afterEach(() => {
  receiver.answer = (response) => response.writeHead(204).end();
});

const answering = (status: number, headers: Record<string, string> = {}) => {
  receiver.answer = (response) => response.writeHead(status, headers).end();
};
async function add(at: string | null = null, events = ['thing.happened']) {
  const id = newId(world.clock);
  const url = at ?? `${receiver.origin}/${id}`;
  const secret = await world.db.inOrg(org, async (tx) => {
    const made = await makeSecret(context, tx, id);
    await insertEndpoint(tx, { id, name: 'Zapier', url, events, createdAt: world.clock.now() }, made.sealed);
    return made.secret;
  });
  return { id, secret };
}
const emit = (count = 1) => world.db.inOrg(org, (tx) => webhooks.emit(tx, happened, async () => ({ count })));
const endpoint = (id: string) => world.db.inOrg(org, (tx) => findEndpoint(tx, id));
const deliveries = (endpointId: string) => world.db.inOrg(org, (tx) => listDeliveries(tx, { endpointId, limit: 100 }));
const work = () => jobs.runDue();
/** Jobs that tests before have left come due now and then, so only what arrives at one's own address counts. */
const arrivedAt = (id: string) => receiver.arrived.filter(({ path }) => path === `/${id}`);
/** Makes the next try of everything that waits there, without waiting for its time. */
async function tryAgain(id: string): Promise<void> {
  for (const { id: deliveryId, tries, state } of await deliveries(id)) {
    if (state === 'waiting') await deliverer(context)({ orgId: org, deliveryId, number: tries + 1 });
  }
}
const rows = async (table: string) =>
  (
    await world.db.inOrg(org, (tx) =>
      sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx.on()),
    )
  ).rows[0]?.n;

describe('an event', () => {
  it('arrives signed at whoever wants to know of it, once, with nothing but what is described', async () => {
    const { id, secret } = await add();
    const other = await add(null, ['another.thing']);
    await emit(3);
    await work();
    expect([arrivedAt(id).length, arrivedAt(other.id).length]).toEqual([1, 0]);
    const [call] = arrivedAt(id);
    if (!call) throw new Error('nothing arrived');
    const told = await verify(secret, call, world.clock.now().getTime());
    expect(told).toEqual({ type: 'thing.happened', timestamp: world.clock.now().toISOString(), data: { count: 3 } });
    expect(call.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'Coact (webhooks)' });
    const [delivery] = await deliveries(id);
    expect(delivery).toMatchObject({
      state: 'delivered',
      tries: 1,
      lastStatus: 204,
      eventId: call.headers['webhook-id'],
    });
    await expect(
      world.db.inOrg(org, (tx) =>
        webhooks.emit(tx, happened, async () => Object.assign({ count: 1 }, { who: 'somebody' })),
      ),
    ).rejects.toThrow();
  });

  it('exists if, and only if, what it tells of was committed', async () => {
    await add();
    const failing = world.db.inOrg(org, async (tx) => {
      await webhooks.emit(tx, happened, async () => ({ count: 1 }));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect([await rows('webhook_deliveries'), await rows('webhook_events')]).toEqual([0, 0]);
  });

  it('that nobody wants to know of is not even made up, nor one of another organisation, nor one of a paused end-point', async () => {
    const { id } = await add();
    await world.db.inOrg(org, (tx) => updateEndpoint(tx, id, { state: 'paused', why: 'by_hand' }));
    await emit();
    org = world.newOrgId();
    let asked = 0;
    await world.db.inOrg(org, (tx) =>
      webhooks.emit(tx, happened, async () => {
        asked += 1;
        return { count: 1 };
      }),
    );
    expect([asked, await rows('webhook_events'), await rows('webhook_deliveries')]).toEqual([0, 0, 0]);
  });

  it('is signed with both secrets for a day after the secret was replaced', async () => {
    const { id, secret: former } = await add();
    const fresh = await world.db.inOrg(org, async (tx) => {
      const found = await findEndpoint(tx, id);
      return found && replaceSecret(context, tx, found);
    });
    await emit();
    await work();
    world.clock.advance(86_400_001);
    await emit();
    await work();
    const now = world.clock.now().getTime();
    const [first, second] = arrivedAt(id);
    if (!first || !second || fresh === null) throw new Error('not both arrived');
    const believed = async (secret: string, call = first, at = now - 86_400_001) =>
      (await verify(secret, call, at)) !== null;
    expect([await believed(fresh), await believed(former)]).toEqual([true, true]);
    expect([await believed(fresh, second, now), await believed(former, second, now)]).toEqual([true, false]);
    world.clock.advance(-86_400_001);
  });
});

describe('a try that fails', () => {
  it('is made again later with the same id, until it arrives', async () => {
    const { id } = await add();
    answering(503);
    await emit();
    await work();
    const [waiting] = await deliveries(id);
    expect(waiting).toMatchObject({ state: 'waiting', tries: 1, lastStatus: 503, lastProblem: 'It answered 503.' });
    expect((await endpoint(id))?.failingSince).toEqual(world.clock.now());
    const wait = (waiting?.nextTryAt?.getTime() ?? 0) - world.clock.now().getTime();
    expect([wait >= 9_000, wait <= 11_000]).toEqual([true, true]);
    answering(200);
    await jobs.runDue({ future: true });
    const [done] = await deliveries(id);
    expect(done).toMatchObject({ state: 'delivered', tries: 2, lastStatus: 200, lastProblem: null, nextTryAt: null });
    expect((await endpoint(id))?.failingSince).toBeNull();
    expect(arrivedAt(id)).toHaveLength(2);
    expect(new Set(arrivedAt(id).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('has failed for good after eight, and can be sent again with eight more', async () => {
    const { id } = await add();
    answering(500);
    await emit();
    for (let round = 0; round < 9; round += 1) await tryAgain(id);
    expect(arrivedAt(id)).toHaveLength(8);
    expect((await deliveries(id))[0]).toMatchObject({ state: 'failed', tries: 8, nextTryAt: null });
    answering(204);
    const since = new Date(world.clock.now().getTime() - 1);
    const again = await world.db.inOrg(org, (tx) => redeliverFailed(context, tx, id, since));
    expect((await deliveries(id))[0]).toMatchObject({ state: 'waiting', triesLeft: 8 });
    await tryAgain(id);
    expect([again, (await deliveries(id))[0]?.state, arrivedAt(id).length]).toEqual([1, 'delivered', 9]);
    const later = new Date(world.clock.now().getTime() + 1);
    expect(await world.db.inOrg(org, (tx) => redeliverFailed(context, tx, id, later))).toBe(0);
  });

  it('waits as long as the end-point asks', async () => {
    const { id } = await add();
    answering(429, { 'retry-after': '3600' });
    await emit();
    await work();
    expect((await deliveries(id))[0]?.nextTryAt).toEqual(new Date(world.clock.now().getTime() + 3_600_000));
  });

  it('sent again by hand meanwhile is not sent a second time when its time comes', async () => {
    const { id } = await add();
    answering(500);
    await emit();
    await work();
    answering(204);
    const [waiting] = await deliveries(id);
    await world.db.inOrg(org, async (tx) => waiting && redeliver(context, tx, waiting));
    await jobs.runDue({ future: true });
    expect(arrivedAt(id)).toHaveLength(2);
  });

  it('at an end-point that is gone is the last, and switches it off', async () => {
    const { id } = await add();
    answering(410);
    await emit(1);
    await work();
    expect((await deliveries(id))[0]).toMatchObject({ state: 'failed', tries: 1, lastStatus: 410 });
    expect(await endpoint(id)).toMatchObject({ state: 'paused', why: 'gone' });
    expect(stopped).toEqual([`${id} gone`]);
  });

  it('after five days of nothing but failures pauses the end-point, and says so once', async () => {
    const { id } = await add();
    answering(500);
    await emit();
    await tryAgain(id);
    world.clock.advance(5 * 86_400_000 - 1_000);
    await tryAgain(id);
    expect((await endpoint(id))?.state).toBe('enabled');
    await emit();
    world.clock.advance(1_000);
    const [last, first] = await deliveries(id);
    for (const one of [last, first]) {
      await deliverer(context)({ orgId: org, deliveryId: one?.id ?? '', number: (one?.tries ?? 0) + 1 });
    }
    expect(await endpoint(id)).toMatchObject({ state: 'paused', why: 'failing' });
    expect(stopped).toEqual([`${id} failing`]);
    const states = (await deliveries(id)).map(({ state, lastProblem }) => [state, lastProblem]);
    expect(states).toContainEqual(['failed', 'The end-point was paused before this could be sent.']);
    world.clock.advance(-5 * 86_400_000);
  });
});

describe('an end-point that means no good', () => {
  /** One try at an address, by a way out of the test's own. */
  async function tryAt(url: string | null, options: EgressOptions = {}) {
    const { id } = await add(url);
    await using own = { way: createEgress(options), [Symbol.asyncDispose]: () => own.way.close() };
    await emit();
    const [delivery] = await deliveries(id);
    const asked = { orgId: org, deliveryId: delivery?.id ?? '', number: 1 };
    await deliverer(contextWith(own.way))(asked);
    return (await deliveries(id))[0];
  }

  it('is not followed where it redirects to', async () => {
    answering(302, { location: `${receiver.origin}/elsewhere` });
    const tried = await tryAt(`${receiver.origin}/hook`, { allow: [receiver.hostPort] });
    expect(tried).toMatchObject({
      state: 'waiting',
      lastStatus: 302,
      lastProblem: expect.stringContaining('redirect'),
    });
    expect(receiver.arrived.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('is never called in a private network, by address or by a name that has moved there', async () => {
    const before = receiver.connections();
    const secretly = {
      ports: [receiver.port, 443],
      resolve: async () => [{ address: '127.0.0.1', family: 4 as const }],
    };
    for (const url of [
      `http://127.0.0.1:${receiver.port}/`,
      `http://[::ffff:127.0.0.1]:${receiver.port}/`,
      'https://169.254.169.254/latest/meta-data',
      `http://rebound.example:${receiver.port}/`,
    ]) {
      const tried = await tryAt(url, secretly);
      expect([url, tried?.lastStatus, tried?.lastProblem]).toEqual([url, null, expect.stringContaining('private')]);
    }
    expect(receiver.connections() - before).toBe(0);
  });

  it('is read no further than anybody needs, however much it sends', async () => {
    let sent = 0;
    receiver.answer = (response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && sent < 200_000_000) {
          sent += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };
    const tried = await tryAt(`${receiver.origin}/hook`, { allow: [receiver.hostPort] });
    expect(tried).toMatchObject({ state: 'delivered', lastStatus: 200 });
    expect(sent).toBeLessThan(50_000_000);
  });

  it('that says nothing understandable is told so', async () => {
    await using garbage = await listenTcp((socket) => socket.end('220 mail.example ESMTP\r\n'));
    const tried = await tryAt(`http://${garbage.hostPort}/`, { allow: [garbage.hostPort] });
    expect(tried).toMatchObject({
      state: 'waiting',
      lastStatus: null,
      lastProblem: expect.stringContaining('broke off'),
    });
  });

  it('keeps nobody else waiting while it hangs', async () => {
    await using hanging = await listenTcp(() => undefined);
    await using own = {
      way: createEgress({ allow: [hanging.hostPort, receiver.hostPort] }),
      [Symbol.asyncDispose]: () => own.way.close(),
    };
    const slow = await add(`http://${hanging.hostPort}/`);
    const quick = await add();
    // An answer that never comes is waited for half a second here.
    const impatient: Pick<Egress, 'fetch' | 'check'> = {
      check: own.way.check,
      fetch: (url, asked) => own.way.fetch(url, url.includes(hanging.hostPort) ? { ...asked, timeoutMs: 500 } : asked),
    };
    const lanes = openLanes();
    const deliverOne = deliverer(contextWith(impatient), lanes);
    for (const count of [1, 2, 3, 4]) await emit(count);
    const tries = async (id: string) =>
      (await deliveries(id)).map((one) => ({ orgId: org, deliveryId: one.id, number: 1 }));
    await Promise.all([...(await tries(slow.id)), ...(await tries(quick.id)).slice(0, 2)].map(deliverOne));
    expect(arrivedAt(quick.id)).toHaveLength(2);
    // Two were called and gave up; the other two stepped aside for later, untried.
    const slowly = await deliveries(slow.id);
    expect(slowly.map(({ tries: made }) => made).toSorted()).toEqual([0, 0, 1, 1]);
    expect(slowly.find(({ tries: made }) => made === 1)?.lastProblem).toContain('too long');
    expect(hanging.connections()).toBe(2);
    expect([lanes.enter(slow.id), lanes.enter(slow.id), lanes.enter(slow.id)]).toEqual([true, true, false]);
  });
});

it('forgets what is older than seven days, but nothing that still waits', async () => {
  const { id } = await add();
  await emit();
  await tryAgain(id);
  await emit();
  world.clock.advance(7 * 86_400_000 + 1);
  await world.db.inOrg(org, (tx) => jobs.enqueue(tx, forgetDeliveries, {}));
  receiver.answer = (response) => response.writeHead(503).end();
  await work();
  expect((await deliveries(id)).map(({ state }) => state)).toEqual(['waiting']);
  expect(await rows('webhook_events')).toBe(1);
  world.clock.advance(-7 * 86_400_000 - 1);
});
