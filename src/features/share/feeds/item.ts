/** One thing that a feed announces, as far as a request can use it. */
export interface FeedItem {
  /** What the feed calls it; null where it has no name of its own, or shares it with others. */
  readonly guid: string | null;
  /** Absolute http(s) address; null where there is none, and then nothing can be made of it. */
  readonly link: string | null;
  readonly title: string;
  /** Plain text. */
  readonly description: string;
  readonly author: string;
  readonly categories: readonly string[];
  readonly publishedAt: Date | null;
  readonly pictureUrl: string | null;
}

/** What a feed says, read. */
export interface ReadFeed {
  readonly kind: 'feed';
  readonly format: FeedFormat;
  readonly title: string;
  readonly items: readonly FeedItem[];
  /** It goes on behind what was read. */
  readonly cut: boolean;
  /** Items that could not be read although the rest could. */
  readonly broken: number;
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json';

/** What a document turned out to be. */
export type Reading =
  | ReadFeed
  | { readonly kind: 'page'; readonly feeds: readonly OfferedFeed[] }
  | { readonly kind: 'unreadable'; readonly reason: 'empty' | 'not_feed' | 'malformed' | 'too_large' | 'too_slow' };

/** A feed that a web page names as its own. */
export interface OfferedFeed {
  readonly url: string;
  readonly title: string;
}

/** How much is taken of what others wrote. */
export const feedLimits = {
  /** Bytes of a feed. */
  bytes: 5 * 1024 * 1024,
  /** Items from its beginning, where feeds have the newest. */
  items: 200,
  title: 300,
  description: 2_000,
  link: 2_000,
  author: 200,
  categories: 10,
  category: 60,
} as const;
