import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orgId } from '../../platform/db/index.ts';
import { askedOf, type LinkPlace, linkPlace, plainSlugIn, scanMark } from './request-line.ts';

const shared = linkPlace('https://coact.example/l', 'https://coact.example');
const own = linkPlace('https://go.example', 'https://coact.example');

const slugIn = (target: string, host: string | undefined, place: LinkPlace) =>
  askedOf(target, host, place)?.slug ?? null;

describe('the slug', () => {
  it.each([
    ['/l/abc', 'abc'],
    ['/l/abc/', 'abc'],
    ['/l/abc?utm_source=x#y', 'abc'],
    ['http://coact.example/l/abc', 'abc'],
    ['HTTP://other.example/l/abc?x', 'abc'],
    ['/l/', ''],
    ['/l/a/b', 'a/b'],
    ['/l/%00', '%00'],
    ['/l', null],
    ['/', null],
    ['//', null],
    ['//l/abc', null],
    ['/api/l/abc', null],
    ['*', null],
    ['', null],
    ['http://', null],
    ['http://[', null],
    ['coact.example:443', null],
  ])('finds in %j on a shared host: %j', (target, slug) => expect(slugIn(target, 'coact.example', shared)).toBe(slug));

  it.each([
    ['/abc', 'go.example', 'abc'],
    ['/abc', 'GO.Example', 'abc'],
    ['/', 'go.example', ''],
    ['//', 'go.example', ''],
    ['/api/me', 'go.example', 'api/me'],
    ['*', 'go.example', ''],
    ['/healthz', 'go.example', null],
    ['/abc', 'coact.example', null],
    ['/abc', undefined, null],
    ['/abc', 'go.example.evil.example', null],
    ['http://go.example/abc', 'coact.example', 'abc'],
    ['http://coact.example/abc', 'go.example', null],
  ])('finds in %j for %j on a host of its own: %j', (target, host, slug) => {
    expect(slugIn(target, host, own)).toBe(slug);
  });

  it('stands at the root of an organisation’s own host, and on no other but the shared one', () => {
    const harbour = orgId('01969a00-0000-7000-8000-000000000001');
    const ownerOf = (host: string) => (host === 'go.harbour.example' ? harbour : null);
    for (const prefix of ['https://go.example', 'https://coact.example/l']) {
      const place = linkPlace(prefix, 'https://coact.example', ownerOf);
      const found = { slug: 'spring-launch', org: harbour, host: 'go.harbour.example', isScan: false };
      expect(askedOf('/spring-launch', 'go.harbour.example', place)).toEqual(found);
      expect(askedOf('/spring-launch/?utm=1', 'GO.Harbour.example:8443', place)).toEqual(found);
      expect(askedOf('http://go.harbour.example/spring-launch', 'go.example', place)).toEqual(found);
      expect(askedOf('/l/spring-launch', 'go.harbour.example', place)?.slug).toBe('l/spring-launch');
      expect(askedOf('/healthz', 'go.harbour.example', place)).toBeNull();
    }
    expect(askedOf('/spring-launch', 'go.other.example', own)).toBeNull();
  });

  it('is told from a scan of its QR code by the query alone', () => {
    const isScan = (query: string) => askedOf(`/abcdefghijkm${query}`, 'go.example', own)?.isScan;
    expect([scanMark, '?q=', '?q=1', '?fbclid=2&q', '?q&fbclid=2', '?q#top'].map(isScan)).toEqual(Array(6).fill(true));
    expect(['', '?', '?query=1', '?x=q', '?a=1&qq', '#?q', '?x#&q'].map(isScan)).toEqual(Array(7).fill(false));
  });

  it('throws for nothing at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: undefined }), (target, host) => {
        slugIn(target, host, shared);
        slugIn(target, host, own);
        slugIn(`http://${target}`, host, own);
      }),
    );
  });
});

describe('plainSlugIn', () => {
  it.each([
    ['/l/abcdefghijkm', 'abcdefghijkm'],
    ['/l/spring-launch', 'spring-launch'],
    ['/l/ab', null],
    [`/l/abcdefghijkm${'/and-more'.repeat(6)}`, null],
    ['/L/abcdefghijkm', null],
    ['//l/abcdefghijkm', null],
    ['http://coact.example/l/abcdefghijkm', null],
    ['', null],
  ])('finds in %j: %j', (target, slug) => expect(plainSlugIn(target, shared.prefix)).toBe(slug));

  it('knows the host under which links are served', () => {
    expect([shared.servedHost, own.servedHost]).toEqual(['coact.example', 'go.example']);
  });
});
