import { createMastodonServer, type MastodonParts } from '../../../practice/mastodon.ts';
import { clickThrough } from '../networks/consent.ts';
import { type Counterpart, type Fault, openFront, type SeenPost } from '../networks/counterpart.ts';
import { freePort } from '../raw-client.ts';

export interface MastodonServer extends Counterpart, Pick<MastodonParts, 'state' | 'signIn'> {
  readonly url: string;
  /** Everything that came: method and path. */
  readonly seen: string[];
  /** What befalls the next requests to `METHOD /path`. */
  instead(what: string, how: Fault['how'], times?: number): void;
  /** Signs somebody else in, or nobody. */
  consentAs(url: string, person: string | null): Promise<URLSearchParams>;
}

/** The practice workspace's Mastodon server, with bad days made to order. */
export async function startMastodonServer(
  followers: Readonly<Record<string, number>> = { alice: 40, bob: 2 },
): Promise<MastodonServer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { listener, state, signIn } = createMastodonServer(url, followers);
  const front = await openFront(listener, port);
  const consentAs = async (at: string, person: string | null) => (await clickThrough(url, at, person)).searchParams;
  const endTokens = async () => signIn.endTokens();
  return {
    ...{ url, state, signIn, seen: front.seen, befall: front.befall, calm: front.calm, consentAs },
    places: [front.hostPort],
    consent: (at, answer = 'yes') => consentAs(at, answer === 'yes' ? 'alice' : null),
    posts: async () =>
      state.statuses
        .map(({ username: by, text, media }) => ({
          ...{ by, text, card: null },
          ...mediaOf(media),
        }))
        .toReversed(),
    forgetMedia: async () => state.media.clear(),
    instead: (what, how, times = 1) => front.befall({ on: new RegExp(`^${RegExp.escape(what)}$`), how, times }),
    ...{ expireAccess: endTokens, withdraw: endTokens },
    [Symbol.asyncDispose]: front.close,
  };
}

function mediaOf(media: MastodonParts['state']['statuses'][number]['media']): Pick<SeenPost, 'alts' | 'video'> {
  const alts = media.filter(({ mime }) => mime !== 'video/mp4').map(({ description }) => description ?? '');
  const film = media.find(({ mime }) => mime === 'video/mp4');
  return { alts, ...(film ? { video: { alt: film.description, bytes: film.bytes.length } } : {}) };
}
