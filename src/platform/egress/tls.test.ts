import type { ServerOptions } from 'node:https';
import { request as plainRequest } from 'node:https';
import { describe, expect, it } from 'vitest';
import { makeAuthority } from '../../../test/support/certificates.ts';
import { listenHttp } from '../../../test/support/local-server.ts';
import { createEgress } from './client.ts';
import { trustedFetch } from './trusted-fetch.ts';

const limits = { maxBytes: 1_000, timeoutMs: 3_000 };
const authority = makeAuthority();
const good = authority.issue(['good.example', '127.0.0.1']);

const ask = async (options: ServerOptions, host = 'good.example') => {
  await using server = await listenHttp((_request, response) => response.end('secret'), options);
  const egress = createEgress({
    allow: [`${host}:${server.port}`],
    authorities: [authority.cert],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  const result = await egress.fetch(`https://${host}:${server.port}/`, limits);
  await egress.close();
  return result.ok ? 'ok' : result.reason;
};

const oldTls = { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

describe('a TLS connection', () => {
  it('is made to a server that proves its name, by TLS 1.2 or 1.3', async () => {
    expect(await ask(good)).toBe('ok');
    expect(await ask({ ...good, maxVersion: 'TLSv1.2' })).toBe('ok');
    expect(await ask(good, 'good.example.')).toBe('port');
  });

  it.each([
    ['signed by nobody known', makeAuthority().issue(['good.example'])],
    ['signed by itself', makeAuthority()],
    ['for another name', authority.issue(['other.example'])],
    ['expired', authority.issue(['good.example'], -1)],
  ])('is refused with a certificate %s', async (_what, certificate) => {
    expect(await ask({ cert: certificate.cert, key: certificate.key })).toBe('tls');
  });

  it('is refused below TLS 1.2', async () => {
    expect(await ask(oldTls)).toBe('tls');
  });

  it('is refused by us, not by the server: a careless client gets through to the old version', async () => {
    await using server = await listenHttp((_request, response) => response.end('secret'), oldTls);
    const careless = { rejectUnauthorized: false, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const version = await new Promise((resolve, reject) => {
      plainRequest(server.origin, careless, (response) => {
        resolve((response.socket as unknown as { getProtocol(): string }).getProtocol());
        response.resume();
      })
        .on('error', reject)
        .end();
    });
    expect(version).toBe('TLSv1.1');
  });

  it('is verified even when the process was told not to', async () => {
    const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      const stranger = makeAuthority().issue(['good.example', '127.0.0.1']);
      expect(await ask(stranger)).toBe('tls');
      await using server = await listenHttp((_request, response) => response.end('secret'), stranger);
      await expect(trustedFetch([server.origin])(server.origin)).rejects.toMatchObject({ reason: 'tls' });
    } finally {
      if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
      else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before;
    }
  });
});
