import { describe, expect, it } from 'vitest';
import { asker } from '../ask.ts';
import type { Post } from '../network.ts';
import { findPost } from './finding.ts';
import type { MastodonSession } from './session.ts';

const now = new Date('2026-05-04T09:00:00Z');
const url = 'https://go.example.com/l/x7?a=1&b=2';
const post: Post = {
  text: `Olá & welcome <b>\n\nCafé, 🚢 @bob@x.example #jobs ${url}`,
  card: { url, title: '', description: '' },
  writtenAt: now,
};
const session: MastodonSession = {
  ...{ server: 'https://a.example', revoke: 'https://a.example/oauth/revoke', clientId: 'c', clientSecret: 's' },
  ...{ token: 't', accountId: '1', username: 'ana', keepsKeys: true, limits: {} },
};

function findIn(content: string, asked = post): ReturnType<typeof findPost> {
  const listed = [{ id: '9', uri: '', url: 'https://a.example/@ana/9', created_at: now.toISOString(), content }];
  return findPost(
    asker(async () => Response.json(listed)),
    session,
    asked,
    now,
  );
}

const asked = (href: string, text: string) => `<a href="${href}" target="_blank">${text}</a>`;
const escaped = url.replace('&', '&amp;');

describe('a post among others', () => {
  it.each([
    [
      'Mastodon',
      `<p>Olá &amp; welcome &lt;b&gt;</p><p>Café, 🚢 <span class="h-card"><a href="https://x.example/@bob">@<span>bob</span></a></span> <a href="https://a.example/tags/jobs">#<span>jobs</span></a> <a href="${escaped}"><span class="invisible">https://</span><span class="ellipsis">go.example.com/l/x7?a=1</span><span class="invisible">&amp;b=2</span></a></p>`,
    ],
    [
      'snac',
      `Olá & welcome <b><br><br>Café, 🚢 @bob@x.example ${asked('https://a.example?t=jobs', '#jobs')} ${asked(url, url)}<br>`,
    ],
    [
      'numbers for signs',
      `Ol&#225; &#38; welcome &#x3c;b&#62; Cafe\u0301, 🚢 @bob #jobs ${asked(escaped, 'https://go.example.com/…')}`,
    ],
  ])('is known in the words of %s', async (_who, content) => {
    expect(await findIn(content)).toEqual({
      kind: 'found',
      uri: 'https://a.example/@ana/9',
      url: 'https://a.example/@ana/9',
    });
  });

  it('is no other text with the same link, nor the same text with another', async () => {
    expect(await findIn(`Olá & welcome ${asked(url, url)}`)).toEqual({ kind: 'absent' });
    const other = post.text.replaceAll('x7', 'x8');
    expect(
      await findIn(`Olá & welcome &lt;b&gt; Café, 🚢 @bob #jobs ${asked('https://go.example.com/l/x8', other)}`),
    ).toEqual({ kind: 'absent' });
  });

  it('does not show people an address of another server', async () => {
    const listed = [{ id: '9', url: 'https://evil.example/9', created_at: now.toISOString(), content: 'Hi' }];
    const found = await findPost(
      asker(async () => Response.json(listed)),
      session,
      { text: 'Hi', writtenAt: now },
      now,
    );
    expect(found).toMatchObject({ kind: 'found', url: 'https://a.example/@ana/9' });
  });

  it.each([
    '<a '.repeat(300_000),
    '<'.repeat(1_000_000),
    'href="'.repeat(200_000),
    '@a'.repeat(400_000),
    '&#1'.repeat(400_000),
  ])('is looked for in no time in what a hostile server sends', async (content) => {
    const before = performance.now();
    expect(await findIn(content)).toEqual({ kind: 'absent' });
    expect(await findIn(content, { text: 'Hi', writtenAt: now })).toEqual({ kind: 'absent' });
    expect(performance.now() - before).toBeLessThan(3_000);
  });
});
