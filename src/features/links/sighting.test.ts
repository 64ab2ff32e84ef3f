import { describe, expect, it } from 'vitest';
import { readHeaders } from './sighting.ts';

describe('readHeaders', () => {
  it('finds what the redirect wants, however the names are written', () => {
    expect(
      readHeaders(['HOST', 'a.test', 'Accept', '*/*', 'USER-agent', 'Firefox', 'Referer', 'https://x.com/']),
    ).toEqual({
      host: 'a.test',
      agent: 'Firefox',
      referer: 'https://x.com/',
      isPrefetch: false,
    });
    expect(readHeaders([])).toEqual({ host: null, agent: '', referer: undefined, isPrefetch: false });
  });

  it.each([
    [['Sec-Purpose', 'prefetch'], true],
    [['sec-purpose', 'prefetch;prerender'], true],
    [['Purpose', 'prefetch'], true],
    [['X-Purpose', 'preview'], true],
    [['X-Moz', 'prefetch'], true],
    [['Referer', 'https://x.com/', 'Purpose', 'prefetch'], true],
    [['Sec-Fetch-Mode', 'navigate'], false],
    [['Referer', 'https://example.com/prefetch'], false],
    [['X-Other', 'prefetch'], false],
  ])('%j loads ahead of a person: %s', (raw, expected) => expect(readHeaders(raw).isPrefetch).toBe(expected));

  it('takes the first of repeated headers, as node:http does, and no host when there are two', () => {
    const twice = readHeaders([
      'host',
      'a',
      'user-agent',
      'one',
      'host',
      'b',
      'user-agent',
      'two',
      'referer',
      'c',
      'referer',
      'd',
    ]);
    expect(twice).toMatchObject({ host: null, agent: 'one', referer: 'c' });
    expect(readHeaders(['host', 'a', 'host', 'a', 'host', 'a']).host).toBeNull();
  });
});
