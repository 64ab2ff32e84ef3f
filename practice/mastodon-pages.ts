import { Hono } from 'hono';
import type { MastodonState } from './mastodon-api.ts';
import { contentOf, type Status } from './mastodon-posts.ts';
import { avatar, escapeHtml, page } from './page.ts';

/** What stands on the server, for people to look at: everything, and one post at Mastodon's own address of it. */
export function createMastodonPages(state: MastodonState, startPageUrl: string): Hono {
  const app = new Hono();
  const crumb = { label: 'Practice workspace', url: startPageUrl };
  app.get('/', (c) => {
    const list = state.statuses.map(onePost).join('');
    const none = '<p class="empty">Nobody has posted yet. Share something from Slack and it turns up here.</p>';
    const body = `<h1>Posts on Mastodon</h1>
      <p class="lead">Everything on this server, newest first.</p>
      ${list === '' ? none : `<div class="posts">${list}</div>`}`;
    return c.html(page({ title: 'Posts on Mastodon', crumb, refreshSeconds: 3, body }));
  });
  app.get('/:who{@.+}/:id', (c) => {
    const found = state.statuses.find(
      (one) => one.id === c.req.param('id') && `@${one.username}` === c.req.param('who'),
    );
    const back = { label: 'All posts', url: '/' };
    const title = found ? `@${found.username} on Mastodon` : 'Not found';
    const body = found
      ? `<h1>${escapeHtml(title)}</h1><div class="posts">${onePost(found)}</div>`
      : '<h1>There is no such post</h1>';
    return c.html(page({ title, crumb: back, body }), found ? 200 : 404);
  });
  app.get('/media/:id', (c) => {
    const media = state.media.get(c.req.param('id'));
    if (!media) return c.notFound();
    const headers = { 'content-type': media.mime, 'x-content-type-options': 'nosniff' };
    return c.body(new Uint8Array(media.bytes), 200, headers);
  });
  return app;
}

/** Where one says who one is, and that Coact may post; "No" sends the person back with nothing. */
export function loginPage(usernames: readonly string[], problem: string): string {
  const people = usernames.map(
    (name) =>
      `<li><a class="person" href="?person=${name}">${avatar(name)}<span><b>@${escapeHtml(name)}</b><small>Sign in and let Coact post</small></span></a></li>`,
  );
  return page({
    title: 'Sign in to Mastodon',
    narrow: true,
    body: `<h1>Sign in to Mastodon</h1>
      ${problem === '' ? '' : `<p class="notice" role="alert">${escapeHtml(problem)}</p>`}
      <p class="lead">Coact asks for leave to post for you. Who are you?</p>
      <ul class="people">${people.join('')}</ul>
      <p><a href="?person=">No, go back</a></p>`,
  });
}

function onePost(status: Status): string {
  const { username, id, createdAt, text, media } = status;
  const pictures = media.map(
    (one) =>
      `<figure><img src="/media/${one.id}" alt="${escapeHtml(one.description ?? '')}"><figcaption>${escapeHtml(one.description ?? '')}</figcaption></figure>`,
  );
  return `<article class="card post">
    <header>${avatar(username)}<span><b>@${escapeHtml(username)}</b>
      <small><a href="/@${escapeHtml(username)}/${id}"><time datetime="${createdAt}">${createdAt.slice(0, 16).replace('T', ' ')}</time></a></small></span></header>
    <div class="text">${contentOf(text)}</div>${pictures.join('')}
  </article>`;
}
