import { describe, expect, it } from 'vitest';
import { listenHttp } from '../../../../test/support/local-server.ts';
import { createEgress } from '../../../platform/egress/index.ts';
import { asker } from '../ask.ts';
import { findSignIn } from './discovery.ts';
import { readInstance } from './instance.ts';
import { readServer } from './server.ts';

type Answers = Readonly<Record<string, Response | undefined>>;

/** Servers that answer these addresses, and 404 to everything else. */
function asking(answers: Answers) {
  return asker(async (input) => {
    const url = String(input);
    const answer = answers[url] ?? new Response('<h1>Not found</h1>', { status: 404 });
    if (answer.url === '') Object.defineProperty(answer, 'url', { value: url });
    return answer;
  });
}

const metadata = (server: string, scopes: readonly string[] = []) =>
  Response.json({
    issuer: `${server}/`,
    authorization_endpoint: `${server}/oauth/authorize`,
    token_endpoint: `${server}/oauth/token`,
    scopes_supported: scopes,
  });

const known = '/.well-known/oauth-authorization-server';
const finger = 'https://a.example/.well-known/webfinger?resource=acct%3Aana%40a.example';
const named = (typed: string) => readServer(typed, null) ?? { origin: '', host: '', person: null };

describe('where a server signs people in', () => {
  it('is told by its metadata, and so are the rights that it knows', async () => {
    const found = await findSignIn(
      asking({ [`https://a.example${known}`]: metadata('https://a.example', ['profile']) }),
      named('a.example'),
    );
    expect(found).toMatchObject({
      server: 'https://a.example',
      issuer: 'https://a.example/',
      scope: 'profile write:statuses write:media',
    });
  });

  it('may be another server than the handle names', async () => {
    const links = [{ rel: 'self', href: 'https://social.a.example/users/ana' }];
    const answers = {
      [finger]: Response.json({ links }),
      [`https://social.a.example${known}`]: metadata('https://social.a.example'),
    };
    expect(await findSignIn(asking(answers), named('@ana@a.example'))).toMatchObject({
      server: 'https://social.a.example',
      scope: 'read:accounts write:statuses write:media read:search write:favourites',
    });
    expect(await findSignIn(asking({ [finger]: Response.json({ links }) }), named('@ana@a.example'))).toMatchObject({
      authorize: 'https://social.a.example/oauth/authorize',
    });
  });

  it('is never a server without TLS, whoever names it', async () => {
    const links = [{ rel: 'self', href: 'http://10.0.0.1/users/ana' }];
    const found = await findSignIn(asking({ [finger]: Response.json({ links }) }), named('@ana@a.example'));
    expect(found?.server).toBe('https://a.example');
    const moved = metadata('http://b.example');
    Object.defineProperty(moved, 'url', { value: `http://b.example${known}` });
    expect((await findSignIn(asking({ [`https://a.example${known}`]: moved }), named('a.example')))?.server).toBe(
      'https://a.example',
    );
  });

  it('is nowhere when a server hangs, sends too much, or leads into a private network', async () => {
    await using slow = await listenHttp(() => undefined);
    await using endless = await listenHttp((_request, response) => void response.end(Buffer.alloc(10_000_000, 'x')));
    await using astray = await listenHttp(
      (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
    );
    const servers = [slow, endless, astray];
    const egress = createEgress({ allow: servers.map(({ hostPort }) => hostPort) });
    for (const { origin } of servers) {
      expect(
        await findSignIn(asker(egress.fetchFn, 500), { origin, host: new URL(origin).host, person: null }),
      ).toBeNull();
    }
    const inside = asker(createEgress().fetchFn, 500);
    expect(await findSignIn(inside, { origin: 'https://127.0.0.1', host: '127.0.0.1', person: null })).toBeNull();
    await egress.close();
  });
});

describe('what a server says about itself', () => {
  const at = (version: string, statuses: object, path = '/api/v2/instance') => ({
    [`https://a.example${path}`]: Response.json({ domain: 'a.example', version, configuration: { statuses } }),
  });

  it('is read from the newer answer or the older', async () => {
    const limits = { max_characters: 5_000, characters_reserved_per_url: 32 };
    expect(await readInstance(asking(at('4.5.0', limits)), 'https://a.example')).toMatchObject({
      limits: { text: 5_000, linkLength: 32 },
      keepsKeys: true,
    });
    const older = await readInstance(
      asking(at('4.0.0 (not true; really snac/2.75)', limits, '/api/v1/instance')),
      'https://a.example',
    );
    expect(older).toMatchObject({ limits: { text: 5_000 }, keepsKeys: false, domain: 'a.example' });
    expect(await readInstance(asking({}), 'https://a.example')).toBeNull();
  });

  it.each([-1, 0, 1e12, '500', null, {}])('is not believed where it makes no sense: %j', async (max_characters) => {
    const instance = await readInstance(
      asking(at('4.5.0+glitch', { max_characters, max_media_attachments: 4 })),
      'https://a.example',
    );
    expect(instance).toMatchObject({ limits: { text: undefined, pictures: 4 }, keepsKeys: true });
  });
});
