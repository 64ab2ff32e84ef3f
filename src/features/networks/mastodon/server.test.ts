import { describe, expect, it } from 'vitest';
import { originOf, readServer } from './server.ts';

const own = 'http://localhost:4103';

describe('a server as people type it', () => {
  it.each([
    ['mastodon.social', 'https://mastodon.social', null],
    [' https://Chaos.Example/@ana ', 'https://chaos.example', null],
    ['@ana@chaos.example', 'https://chaos.example', 'ana'],
    ['ana@chaos.example', 'https://chaos.example', 'ana'],
    ['http://chaos.example', 'https://chaos.example', null],
  ])('%j is %s', (typed, origin, person) => {
    expect(readServer(typed, null)).toMatchObject({ origin, person });
  });

  it.each(['', 'ana', 'localhost:4103', '10.0.0.1', 'http://[::1]/', 'x y.example'])('%j is none', (typed) => {
    expect(readServer(typed, null)).toBeNull();
  });

  it('may be the installation’s own, which alone may lack TLS', () => {
    for (const typed of ['', 'localhost:4103', '@ana@localhost:4103', 'http://localhost:4103/@ana']) {
      expect(readServer(typed, own)).toMatchObject({ origin: own });
    }
    expect(readServer('@ana@localhost:4103', own)).toMatchObject({ person: 'ana' });
    expect(readServer('mastodon.social', own)).toMatchObject({ origin: 'https://mastodon.social' });
    expect(readServer('localhost:4104', own)).toBeNull();
    expect([originOf('localhost:4103', own), originOf('a.example', own)]).toEqual([own, 'https://a.example']);
  });
});
