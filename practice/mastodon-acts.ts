import type { Context, Hono } from 'hono';
import { grantee } from './mastodon-grants.ts';
import type { MastodonSignIn } from './mastodon-oauth.ts';
import { type RemoteStatus, type Status, shownRemote, shownStatus } from './mastodon-posts.ts';

/** What people did about posts. */
export interface MastodonActs {
  /** Posts of other servers. */
  readonly elsewhere: RemoteStatus[];
  /** "person post": each once, however often it was asked for. */
  readonly favourites: Set<string>;
  readonly boosts: Set<string>;
}

const notFound = { error: 'Record not found' };

/**
 * Looking posts up by their address, favouriting and boosting them, as docs.joinmastodon.org tells (methods/search,
 * methods/statuses): `resolve` is for people who are signed in; a second favourite or boost answers as the first.
 */
export function addActs(
  app: Hono,
  origin: string,
  signIn: MastodonSignIn,
  state: MastodonActs & { readonly statuses: readonly Status[] },
): void {
  const shown = (id: string) => {
    const own = state.statuses.find((one) => one.id === id);
    if (own) return shownStatus(origin, own);
    const remote = state.elsewhere.find((one) => one.id === id);
    return remote ? shownRemote(remote) : null;
  };
  const withAddress = (address: string) => {
    const all = [
      ...state.statuses.map((one) => shownStatus(origin, one)),
      ...state.elsewhere.map((one) => shownRemote(one)),
    ];
    return all.filter(({ url, uri }) => url === address || uri === address);
  };
  app.get('/api/v2/search', async (c) => {
    const who = await grantee(c, signIn, ['read:search']);
    if (who instanceof Response) return who;
    const { q = '', resolve, type } = c.req.query();
    const found = withAddress(q);
    const isKnown = resolve === 'true' || found.some(({ url }) => String(url).startsWith(origin));
    const wanted = type === undefined || type === 'statuses';
    return c.json({ accounts: [], hashtags: [], statuses: isKnown && wanted ? found : [] });
  });
  const act = async (c: Context, scope: string, done: Set<string>, answer: (status: object, who: string) => object) => {
    const who = await grantee(c, signIn, [scope]);
    if (who instanceof Response) return who;
    const id = c.req.param('id') ?? '';
    const status = shown(id);
    if (status === null) return c.json(notFound, 404);
    done.add(`${who} ${id}`);
    return c.json(answer(status, who));
  };
  app.post('/api/v1/statuses/:id/favourite', (c) =>
    act(c, 'write:favourites', state.favourites, (status) => ({ ...status, favourited: true })),
  );
  // A boost is a post of its own, with the other one in it.
  app.post('/api/v1/statuses/:id/reblog', (c) =>
    act(c, 'write:statuses', state.boosts, (reblog, who) => {
      const id = `9${[...state.boosts].indexOf(`${who} ${c.req.param('id')}`)}`;
      return { id, uri: `${origin}/users/${who}/statuses/${id}/activity`, url: null, reblogged: true, reblog };
    }),
  );
}
