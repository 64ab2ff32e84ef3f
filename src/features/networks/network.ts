/**
 * What every social network offers to Coact. A network knows its own protocol and nothing of organisations, people or
 * the database: sessions go in and come out as opaque text, the caller seals, stores and locks them. Expected
 * outcomes are values; a thrown error is a bug.
 */
import type { Video, VideoLimits } from './video.ts';

export const networkNames = ['linkedin', 'x', 'facebook', 'threads', 'mastodon', 'bluesky'] as const;

export type NetworkName = (typeof networkNames)[number];

/** The names people know. */
export const networkTitles: Readonly<Record<NetworkName, string>> = {
  ...{ linkedin: 'LinkedIn', x: 'X', facebook: 'Facebook' },
  ...{ threads: 'Threads', mastodon: 'Mastodon', bluesky: 'Bluesky' },
};

/** How an account is called in sentences: by the person's name on LinkedIn, by its handle elsewhere. */
export function accountLabel(network: NetworkName, handle: string): string {
  return network === 'linkedin' ? handle : `@${handle}`;
}

export interface Network {
  readonly name: NetworkName;
  /** The name people know, e.g. "Bluesky". */
  readonly title: string;
  readonly limits: NetworkLimits;
  /** Why nobody can connect on this installation, as a sentence for whoever runs it; null when all is well. */
  readonly unavailable: string | null;
  /** What people are asked about their account before they go to the network; null where it knows by itself. */
  readonly asks: AccountQuestion | null;
  /** What a connection lets Coact do and what it does not, in whole sentences for the page that leads to the network. */
  readonly allows: string;
  /** The page of the network on which people post by themselves, filled in; null where there is none. */
  readonly composer: Composer | null;
  /** Likes, reshares and comments. */
  readonly engagement: Engagement;

  /** Starts the sign-in at the network. `account` is what the person typed (handle or server), if anything. */
  authorize(request: { readonly account?: string }): Promise<Authorization>;
  /** Ends it: `params` is the callback's query, `memory` what `authorize` gave to be kept. */
  finish(params: URLSearchParams, memory: string): Promise<Connection>;

  /** Preflight in the network's own units, without asking it. @param account what the account's server allows, where they differ */
  check(draft: PostDraft, account?: AccountLimits): PostCheck;
  /** A record key for a new post, chosen before the first try so that a lost answer can be looked up. */
  recordKey(now: Date, random: number): string;
  post(session: string, post: Post, place: PostPlace): Promise<PostOutcome>;
  /** The server that a session posts to, where the network has many; they slow down and fail apart from each other. */
  serverOf?(session: string): string;
  /** Whether the post exists, for after an unknown outcome. Works with a dead session too, where the network allows it. */
  find(session: string, post: Post, place: PostPlace): Promise<FindOutcome>;

  /** A new session for one that is about to end. The old one is spent: store the new one before anything else. */
  refresh(session: string): Promise<RefreshOutcome>;
  /** Ends the session at the network. */
  revoke(session: string): Promise<RevokeOutcome>;
  /**
   * Asks the network whether this installation's app there is right; nothing of anybody's is changed. Absent where there is
   * nothing to ask before somebody connects.
   * @param server which of its servers, where a network has many; empty for the installation's own
   */
  inspect?(server: string): Promise<readonly SetupFinding[]>;
  /** The followers of these accounts together; null when the network did not say. Absent where it tells no app. */
  followers?(accounts: readonly { readonly remoteId: string }[]): Promise<number | null>;
}

export interface AccountQuestion {
  /** "Your handle", "Your server". */
  readonly label: string;
  readonly placeholder: string;
  /** Whether nobody can go on without an answer. */
  readonly required: boolean;
}

/** What a publisher may ask of people about a post that exists. */
export const asks = ['like', 'reshare', 'comment'] as const;
export type Ask = (typeof asks)[number];

/** One act on a post. */
export interface EngageOrder {
  /** The post's address, from `readPost`. */
  readonly post: string;
  readonly ask: Ask;
  /** The person's own words for a comment; empty for the rest. */
  readonly text: string;
  readonly at: Date;
}

/** Acts on posts that exist. */
export interface Engagement {
  /** A post's address as we keep it, from what somebody pasted; null when it is no post of this network. */
  readPost(address: string): string | null;
  /** The page on which people do it by themselves. */
  page(post: string, ask: Ask): string;
  /** Does it for an account; absent where the network lets no app. */
  readonly byAccount?: {
    /** Whether what the person granted covers it. @param scope in the network's words */
    covers(scope: string, ask: Ask): boolean;
    act(session: string, order: EngageOrder, place: PostPlace): Promise<PostOutcome>;
    /** Whether it was done, for after an unknown outcome. */
    find(session: string, order: EngageOrder, place: PostPlace): Promise<FindOutcome>;
  };
}

export interface Composer {
  /** Whether it takes the text along; else it shows the link alone and the text has to be copied. */
  readonly carriesText: boolean;
  /** Whether people say on which server they are, as on Mastodon. */
  readonly needsServer: boolean;
  /** The page's address. @param server host name, where one is needed; @throws TypeError when it is none */
  link(post: { readonly text: string; readonly url: string }, server?: string): string;
}

/** A word on how a network is set up here, for whoever runs or manages the installation. */
export interface SetupFinding {
  readonly level: 'good' | 'note' | 'warning' | 'problem';
  /** What is so and, unless it is good, what to do. */
  readonly sentence: string;
}

/** What differs between the servers of one network. */
export interface AccountLimits {
  readonly text?: number | undefined;
  readonly pictures?: number | undefined;
  readonly pictureBytes?: number | undefined;
  readonly videoBytes?: number | undefined;
  /** What every link counts, whatever its length. */
  readonly linkLength?: number | undefined;
}

export interface NetworkLimits {
  /** Longest text, in the network's own units. */
  readonly text: number;
  readonly pictures: number;
  /** Largest picture of a post and of a link card, in bytes. */
  readonly pictureBytes: number;
  readonly cardPictureBytes: number;
  /** Absent where no video is posted: the post goes without it. */
  readonly video?: VideoLimits;
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
  /** The account's lasting id at the network (a DID on Bluesky, a URN on LinkedIn). */
  readonly remoteId: string;
  /** How people know the account, without an @. */
  readonly handle: string;
  /** What the person granted, in the network's words. */
  readonly scope: string;
  /** What the account's server allows, where servers of the network differ. */
  readonly limits?: AccountLimits;
}

export interface FreshSession {
  /** Opaque, secret: seal it. */
  readonly session: string;
  /** After so many seconds the session wants a refresh; null for never. */
  readonly lifetimeSeconds: number | null;
  /** False where nothing refreshes it: at its end the person has to connect again. True when absent. */
  readonly renewable?: boolean;
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
  /** Where anybody may fetch it, for networks that take pictures in no other way. */
  readonly url?: string;
}

export interface Post {
  readonly text: string;
  /** Organisations that the text mentions by name, in its order, where the network makes mentions of pages. */
  readonly mentions?: readonly TextMention[];
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly card?: {
    readonly url: string;
    readonly title: string;
    readonly description: string;
    readonly picture?: Picture;
    /** Whether somebody chose the picture for this post, and it is not just the link's own. */
    readonly chosen?: boolean;
  };
  readonly pictures?: readonly Picture[];
  /** In place of pictures and card. */
  readonly video?: Video;
  readonly writtenAt: Date;
}

/** A name in a text that leads to an organisation's page. In UTF-16 units, as JavaScript counts. */
export interface TextMention {
  readonly at: number;
  readonly length: number;
  /** The page's number. */
  readonly organisation: string;
}

/** How an attempt to post stands to those before it. */
export interface PostPlace {
  /** From `recordKey`, the same at every try. */
  readonly recordKey: string;
  /** Whether an earlier try may have made the post. */
  readonly repeated: boolean;
  /** What `remember` was told last, at this try or an earlier one; null when nothing. */
  readonly memory: string | null;
  /** Keeps, durably, what it takes to find the post again, before the call that makes it public. */
  remember(memory: string): Promise<void>;
}

/** `forEverybody`: the server takes nothing from anybody here until then, not only from this account. */
export type Later = { readonly kind: 'later'; readonly afterSeconds: number; readonly forEverybody?: boolean };

/**
 * `stale`: the session was not accepted; refresh it and try again. `unknown`: it may be out; look before trying again.
 * `unsure`: it may be out, and there is no way to find out: the person is asked to look. `byHand`: nothing was done, and
 * the account's server can't do it; the person does it on the post's page.
 */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly uri: string; readonly url: string }
  | { readonly kind: 'rejected'; readonly reason: string; readonly sentence: string }
  | { readonly kind: 'reconnect' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'byHand' }
  | Later;

/** `unknowable`: the network does not let us look. */
export type FindOutcome =
  | { readonly kind: 'found'; readonly uri: string; readonly url: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknowable' }
  | Later;

export type RefreshOutcome = ({ readonly kind: 'fresh' } & FreshSession) | { readonly kind: 'reconnect' } | Later;

export type RevokeOutcome = { readonly kind: 'revoked' } | Later;
