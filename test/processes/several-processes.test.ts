import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { randomId } from '../../src/platform/clock/index.ts';
import { type Cluster, openCluster, until } from './cluster.ts';

const onPostgres = 'url' in inject('databaseTemplate');

describe.runIf(onPostgres)('three processes that serve and three that work', () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await openCluster();
  });
  afterAll(() => cluster?.[Symbol.asyncDispose]());

  const each = async <T>(act: (port: number) => Promise<T>) => Promise.all(cluster.ports.map(act));
  const newLink = (more: object = {}) =>
    cluster.db.inOrg(cluster.orgId, (tx) =>
      cluster.links.create(tx, {
        requestId: randomId(),
        network: 'bluesky',
        variant: 0,
        target: 'https://example.com/one',
        ...more,
      }),
    );
  const follow = async (port: number, path: string) => {
    const answer = await cluster.ask('HEAD', path, { port });
    return answer.headers.get('location') ?? answer.status;
  };
  /** Somebody who is invited through one process, gets the mail of a worker, and comes in through another process. */
  const join = async (name: string) => {
    const email = `${name}@example.com`;
    await cluster.ask('POST', '/api/members', { port: cluster.ports[0], body: { name, email, roles: ['employee'] } });
    await until(() => cluster.mailsTo(email).length > 0);
    const token = /token=([\w-]+)/.exec(cluster.mailsTo(email)[0] ?? '')?.[1];
    const entered = await cluster.ask('POST', '/api/sign-in/verify', {
      port: cluster.ports[1],
      cookie: '',
      body: { token },
    });
    return entered.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
  };
  const isSignedIn = async (port: number, cookie: string) => {
    const me = (await (await cluster.ask('GET', '/api/me', { port, cookie })).json()) as { signedIn: boolean };
    return me.signedIn;
  };

  it('accept a session that any of them began, and refuse it everywhere once it has ended', async () => {
    expect(await each((port) => isSignedIn(port, cluster.cookie))).toEqual([true, true, true]);
    const pia = await join('pia');
    expect(await each((port) => isSignedIn(port, pia))).toEqual([true, true, true]);
    expect((await cluster.ask('POST', '/api/sign-out', { port: cluster.ports[1], cookie: pia })).status).toBe(204);
    expect(await each((port) => isSignedIn(port, pia))).toEqual([false, false, false]);
    expect(await each((port) => isSignedIn(port, cluster.cookie))).toEqual([true, true, true]);
  });

  it('lead a changed link to its present target within a second, and end an ended one', async () => {
    const requestId = randomId();
    const { url } = await newLink({ requestId });
    const { pathname } = new URL(url);
    expect(await each((port) => follow(port, pathname))).toEqual(Array(3).fill('https://example.com/one'));
    await newLink({ requestId, target: 'https://example.com/two' });
    const all = async (wanted: string | number) =>
      (await each((port) => follow(port, pathname))).every((one) => one === wanted);
    await until(() => all('https://example.com/two'), 1_000);
    await newLink({ requestId, target: 'https://example.com/two', endsAt: new Date(Date.now() - 1_000) });
    await until(() => all(410), 1_000);
  });

  it('let as many sign-in links be asked for as one would', async () => {
    const asked = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        cluster.ask('POST', '/api/sign-in/link', { body: { email: `p${index}@example.com` }, client: '203.0.113.9' }),
      ),
    );
    const statuses = asked.map((answer) => answer.status);
    expect(new Set(asked.map((answer) => answer.headers.get('x-upstream'))).size).toBe(3);
    expect(statuses.filter((status) => status === 202)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
  });

  it('tell a page that one holds open what was changed in another, within a second', async () => {
    const stop = new AbortController();
    const [first, second] = cluster.ports;
    const options = { accept: 'text/event-stream', signal: stop.signal };
    const page = await cluster.ask('GET', '/api/live', { port: first, ...options });
    let heard = '';
    const reading = (async () => {
      for await (const chunk of page.body ?? []) heard += Buffer.from(chunk as Uint8Array).toString();
    })().catch(() => undefined);
    await until(() => heard !== '');
    const invited = await cluster.ask('POST', '/api/members', {
      port: second,
      body: { name: 'Ben', email: 'ben@example.com', roles: ['employee'] },
    });
    expect(invited.status).toBe(201);
    await until(() => heard.includes('"what":"members"'), 1_000);
    stop.abort();
    await reading;
  });

  it('are replaced one after the other under load: no failed request, no lost job, no lost click', async () => {
    const { url, requestId } = await newLink();
    const { pathname } = new URL(url);
    const failures: string[] = [];
    const done = { clicks: 0, reads: 0, invited: 0 };
    let going = true;
    const lane = async (act: (round: number) => Promise<void>, everyMs: number) => {
      for (let round = 0; going; round += 1) {
        await act(round).catch((error: unknown) => failures.push(String(error)));
        await pause(everyMs);
      }
    };
    const failed = async (what: string, answer: Response) =>
      failures.push(`${what} ${answer.status} ${answer.headers.get('x-upstream')} ${await answer.text()}`);
    const click = (number: number) => async (round: number) => {
      // Each click is another visitor, so that none is taken for a repetition.
      const client = `10.${number}.${round >> 8}.${round & 255}`;
      const headers = { 'x-client': client, 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0' };
      const answer = await fetch(`${cluster.publicUrl}${pathname}`, { headers, redirect: 'manual' });
      if (answer.status === 302) done.clicks += 1;
      else await failed('click', answer);
    };
    const read = async (round: number) => {
      const answer = await cluster.ask('GET', '/api/organisation', { client: `10.99.0.${round & 255}` });
      if (answer.status === 200) done.reads += 1;
      else await failed('read', answer);
      await answer.body?.cancel();
    };
    const invite = async (round: number) => {
      const body = { name: `Guest ${round}`, email: `guest-${round}@example.com`, roles: ['employee'] };
      const answer = await cluster.ask('POST', '/api/members', { body, client: `10.98.0.${round & 255}` });
      if (answer.status === 201) done.invited += 1;
      else await failed('invite', answer);
    };
    const lanes = [lane(click(1), 20), lane(click(2), 20), lane(click(3), 20), lane(read, 200), lane(invite, 1_500)];
    const codes = await cluster.rollOver();
    going = false;
    await Promise.all(lanes);
    expect(failures).toEqual([]);
    expect(codes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(done.clicks).toBeGreaterThan(100);
    const counted = () => cluster.db.inOrg(cluster.orgId, (tx) => cluster.links.forRequest(tx, requestId));
    await until(async () => (await counted())[0]?.clicks.total === done.clicks, 30_000);
    expect((await counted())[0]?.clicks).toEqual({ total: done.clicks, unique: done.clicks, robots: 0 });
    await until(() => cluster.mailsTo('guest-').length >= done.invited);
    expect(cluster.mailsTo('guest-')).toHaveLength(done.invited);
  }, 900_000);
});
