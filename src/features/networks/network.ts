/**
 * What every social network offers to Coact. A network knows its own protocol and nothing of organisations, people or
 * the database: sessions go in and come out as opaque text, the caller seals, stores and locks them. Expected
 * outcomes are values; a thrown error is a bug.
 */
export const networkNames = ['bluesky'] as const;

export type NetworkName = (typeof networkNames)[number];

export interface Network {
  readonly name: NetworkName;
  /** The name people know, e.g. "Bluesky". */
  readonly title: string;
  readonly limits: NetworkLimits;
  /** Why nobody can connect on this installation, as a sentence for whoever runs it; null when all is well. */
  readonly unavailable: string | null;

  /** Starts the sign-in at the network. `account` is what the person typed (handle or server), if anything. */
  authorize(request: { readonly account?: string }): Promise<Authorization>;
  /** Ends it: `params` is the callback's query, `memory` what `authorize` gave to be kept. */
  finish(params: URLSearchParams, memory: string): Promise<Connection>;

  /** Preflight in the network's own units, without asking it. */
  check(draft: PostDraft): PostCheck;
  /** A record key for a new post, chosen before the first try so that a lost answer can be looked up. */
  recordKey(now: Date, random: number): string;
  post(session: string, post: Post, recordKey: string): Promise<PostOutcome>;
  /** Whether the post with this key exists, for after an unknown outcome. Works with a dead session too. */
  find(session: string, recordKey: string): Promise<FindOutcome>;

  /** A new session for one that is about to end. The old one is spent: store the new one before anything else. */
  refresh(session: string): Promise<RefreshOutcome>;
  /** Ends the session at the network. */
  revoke(session: string): Promise<RevokeOutcome>;
  /** The followers of these accounts together; null when the network did not say. */
  followers(accounts: readonly { readonly remoteId: string }[]): Promise<number | null>;
}

export interface NetworkLimits {
  /** Longest text, in the network's own units. */
  readonly text: number;
  readonly pictures: number;
  /** Largest picture of a post and of a link card, in bytes. */
  readonly pictureBytes: number;
  readonly cardPictureBytes: number;
  /** Posts that one account may make in an hour. */
  readonly postsPerHour: number;
}

export type Authorization =
  | { readonly kind: 'go'; readonly url: string; readonly state: string; readonly memory: string }
  | { readonly kind: 'refused'; readonly sentence: string };

export type Connection =
  | { readonly kind: 'connected'; readonly account: RemoteAccount; readonly session: FreshSession }
  | { readonly kind: 'denied' }
  | { readonly kind: 'refused'; readonly sentence: string };

export interface RemoteAccount {
  /** The account's lasting id at the network (a DID on Bluesky). */
  readonly remoteId: string;
  /** How people know the account, without an @. */
  readonly handle: string;
  /** What the person granted, in the network's words. */
  readonly scope: string;
}

export interface FreshSession {
  /** Opaque, secret: seal it. */
  readonly session: string;
  /** After so many seconds the session wants a refresh; null for never. */
  readonly lifetimeSeconds: number | null;
}

export interface PostDraft {
  readonly text: string;
  readonly card?: { readonly url: string; readonly title: string; readonly pictureBytes?: number };
  readonly pictures?: readonly { readonly size: number; readonly alt: string }[];
}

export interface PostCheck {
  /** Units left; negative when the text is too long. */
  readonly remaining: number;
  readonly limit: number;
  readonly problems: readonly { readonly code: string; readonly sentence: string }[];
}

export interface Picture {
  /** Already decoded and encoded again by the caller. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  readonly alt: string;
  readonly width?: number;
  readonly height?: number;
}

export interface Post {
  readonly text: string;
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly card?: {
    readonly url: string;
    readonly title: string;
    readonly description: string;
    readonly picture?: Picture;
  };
  readonly pictures?: readonly Picture[];
  readonly writtenAt: Date;
}

export type Later = { readonly kind: 'later'; readonly afterSeconds: number };

/** `stale`: the session was not accepted; refresh it and try again. `unknown`: it may be out; look before trying again. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly uri: string; readonly url: string }
  | { readonly kind: 'rejected'; readonly reason: string; readonly sentence: string }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'unknown' }
  | Later;

export type FindOutcome =
  | { readonly kind: 'found'; readonly uri: string; readonly url: string }
  | { readonly kind: 'absent' }
  | Later;

export type RefreshOutcome = ({ readonly kind: 'fresh' } & FreshSession) | { readonly kind: 'reconnect' } | Later;

export type RevokeOutcome = { readonly kind: 'revoked' } | Later;
