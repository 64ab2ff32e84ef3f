import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listenHttp } from '../../../test/support/local-server.ts';
import { createEgress } from './client.ts';

const limits = { maxBytes: 10_000, timeoutMs: 1_500 };

/** Answers `/3` with a redirect to `/2`, and so on to `/0`. */
const countdown: RequestListener = (request, response) => {
  const left = Number((request.url ?? '').slice(1));
  if (left === 0) response.end(request.headers.authorization ?? 'no secret');
  else response.writeHead(302, { location: `/${left - 1}` }).end('moved');
};

describe('follow', () => {
  it('goes three redirects far and says where it ended', async () => {
    await using server = await listenHttp(countdown);
    const egress = createEgress({ allow: [server.hostPort] });
    const near = await egress.fetch(`${server.origin}/3`, limits);
    expect(near).toMatchObject({ ok: true, response: { status: 200, url: `${server.origin}/0` } });
    expect(await egress.fetch(`${server.origin}/4`, limits)).toMatchObject({ reason: 'too_many_redirects' });
    expect(await egress.fetch(`${server.origin}/1`, { ...limits, redirects: 0 })).toMatchObject({
      reason: 'redirected',
    });
    await egress.close();
  });

  it('leaves a loop', async () => {
    await using server = await listenHttp((_request, response) => response.writeHead(301, { location: '/' }).end());
    const egress = createEgress({ allow: [server.hostPort] });
    expect(await egress.fetch(`${server.origin}/`, limits)).toMatchObject({ reason: 'too_many_redirects' });
    await egress.close();
  });

  it.each([
    ['file:///etc/passwd', 'not_http'],
    ['https://user:secret@example.com/', 'credentials'],
    ['https://example.com:6379/', 'port'],
    ['http://[', 'bad_url'],
    ['//169.254.169.254/latest/meta-data/', 'private_address'],
  ])('checks a redirect to %s like an address of its own', async (location, reason) => {
    await using server = await listenHttp((_request, response) => response.writeHead(302, { location }).end());
    const egress = createEgress({ allow: [server.hostPort] });
    expect(await egress.fetch(`${server.origin}/`, limits)).toMatchObject({ ok: false, reason });
    await egress.close();
  });

  it('keeps secrets for the origin that they were meant for', async () => {
    await using second = await listenHttp(countdown);
    await using first = await listenHttp((_request, response) => {
      response.writeHead(307, { location: `${second.origin}/0` }).end();
    });
    const egress = createEgress({ allow: [first.hostPort, second.hostPort] });
    const result = await egress.fetch(`${first.origin}/`, { ...limits, headers: { authorization: 'Bearer x' } });
    expect(result.ok && new TextDecoder().decode(result.response.bytes)).toBe('no secret');
    await egress.close();
  });

  it('sends no body on to another place', async () => {
    await using server = await listenHttp((_request, response) => response.writeHead(307, { location: '/x' }).end());
    const egress = createEgress({ allow: [server.hostPort] });
    const result = await egress.fetch(`${server.origin}/`, { ...limits, method: 'POST', body: 'secret' });
    expect(result).toMatchObject({ ok: false, reason: 'redirected' });
    await egress.close();
  });
});
