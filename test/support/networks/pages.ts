import type { IncomingMessage, ServerResponse } from 'node:http';
import { escapeHtml, page } from '../../../practice/page.ts';
import type { SeenPost } from './counterpart.ts';

/** The page on which a network asks a person. An empty answer is a no. */
export function askPage(title: string, scopes: readonly string[], person: string): string {
  const rights = scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('');
  return page({
    title: `${title}: allow Coact?`,
    narrow: true,
    body: `<h1>${title}: allow Coact?</h1><p>In the practice workspace you are whom you say you are.</p>
      <p>Coact asks for:</p><ul>${rights}</ul>
      <form><p><label>You are <input name="person" value="${escapeHtml(person)}" required autocomplete="off"></label></p>
      <button class="button main">Allow</button></form>
      <form><input type="hidden" name="person" value=""><p><button class="button">Cancel</button></p></form>`,
  });
}

/** Shows what is public on the network, newest first, at every address that people open and no program. */
export function showPosts(
  title: string,
  posts: readonly SeenPost[],
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET' || /^\/(2|v2|rest|oauth)\//.test(request.url ?? '')) return false;
  const list = posts.toReversed().map((post) => onePost(post));
  const nothing = '<p class="empty">Nobody has posted yet. Share something from Slack and it turns up here.</p>';
  const body = `<h1>Posts on ${title}</h1>${list.length > 0 ? `<div class="posts">${list.join('')}</div>` : nothing}`;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page({ title: `Posts on ${title}`, refreshSeconds: 3, body }));
  return true;
}

function onePost({ by, text, card, alts }: SeenPost): string {
  const pictures = alts.map((alt) => `<p class="quiet">Picture: ${escapeHtml(alt || 'not described')}</p>`).join('');
  const link = card === null ? '' : `<p><a href="${escapeHtml(card.url)}">${escapeHtml(card.title)}</a></p>`;
  return `<article class="card post"><header><b>${escapeHtml(by)}</b></header>
    <p class="text">${escapeHtml(text)}</p>${pictures}${link}</article>`;
}
