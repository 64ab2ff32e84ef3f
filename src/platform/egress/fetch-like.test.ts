import { describe, expect, it } from 'vitest';
import { listenHttp } from '../../../test/support/local-server.ts';
import { createEgress } from './client.ts';
import { EgressRefused, nothingWasSent } from './refusals.ts';
import { trustedFetch } from './trusted-fetch.ts';

const echo = () =>
  listenHttp(async (request, response) => {
    const body = (await request.toArray()).join('');
    const status = Number(request.headers['x-status'] ?? 200);
    if (request.url === '/moved') return response.writeHead(302, { location: '/there' }).end();
    response
      .writeHead(status, { 'x-method': request.method, 'set-cookie': ['a=1', 'b=2'] })
      .end(status === 204 ? '' : body);
  });

describe('fetchFn', () => {
  it('answers like fetch, every status included', async () => {
    await using server = await echo();
    const { fetchFn, close } = createEgress({ allow: [server.hostPort] });
    const response = await fetchFn(`${server.origin}/a`, { method: 'PUT', body: JSON.stringify({ a: 'ü' }) });
    expect(await response.json()).toEqual({ a: 'ü' });
    expect([response.url, response.redirected]).toEqual([`${server.origin}/a`, false]);
    expect(response.headers.get('x-method')).toBe('PUT');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const missing = await fetchFn(new Request(server.origin, { headers: { 'x-status': '404' } }));
    expect([missing.status, missing.ok]).toEqual([404, false]);
    const empty = await fetchFn(server.origin, { method: 'DELETE', headers: { 'x-status': '204' } });
    expect(empty.body).toBeNull();
    await close();
  });

  it('keeps the three ways with redirects', async () => {
    await using server = await echo();
    const { fetchFn, close } = createEgress({ allow: [server.hostPort] });
    const moved = `${server.origin}/moved`;
    const followed = await fetchFn(moved);
    expect([followed.url, followed.redirected]).toEqual([`${server.origin}/there`, true]);
    expect((await fetchFn(moved, { redirect: 'manual' })).status).toBe(302);
    await expect(fetchFn(moved, { redirect: 'error' })).rejects.toBeInstanceOf(TypeError);
    await close();
  });

  it('rejects with a TypeError that tells why and whether anything was sent', async () => {
    await using server = await echo();
    const { fetchFn, close } = createEgress({ allow: [server.hostPort] });
    const refused = await fetchFn('http://127.0.0.1/').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TypeError);
    expect(refused).toBeInstanceOf(EgressRefused);
    expect(refused).toMatchObject({ reason: 'private_address' });
    await expect(fetchFn(server.origin, { headers: { 'x-status': '999' } })).rejects.toMatchObject({
      reason: 'broken',
    });
    expect(nothingWasSent('private_address')).toBe(true);
    expect(nothingWasSent('timeout')).toBe(false);
    await close();
  });

  it('rejects with the caller’s own reason when the caller gives up', async () => {
    await using server = await listenHttp(() => undefined);
    const { fetchFn, close } = createEgress({ allow: [server.hostPort] });
    await expect(fetchFn(server.origin, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await close();
  });
});

describe('trustedFetch', () => {
  it('reaches the origins that were set up, in a private network too', async () => {
    await using server = await echo();
    const response = await trustedFetch([`${server.origin}/api/`])(`${server.origin}/chat`, {
      method: 'POST',
      body: 'x',
    });
    expect(await response.text()).toBe('x');
  });

  it('reaches no other: not another host, port, scheme, nor one that a redirect names', async () => {
    await using server = await echo();
    await using other = await echo();
    const get = trustedFetch([server.origin]);
    for (const address of [other.origin, 'https://slack.com.evil.example/', server.origin.replace('http', 'https')]) {
      await expect(get(address)).rejects.toMatchObject({ reason: 'origin' });
    }
    expect((await get(`${server.origin}/moved`)).status).toBe(302);
    expect(other.connections()).toBe(0);
  });
});
