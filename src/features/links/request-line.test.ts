import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkPlace, plainSlugIn, slugIn } from './request-line.ts';

const shared = linkPlace('https://coact.example/l', 'https://coact.example');
const own = linkPlace('https://go.example', 'https://coact.example');

describe('slugIn', () => {
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
    ['/l/abc', null],
    ['/l/abcdefghijkm/and/a/good/deal/more/of/it', null],
    ['/L/abcdefghijkm', null],
    ['//l/abcdefghijkm', null],
    ['http://coact.example/l/abcdefghijkm', null],
    ['', null],
  ])('finds in %j: %j', (target, slug) => expect(plainSlugIn(target, shared)).toBe(slug));

  it('knows the host under which links are served', () => {
    expect([shared.servedHost, own.servedHost]).toEqual(['coact.example', 'go.example']);
  });
});
