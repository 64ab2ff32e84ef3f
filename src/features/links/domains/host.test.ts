import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHost, shownHost } from './host.ts';

const taken = ['coact.example', 'go.coact.example'];

describe('a host', () => {
  it.each([
    ['go.harbour.example', 'go.harbour.example'],
    ['  GO.Harbour.Example. ', 'go.harbour.example'],
    ['https://go.harbour.example/', 'go.harbour.example'],
    ['go.bücher.example', 'go.xn--bcher-kva.example'],
    ['a.coact.example', 'a.coact.example'],
  ])('%j is %j', (text, host) => expect(readHost(text, taken)).toEqual({ ok: true, host }));

  it.each([
    ['', 'not a host name'],
    ['harbour', 'public internet'],
    ['localhost', 'public internet'],
    ['coact.internal', 'public internet'],
    ['1.0.0.127.in-addr.arpa', 'public internet'],
    ['127.0.0.1', 'IP address'],
    ['0x7f.1', 'IP address'],
    ['2130706433', 'IP address'],
    ['[::1]', 'IP address'],
    ['::1', 'not a host name'],
    ['go.harbour.example:8443', 'port'],
    ['go.harbour.example/links', 'alone'],
    ['maya@harbour.example', 'alone'],
    ['https://maya:secret@harbour.example', 'alone'],
    ['go.harbour.example?x', 'alone'],
    ['*.harbour.example', 'not a host name'],
    ['_coact.harbour.example', 'not a host name'],
    ['go..example', 'not a host name'],
    ['-go.example', 'not a host name'],
    [`${'a'.repeat(64)}.example`, 'not a host name'],
    [`${'abcdefgh.'.repeat(28)}example`, 'not a host name'],
    ['go harbour.example', 'not a host name'],
    ['coact.example', 'this installation'],
    ['GO.coact.example', 'this installation'],
    ['javascript:alert(1)', 'not a host name'],
  ])('%j is refused: %s', (text, why) => {
    const read = readHost(text, taken);
    expect(read.ok ? 'taken' : read.sentence).toContain(why);
  });

  it('that is taken can stand in DNS and in an address, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.webUrl()), (text) => {
        const read = readHost(text, taken);
        if (!read.ok) return;
        expect(read.host).toMatch(/^(?!.*\.\.)[a-z0-9][a-z0-9.-]*\.[a-z0-9-]+$/);
        expect(new URL(`https://${read.host}/`).hostname).toBe(read.host);
        expect(readHost(read.host, taken)).toEqual(read);
      }),
    );
  });

  it('is shown as people read it', () => {
    expect(shownHost('go.xn--bcher-kva.example')).toBe('go.bücher.example');
    expect(shownHost('go.harbour.example')).toBe('go.harbour.example');
  });
});
