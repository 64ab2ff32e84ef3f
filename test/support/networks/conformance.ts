import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection, Network, Post } from '../../../src/features/networks/index.ts';
import { createEgress, type Egress } from '../../../src/platform/egress/index.ts';
import { listenHttp } from '../local-server.ts';
import { postPlace } from '../post-place.ts';
import type { Counterpart, Fault, Told } from './counterpart.ts';
import { deliver } from './deliver.ts';
import { type VideoWays, videoCases } from './video-conformance.ts';

/** A connector under test, and how its network differs from others. */
export interface Subject {
  readonly title: string;
  /** Starts what stands at the other end; one person can say yes there. */
  start(): Promise<Counterpart>;
  connect(
    server: Counterpart,
    wiring: { readonly fetch: typeof fetch; readonly timeoutMs: number },
  ): Network | Promise<Network>;
  /** What the person types before the sign-in, where the network asks. */
  readonly account?: string;
  /** The whole of what is asked for, and of what is granted. */
  readonly scopes: readonly string[];
  /** Whether the sign-in is bound by a proof key. */
  readonly proofKey: boolean;
  /** The call that makes a post public, and the one that trades codes and refresh tokens, as "POST /path". */
  readonly publishes: RegExp;
  readonly tokens: RegExp;
  /** The first call that uploads a picture; null where pictures aren't uploaded. */
  readonly uploads: RegExp | null;
  /** How videos are posted; null where none is. */
  readonly video: VideoWays | null;
  /** Whether the connector sends the link card; else the network makes one of the link. */
  readonly sendsCard: boolean;
  /** `renews`: a good session is exchanged for a later one by itself, and stays good beside it. */
  readonly session: 'rotates' | 'renews' | 'lasts' | 'ends';
  readonly revokes: boolean;
  /** `refused`: the network takes no text twice. `same`: it knows a repeat by a key of ours. `taken`: neither. */
  readonly repeats: 'refused' | 'same' | 'taken';
  /** A text of exactly so many of the network's own units. */
  textOf(units: number): string;
  /** An answer that says "not before so many seconds from now", as this network does. */
  tooMany(seconds: number): Told;
}

/** A picture of one red pixel. */
export const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);

const oddTexts = [
  'Grüße aus Porto 👩‍👩‍👧‍👦🏳️‍🌈!',
  'שלום, מה שלומך? 123 سلام',
  '日本語のテキストです。',
  'a (b) [c] {d} <e> *f* _g_ ~h~ | \\ @ # 50%',
  'line one\n\nline three\ttab',
  'We hire! #jobs #Zukunft',
  // Mentions as people type them, and as only LinkedIn writes them: whose own words, they are words.
  'With @ada, @ada@social.example, @[Ada](urn:li:organization:1)',
];

/** Where networks that fetch pictures by themselves find them. */
const fetched = 'https://coact.example/media/1';

let counter = 0;
/** A text that no other test posts. */
function fresh(words = 'Hello'): string {
  counter += 1;
  return `${words} ${counter}`;
}
const postOf = (text: string, over: Partial<Post> = {}): Post => ({ text, writtenAt: new Date(), ...over });

/** Runs the behaviour that every API connector keeps, against its own counterpart. */
export function conforms(subject: Subject): void {
  describe(`${subject.title}, as every connector`, () => {
    let server: Counterpart;
    let egress: Egress;
    let network: Network;
    let session: string;
    const make = (timeoutMs: number) => subject.connect(server, { fetch: egress.fetchFn, timeoutMs });
    const begin = async (one: Network = network) => {
      const started = await one.authorize(subject.account === undefined ? {} : { account: subject.account });
      if (started.kind !== 'go') throw new Error(started.sentence);
      return started;
    };
    const connect = async (): Promise<Extract<Connection, { kind: 'connected' }>> => {
      const started = await begin();
      const connection = await network.finish(await server.consent(started.url), started.memory);
      if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
      return connection;
    };
    const textsSeen = async () => (await server.posts()).map((post) => post.text);
    const timesSeen = async (text: string) => (await textsSeen()).filter((one) => one.includes(text)).length;
    const publishes = (how: Fault['how'], times = 1) => server.befall({ on: subject.publishes, how, times });

    beforeAll(async () => {
      server = await subject.start();
      egress = createEgress({ allow: server.places });
      network = await make(20_000);
      session = (await connect()).session.session;
    });
    afterAll(async () => {
      await egress?.close();
      await server?.[Symbol.asyncDispose]();
    });

    describe('connecting', () => {
      it('binds the sign-in to this browser and this request', async () => {
        const [one, other] = [await begin(), await begin()];
        const asked = new URL(one.url).searchParams;
        expect(one.state.length).toBeGreaterThanOrEqual(22);
        expect(asked.get('state')).toBe(one.state);
        expect(other.state).not.toBe(one.state);
        expect(asked.get('code_challenge_method')).toBe(subject.proofKey ? 'S256' : null);
        expect(asked.get('code_challenge') !== null).toBe(subject.proofKey);
      });

      it('asks for what it needs and no more, and says who it is', async () => {
        const asked = new URL((await begin()).url).searchParams.get('scope') ?? '';
        expect(asked.split(/[ ,]/).toSorted()).toEqual(subject.scopes.toSorted());
        const { account, session: kept } = await connect();
        expect(account.remoteId).not.toBe('');
        expect(account.handle).not.toMatch(/^@|^$/);
        expect(account.scope.split(' ').toSorted()).toEqual(subject.scopes.toSorted());
        expect(kept.renewable ?? true).toBe(subject.session !== 'ends');
        expect(kept.lifetimeSeconds === null).toBe(subject.session === 'lasts');
      });

      it('takes a no for a no', async () => {
        const started = await begin();
        expect(await network.finish(await server.consent(started.url, 'no'), started.memory)).toEqual({
          kind: 'denied',
        });
      });

      it.each([
        ['another state', (params: URLSearchParams) => params.set('state', 'x'.repeat(43))],
        ['no state', (params: URLSearchParams) => params.delete('state')],
        ['another issuer', (params: URLSearchParams) => params.set('iss', 'https://evil.example')],
        ['another code', (params: URLSearchParams) => params.set('code', 'stolen')],
      ])('refuses %s', async (_what, forge) => {
        const started = await begin();
        const params = await server.consent(started.url);
        forge(params);
        const refused = await network.finish(params, started.memory);
        expect(refused).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('Start again') });
      });

      it('refuses a code that was used, and one of another sign-in', async () => {
        const started = await begin();
        const params = await server.consent(started.url);
        const other = await begin();
        expect((await network.finish(params, other.memory)).kind).toBe('refused');
        expect((await network.finish(params, started.memory)).kind).toBe('connected');
        expect((await network.finish(params, started.memory)).kind).toBe('refused');
        session = (await connect()).session.session;
      });

      it.each(['html', 'huge', { status: 503 }] as const)('tells the person to try again after %j', async (how) => {
        const started = await begin();
        const params = await server.consent(started.url);
        server.befall({ on: subject.tokens, how });
        expect(await network.finish(params, started.memory)).toMatchObject({
          kind: 'refused',
          sentence: expect.stringContaining(subject.title),
        });
      });
    });

    describe('posting', () => {
      it.each(oddTexts)('brings %j to the network as it is', async (words) => {
        const text = fresh(words);
        const outcome = await network.post(session, postOf(text), postPlace(newKey()));
        expect(outcome).toMatchObject({ kind: 'posted', url: expect.stringMatching(/^https?:\/\//) });
        expect(await textsSeen()).toContain(text);
      });

      it('brings a link card, where the network does not make it by itself', async () => {
        const url = 'https://go.example.com/l/abcdef123456';
        const text = fresh(`Look: ${url}`);
        const picture = { bytes: pixel, mime: 'image/png', alt: 'a red dot' };
        const card = { url, title: 'Jobs (all)', description: 'All of them', picture };
        expect((await network.post(session, postOf(text, { card }), postPlace(newKey()))).kind).toBe('posted');
        const seen = (await server.posts()).find((post) => post.text === text);
        expect(seen?.card ?? null).toEqual(subject.sendsCard ? { url, title: 'Jobs (all)', hasPicture: true } : null);
      });

      it('brings one picture, and as many as fit, with their descriptions', async () => {
        for (const count of [1, Math.min(network.limits.pictures, 4)]) {
          const alts = Array.from({ length: count }, (_, index) => `Picture ${index} – “red”`);
          const pictures = alts.map((alt) => ({ bytes: pixel, mime: 'image/png', alt, url: fetched }));
          const text = fresh('Pictures');
          expect((await network.post(session, postOf(text, { pictures }), postPlace(newKey()))).kind).toBe('posted');
          expect((await server.posts()).find((post) => post.text === text)?.alts).toEqual(alts);
        }
      });

      it('fits exactly as much as it says, and asks nobody about more', async () => {
        const { limit } = network.check({ text: '' });
        const longest = subject.textOf(limit);
        expect(network.check({ text: longest }).remaining).toBe(0);
        expect((await network.post(session, postOf(longest), postPlace(newKey()))).kind).toBe('posted');
        const before = server.seen.length;
        const over = subject.textOf(limit + 1);
        expect(network.check({ text: over })).toMatchObject({ remaining: -1, problems: [{ code: 'too_long' }] });
        expect(await network.post(session, postOf(over), postPlace(newKey()))).toMatchObject({
          kind: 'rejected',
          reason: 'too_long',
        });
        expect(server.seen.length).toBe(before);
      });

      it.each(['a.', '👩‍👩‍👧‍👦', '#@$(', 'https://a.example/ '])('refuses 100 kB of %j at once', async (piece) => {
        const text = piece.repeat(Math.ceil(100_000 / piece.length));
        const started = performance.now();
        const outcome = await network.post(session, postOf(text), postPlace(newKey()));
        expect(outcome).toMatchObject({ kind: 'rejected', reason: 'too_long' });
        expect(performance.now() - started).toBeLessThan(5_000);
      });

      it('refuses nothing at all', async () => {
        expect(network.check({ text: '  ' }).problems).toMatchObject([{ code: 'empty' }]);
      });
    });

    describe('whatever the network does', () => {
      it('says when to come back, and has posted nothing', async () => {
        const text = fresh('Too many');
        publishes(subject.tooMany(90));
        const outcome = await network.post(session, postOf(text), postPlace(newKey()));
        if (outcome.kind !== 'later') throw new Error(outcome.kind);
        expect(outcome.afterSeconds).toBeGreaterThanOrEqual(85);
        expect(outcome.afterSeconds).toBeLessThanOrEqual(95);
        expect(await timesSeen(text)).toBe(0);
      });

      it.each(['html', 'huge', { status: 500 }, { status: 504, body: { message: 'x' } }] as const)(
        'does not know what became of a post answered with %j, and ends up with one',
        async (how) => {
          const text = fresh('Unknown');
          publishes(how);
          expect((await network.post(session, postOf(text), postPlace(newKey()))).kind).toBe('unknown');
          publishes(how);
          const { outcome } = await deliver(network, session, postOf(text));
          expect(outcome.kind).toBe('posted');
          expect(await timesSeen(text)).toBe(1);
        },
      );

      it('makes one post when the answer to it is lost', async () => {
        const text = fresh('Lost');
        publishes('lost');
        const { outcome, asked } = await deliver(network, session, postOf(text));
        expect(await timesSeen(text)).toBe(1);
        expect(outcome).toMatchObject({ kind: subject.repeats === 'taken' ? 'unsure' : 'posted' });
        expect(asked).toBeLessThanOrEqual(3);
      });

      it('makes one post with pictures when the answer to it is lost', async () => {
        const text = fresh('Lost picture');
        const pictures = [{ bytes: pixel, mime: 'image/png', alt: 'a red dot', url: fetched }];
        publishes('lost');
        const { outcome } = await deliver(network, session, postOf(text, { pictures }));
        expect(await timesSeen(text)).toBe(1);
        expect(outcome).toMatchObject({ kind: subject.repeats === 'taken' ? 'unsure' : 'posted' });
      });

      it('makes one post when the network hangs over it, and does not wait for ever', async () => {
        const hasty = await make(3_000);
        const text = fresh('Hanging');
        publishes('hang');
        const { outcome } = await deliver(hasty, session, postOf(text));
        expect(outcome.kind).toBe('posted');
        expect(await timesSeen(text)).toBe(1);
      });

      it('makes no two posts while nothing is ever answered', async () => {
        const text = fresh('Silence');
        publishes('lost', 6);
        const { outcome } = await deliver(network, session, postOf(text));
        expect(['unsure', 'unknown', 'posted']).toContain(outcome.kind);
        expect(await timesSeen(text)).toBe(1);
        server.calm();
      });

      it('has posted nothing when a picture could not be uploaded', async () => {
        if (subject.uploads === null) return;
        const text = fresh('No picture');
        const pictures = [{ bytes: pixel, mime: 'image/png', alt: 'a red dot', url: fetched }];
        for (const how of ['html', { status: 502 }, 'lost'] as const) {
          server.befall({ on: subject.uploads, how });
          expect((await network.post(session, postOf(text, { pictures }), postPlace(newKey()))).kind).toBe('later');
        }
        expect(await timesSeen(text)).toBe(0);
      });

      it('follows no redirect, least of all into a private network', async () => {
        let visits = 0;
        await using inside = await listenHttp((_request, response) => {
          visits += 1;
          response.end('{}');
        });
        for (const on of [subject.publishes, subject.tokens]) {
          server.befall({ on, how: { location: `${inside.origin}/latest/meta-data` } });
        }
        expect((await network.post(session, postOf(fresh('Away')), postPlace(newKey()))).kind).toBe('unknown');
        const started = await begin();
        const params = await server.consent(started.url);
        expect((await network.finish(params, started.memory)).kind).toBe('refused');
        expect(visits).toBe(0);
      });

      it('knows that nothing was sent to a server that was not there', async () => {
        const away: typeof fetch = (input, init) => egress.fetchFn(elsewhere(input), init);
        const network = await subject.connect(server, { fetch: away, timeoutMs: 20_000 });
        expect((await network.post(session, postOf(fresh('Nobody')), postPlace(newKey()))).kind).toBe('later');
        if (subject.revokes) expect((await network.revoke(session)).kind).toBe('later');
        if (subject.session === 'rotates') expect((await network.refresh(session)).kind).toBe('later');
      });
    });

    videoCases(subject, () => ({ server, network, session }));

    describe('sessions', () => {
      it('ends with its access, to be refreshed or connected again', async () => {
        const own = (await connect()).session.session;
        await server.expireAccess();
        const outcome = await network.post(own, postOf(fresh('Expired')), postPlace(newKey()));
        const lost = subject.session === 'rotates' ? ['stale'] : ['reconnect', 'stale'];
        expect(lost).toContain(outcome.kind);
        const next = await network.refresh(own);
        expect(next.kind).toBe(subject.session === 'rotates' ? 'fresh' : 'reconnect');
        if (next.kind === 'fresh') {
          const again = await network.post(next.session, postOf(fresh('Refreshed')), postPlace(newKey()));
          expect(again.kind).toBe('posted');
        }
      });

      it('trades each refresh token once, and loses none to a server that stumbles', async () => {
        if (subject.session !== 'rotates') return;
        const own = (await connect()).session.session;
        server.befall({ on: subject.tokens, how: { status: 503 } });
        expect((await network.refresh(own)).kind).toBe('later');
        server.befall({ on: subject.tokens, how: { status: 401, body: { error: 'invalid_client' } } });
        expect((await network.refresh(own)).kind).toBe('later');
        const next = await network.refresh(own);
        if (next.kind !== 'fresh') throw new Error(next.kind);
        expect(next.session).not.toBe(own);
        expect(next.lifetimeSeconds).toBeGreaterThan(60);
        expect((await network.refresh(own)).kind).toBe('reconnect');
        expect((await network.refresh(next.session)).kind).toBe('reconnect');
      });

      it('is over once the person withdraws it at the network', async () => {
        const own = (await connect()).session.session;
        await server.withdraw();
        expect(['stale', 'reconnect']).toContain(
          (await network.post(own, postOf(fresh('Withdrawn')), postPlace(newKey()))).kind,
        );
        expect((await network.refresh(own)).kind).toBe('reconnect');
      });

      it('is given back at the network when it is no longer wanted', async () => {
        if (!subject.revokes) return;
        const own = (await connect()).session.session;
        expect(await network.revoke(own)).toEqual({ kind: 'revoked' });
        expect(['stale', 'reconnect']).toContain(
          (await network.post(own, postOf(fresh('Revoked')), postPlace(newKey()))).kind,
        );
        expect((await network.refresh(own)).kind).toBe('reconnect');
        expect(await network.revoke(own)).toEqual({ kind: 'revoked' });
      });
    });

    describe('the same words twice', () => {
      it('are a mistake the first time, and a proof when a try went before', async () => {
        if (subject.repeats !== 'refused') return;
        const own = (await connect()).session.session;
        const text = fresh('Twice');
        expect((await network.post(own, postOf(text), postPlace(newKey()))).kind).toBe('posted');
        expect(await network.post(own, postOf(text), postPlace(newKey()))).toMatchObject({
          kind: 'rejected',
          reason: 'duplicate',
          sentence: expect.stringContaining('Change'),
        });
        const repeated = await network.post(own, postOf(text), postPlace(newKey(), { repeated: true }));
        expect(repeated).toMatchObject({ kind: 'posted', url: expect.stringMatching(/^https?:\/\//) });
        expect(await timesSeen(text)).toBe(1);
      });
    });

    const newKey = () => network.recordKey(new Date(), Math.random());
  });
}

/** The same request to a port of this machine where nobody listens. */
function elsewhere(input: Parameters<typeof fetch>[0]): Parameters<typeof fetch>[0] {
  if (input instanceof Request) return new Request('http://localhost:9/', input);
  const url = new URL(String(input));
  url.host = 'localhost:9';
  return url;
}
