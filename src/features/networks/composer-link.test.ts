import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composerAt, composerOnServer, hostOf } from './composer-link.ts';

const post = { text: 'So proud! 100 % + more\n\nhttps://go.example/abc', url: 'https://go.example/abc' };
const paramsOf = (address: string) => Object.fromEntries(new URL(address).searchParams);

describe("a network's own composer", () => {
  it('gets text and link in the fields that it has, the link once', () => {
    const both = composerAt('https://x.com/intent/tweet', { text: 'text', url: 'url' });
    expect(both.carriesText).toBe(true);
    expect(paramsOf(both.link(post))).toEqual({ text: 'So proud! 100 % + more', url: post.url });
    const textOnly = composerAt('https://bsky.app/intent/compose', { text: 'text' });
    expect(paramsOf(textOnly.link(post))).toEqual({ text: post.text });
    const linkOnly = composerAt('https://www.facebook.com/dialog/share', { url: 'href' }, { app_id: '1' });
    expect(linkOnly.carriesText).toBe(false);
    expect(paramsOf(linkOnly.link(post))).toEqual({ app_id: '1', href: post.url });
  });

  it('loses no character on the way', () => {
    const { link } = composerAt('https://bsky.app/intent/compose', { text: 'text' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(paramsOf(link({ text, url: post.url })).text).toBe(text);
      }),
    );
  });

  it('opens on the server that somebody names', () => {
    const composer = composerOnServer('/share', { text: 'text' });
    expect(composer.needsServer).toBe(true);
    expect(composer.link(post, '@ana@chaos.example')).toMatch(/^https:\/\/chaos\.example\/share\?text=So%20proud/);
  });

  it.each([
    ['mastodon.social', 'mastodon.social'],
    [' https://Mastodon.Social/@ana ', 'mastodon.social'],
    ['@ana@chaos.example', 'chaos.example'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['test.example:8443', 'test.example:8443'],
  ])('reads %j as the server %s', (typed, host) => {
    expect(hostOf(typed)).toBe(host);
  });

  it.each(['', 'ana', 'localhost', '127.0.0.1', '[::1]', 'a b.example', 'javascript:alert(1)', 'x.example"><script>'])(
    'takes %j for no server',
    (typed) => {
      expect(() => hostOf(typed)).toThrow(TypeError);
    },
  );
});
