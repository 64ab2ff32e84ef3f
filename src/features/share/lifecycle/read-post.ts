import { networkNames } from '../../networks/index.ts';
import type { FeedParts } from '../feeds/parts.ts';
import type { Draft } from '../request.ts';

type Asked = NonNullable<Draft['engagement']>;
export type ReadPost = Pick<Asked, 'network' | 'post' | 'card'>;

const longestAuthor = 200;
const longestText = 1_000;

/**
 * The network and the address as it is kept of a post whose link somebody pasted; null where no network that can be asked
 * for knows it.
 */
export function knownPost({ networks }: Pick<FeedParts, 'networks'>, address: string): Omit<ReadPost, 'card'> | null {
  // Mastodon's posts may stand on any host, so that it is asked after those who know their own.
  const inOrder = [...networkNames.filter((name) => name !== 'mastodon'), 'mastodon' as const];
  for (const network of inOrder) {
    const post = networks.describe(network).engagement.readPost(address);
    if (post !== null) return { network, post };
  }
  return null;
}

/** Whose post it is and how it begins, as its page says to everybody; empty where the network tells only its members. */
export async function cardOfPost({ egress }: Pick<FeedParts, 'egress'>, post: string): Promise<ReadPost['card']> {
  const page = await egress.readPreview(post);
  // A page that asks to sign in speaks of itself, not of the post.
  if (!page.ok || /\/(?:login|authwall|signup)/i.test(new URL(page.canonicalUrl).pathname))
    return { author: '', text: '' };
  return { author: page.title.slice(0, longestAuthor), text: (page.description ?? '').slice(0, longestText) };
}
