import { describe, expect, it } from 'vitest';
import { addressKey, clientAddress } from './client-address.ts';
import { contentSecurityPolicy, securityHeaders } from './headers.ts';
import { decideHost } from './host.ts';
import { createLimits } from './limits.ts';
import { messagePage } from './message-page.ts';
import { comesFromOurPages } from './origin.ts';

const policy = { publicUrl: 'https://coact.example.com' };

describe('security headers', () => {
  it('allow no inline script and no framing', () => {
    const csp = contentSecurityPolicy(policy, 'abc');
    expect(csp).not.toContain('unsafe');
    expect(csp).toContain("script-src 'self';");
    expect(csp).toContain("style-src 'self' 'nonce-abc';");
    expect(csp).toContain("frame-ancestors 'none'");
  });

  it('insist on TLS where there is TLS', () => {
    const has = (publicUrl: string) =>
      securityHeaders({ publicUrl }).some(([name]) => name === 'strict-transport-security');
    expect(has('https://coact.example.com')).toBe(true);
    expect(has('http://localhost:3000')).toBe(false);
  });

  it('let forms lead to configured origins only', () => {
    expect(contentSecurityPolicy({ ...policy, formOrigins: ['https://slack.com'] })).toContain(
      "form-action 'self' https://slack.com;",
    );
  });
});

describe('hosts', () => {
  const hosts = { publicUrl: 'http://localhost:3000', linksUrl: 'https://go.example.com' };
  it.each([
    ['localhost:3000', 'GET', { kind: 'app' }],
    ['go.example.com', 'GET', { kind: 'links' }],
    ['127.0.0.1:3000', 'GET', { kind: 'redirect', location: 'http://localhost:3000/a?b=c' }],
    ['localhost:4000', 'GET', { kind: 'redirect', location: 'http://localhost:3000/a?b=c' }],
    ['127.0.0.1:3000', 'POST', { kind: 'refuse' }],
    ['localhost.evil.example', 'GET', { kind: 'refuse' }],
    ['127.0.0.1.evil.example', 'GET', { kind: 'refuse' }],
    ['localhost:3000@evil.example', 'GET', { kind: 'refuse' }],
  ])('%s by %s', (host, method, decision) => {
    expect(decideHost(hosts, method, host, '/a?b=c')).toEqual(decision);
  });
});

describe('client addresses', () => {
  const request = (forwarded?: string) => ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress: '192.0.2.1' } as never,
  });

  it('believe a proxy only when told, and only its own entry', () => {
    expect(clientAddress(request('203.0.113.5'), false)).toBe('192.0.2.1');
    expect(clientAddress(request('198.51.100.1, 203.0.113.5'), true)).toBe('203.0.113.5');
    expect(clientAddress(request('unknown'), true)).toBe('192.0.2.1');
    expect(clientAddress(request(), true)).toBe('192.0.2.1');
  });

  it('are limited by /64 in IPv6, and once however they are spelled', () => {
    expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe(addressKey('2001:db8:1:2::9'));
    expect(addressKey('2001:db8:1:2::1')).not.toBe(addressKey('2001:db8:1:3::1'));
    expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(addressKey('nonsense')).toBe('unknown');
  });
});

describe('evidence of a write', () => {
  const evidence = { fetchSite: 'same-origin', origin: policy.publicUrl, marker: '1' };
  it('is the origin where the browser leaves the rest out', () => {
    expect(comesFromOurPages({ ...evidence, fetchSite: null }, policy.publicUrl)).toBe(true);
    expect(comesFromOurPages({ ...evidence, fetchSite: null, origin: null }, policy.publicUrl)).toBe(false);
    expect(comesFromOurPages({ ...evidence, origin: null }, policy.publicUrl)).toBe(true);
  });
});

describe('limits', () => {
  const limit = { name: 'sample', points: 2, seconds: 60 };
  it('count each key apart', async () => {
    const limits = createLimits();
    await limits.consume(limit, 'a');
    await limits.consume(limit, 'a');
    const third = await limits.consume(limit, 'a');
    expect(third).toMatchObject({ ok: false });
    expect(third.ok === false && third.retryAfter > 50 && third.retryAfter <= 60).toBe(true);
    expect(await limits.consume(limit, 'b')).toMatchObject({ ok: true });
  });
});

describe('a message page', () => {
  it('escapes what it is given', async () => {
    const html = await messagePage(
      { title: '<script>', paragraphs: ['a & "b"'], link: { href: '/"x', text: "it's" } },
      policy,
    ).text();
    expect(html).not.toContain('<script>');
    expect(html).toContain('a &amp; &quot;b&quot;');
    expect(html).toContain('href="/&quot;x"');
  });
});
