import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSnac } from '../../../../scripts/testing/snac.ts';
import { pixel } from '../../../../test/support/networks/conformance.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import { type SnacServer, startSnac } from '../../../../test/support/snac/server.ts';
import type { Connection, Network, Post } from '../network.ts';
import { connectorAt, memoryShelf } from './connector.fixture.ts';

const program = findSnac();

/** A real server that nobody here wrote: no metadata, no list of limits in the newer form, no keys, empty errors. */
if (program === null) {
  it('is not tried against snac: this machine has none (Debian 13 or later: apt-get install snac2)', () => {
    expect(findSnac()).toBeNull();
  });
} else {
  describe('Mastodon’s connector at a real server (snac)', () => {
    let server: SnacServer;
    let network: Network;
    let connected: Extract<Connection, { kind: 'connected' }>;
    const shelf = memoryShelf();

    beforeAll(async () => {
      server = await startSnac(program);
      network = connectorAt(server, { shelf });
      connected = await connect();
    });
    afterAll(() => server?.[Symbol.asyncDispose]());

    const connect = async (by = network) => {
      const started = await by.authorize({ account: `@alice@${new URL(server.url).host}` });
      if (started.kind !== 'go') throw new Error(started.sentence);
      const connection = await by.finish(await server.consent(started.url), started.memory);
      if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
      return connection;
    };
    const url = 'https://go.example.com/l/x7?a=1&b=2';
    const newPost = (words: string, over: Partial<Post> = {}): Post => ({
      ...{ text: `${words} <b> & @bob@x.example #jobs 🚢 ${url}`, writtenAt: new Date() },
      ...{ card: { url, title: '', description: '' } },
      ...over,
    });
    const place = (over: Parameters<typeof postPlace>[1] = {}) =>
      postPlace(network.recordKey(new Date(), Math.random()), over);

    it('brings the account and the limits of this server, which differ from the usual ones', () => {
      const { host } = new URL(server.url);
      expect(connected.account).toMatchObject({
        handle: `alice@${host}`,
        remoteId: expect.stringMatching(new RegExp(`^[0-9a-f]+@${host}$`)),
        limits: { pictures: 4, linkLength: 32 },
      });
      expect(connected.account.limits?.text).toBeGreaterThan(5_000);
      expect(network.check({ text: url }, connected.account.limits).limit).toBe(connected.account.limits?.text);
    });

    it('posts, with a picture too, where people can look at it', async () => {
      const { session } = connected.session;
      const pictures = [{ bytes: pixel, mime: 'image/png', alt: 'A red dot' }];
      for (const post of [newPost('Plain'), newPost('Picture', { pictures })]) {
        const outcome = await network.post(session, post, place());
        if (outcome.kind !== 'posted') throw new Error(JSON.stringify(outcome));
        expect((await fetch(outcome.url)).status).toBe(200);
      }
    });

    it('makes one post, though this server would make two for one key', async () => {
      const { session } = connected.session;
      const post = newPost('Once');
      const [one, other] = [place(), place()];
      const first = await network.post(session, post, one);
      const memory = JSON.stringify({ triedAt: new Date().toISOString() });
      expect(await network.find(session, post, one)).toMatchObject({ kind: 'found' });
      expect(await network.post(session, post, { ...one, repeated: true, memory })).toEqual(first);
      expect(await network.find(session, newPost('Never'), other)).toEqual({ kind: 'absent' });
    });

    it('registers again when this server has forgotten who we are', async () => {
      const [name = '', known = ''] = [...shelf.texts][0] ?? [];
      shelf.texts.set(name, JSON.stringify({ ...JSON.parse(known), id: 'forgotten' }));
      await connect(connectorAt(server, { shelf }));
      expect(shelf.texts.get(name)).not.toContain('forgotten');
    });

    it('counts followers, and hears that a token has ended', async () => {
      expect(await network.followers?.([connected.account])).toBe(0);
      const { session } = (await connect()).session;
      expect(await network.refresh(session)).toMatchObject({ kind: 'fresh' });
      expect(await network.revoke(session)).toEqual({ kind: 'revoked' });
      expect(await network.refresh(session)).toEqual({ kind: 'reconnect' });
      expect(await network.post(session, newPost('Ended'), place())).toEqual({ kind: 'reconnect' });
    });
  });
}
