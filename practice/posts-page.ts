import { Hono } from 'hono';
import type { Bluesky, Post } from './bluesky.ts';
import { type BlueskyAccount, readProfiles } from './bluesky-accounts.ts';
import { avatar, escapeHtml, page } from './page.ts';

/**
 * Shows what is on the Bluesky server, since a server by itself has no timeline: text with its links, link card,
 * pictures. Also answers Bluesky's own addresses of profiles and posts (/profile/…/post/…), and the one question to
 * Bluesky's app server that Coact has: how many followers somebody has. Reads only.
 */
export function createPostsPage(bluesky: Bluesky, startPageUrl: string): Hono {
  const app = new Hono();
  const crumb = { label: 'Practice workspace', url: startPageUrl };
  app.get('/', async (context) => {
    const all = await Promise.all(
      bluesky.accounts.map(async (each) => ({ each, posts: await bluesky.posts(each.handle) })),
    );
    const posts = all
      .flatMap(({ each, posts }) => posts.map((post) => ({ account: each, post })))
      .sort((one, two) => two.post.value.createdAt.localeCompare(one.post.value.createdAt));
    const list = posts.map(({ account, post }) => onePost(account, post)).join('');
    return context.html(
      page({
        title: 'Posts on Bluesky',
        crumb,
        refreshSeconds: 3,
        body: `<h1>Posts on Bluesky</h1>
          <p class="lead">Read from the server a moment ago, newest first. This is everything that anybody could see.</p>
          ${list === '' ? '<p class="empty">Nobody has posted yet. Share something from Slack and it turns up here.</p>' : `<div class="posts">${list}</div>`}`,
      }),
    );
  });
  app.get('/profile/:who/post?/:rkey?', async (context) => {
    const who = context.req.param('who');
    const account = bluesky.accounts.find((each) => each.did === who || each.handle === who);
    if (!account)
      return context.html(page({ title: 'Not found', crumb, body: '<h1>There is no such profile</h1>' }), 404);
    const rkey = context.req.param('rkey');
    const posts = await bluesky.posts(account.handle);
    const shown = rkey === undefined ? posts : posts.filter((each) => each.uri.endsWith(`/${rkey}`));
    if (rkey !== undefined && shown.length === 0) {
      return context.html(
        page({ title: 'Not found', crumb, body: '<h1>This post does not exist (any more)</h1>' }),
        404,
      );
    }
    return context.html(
      page({
        title: `${account.name} on Bluesky`,
        crumb: { label: 'All posts', url: '/' },
        body: `<h1>${escapeHtml(account.name)}</h1><div class="posts">${shown.map((post) => onePost(account, post)).join('')}</div>`,
      }),
    );
  });
  app.get('/xrpc/app.bsky.actor.getProfiles', async (context) => {
    const profiles = await readProfiles(bluesky.url, bluesky.accounts);
    const asked = context.req.queries('actors') ?? [];
    return context.json({
      profiles: profiles.filter((each) => asked.includes(each.did) || asked.includes(each.handle)),
    });
  });
  app.get('/picture/:did/:cid', async (context) => {
    const query = new URLSearchParams({ did: context.req.param('did'), cid: context.req.param('cid') });
    const answer = await fetch(`${bluesky.url}/xrpc/com.atproto.sync.getBlob?${query}`);
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok || !type.startsWith('image/')) return context.notFound();
    return context.body(await answer.arrayBuffer(), 200, { 'content-type': type, 'x-content-type-options': 'nosniff' });
  });
  return app;
}

function onePost(account: BlueskyAccount, post: Post): string {
  const { value } = post;
  const rkey = post.uri.split('/').at(-1) ?? '';
  const picture = (cid: string) => `/picture/${account.did}/${cid}`;
  const card = value.embed?.external;
  const pictures = (value.embed?.images ?? []).map(
    (each) =>
      `<figure><img src="${picture(each.image.ref.$link)}" alt="${escapeHtml(each.alt)}"><figcaption>${escapeHtml(each.alt)}</figcaption></figure>`,
  );
  return `<article class="card post">
    <header>${avatar(account.name)}<span><b>${escapeHtml(account.name)}</b>
      <small>@${escapeHtml(account.handle)} · <a href="/profile/${account.did}/post/${escapeHtml(rkey)}"><time datetime="${escapeHtml(value.createdAt)}">${escapeHtml(shortTime(value.createdAt))}</time></a></small></span></header>
    <p class="text">${richText(value.text, value.facets ?? [])}</p>
    ${pictures.join('')}
    ${card ? `<a class="linkcard" href="${escapeHtml(safeUrl(card.uri))}">${card.thumb ? `<img src="${picture(card.thumb.ref.$link)}" alt="">` : ''}<div><b>${escapeHtml(card.title)}</b><small class="note">${escapeHtml(card.description)}</small><small class="note">${escapeHtml(card.uri)}</small></div></a>` : ''}
    <details><summary>The record</summary><pre>${escapeHtml(JSON.stringify(post, null, 2))}</pre></details>
  </article>`;
}

type Facets = NonNullable<Post['value']['facets']>;

/** Text with its facets as links. Facets count UTF-8 bytes, end exclusive; one that does not fit is left out. */
export function richText(text: string, facets: Facets): string {
  const bytes = Buffer.from(text, 'utf8');
  const sorted = [...facets].sort((one, two) => one.index.byteStart - two.index.byteStart);
  const part = (from: number, to?: number) => escapeHtml(bytes.subarray(from, to).toString('utf8'));
  let html = '';
  let at = 0;
  for (const { index, features } of sorted) {
    const uri = features.find((each) => each.uri !== undefined)?.uri;
    if (index.byteStart < at || index.byteEnd > bytes.length || index.byteEnd <= index.byteStart) continue;
    const shown = part(index.byteStart, index.byteEnd);
    html += part(at, index.byteStart);
    html += uri === undefined ? `<b>${shown}</b>` : `<a href="${escapeHtml(safeUrl(uri))}">${shown}</a>`;
    at = index.byteEnd;
  }
  return html + part(at);
}

const safeUrl = (url: string): string => (/^https?:\/\//i.test(url) ? url : '#');

const shortTime = (iso: string): string => {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return time.toLocaleString('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
};
