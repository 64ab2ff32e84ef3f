import { escapeHtml } from './page.ts';

/** A post as it is kept, and as Mastodon's API tells it. */
export interface Status {
  readonly id: string;
  readonly username: string;
  readonly text: string;
  readonly createdAt: string;
  readonly language: string | null;
  readonly media: readonly Media[];
  /** Id of the post that it answers. */
  readonly inReplyTo?: string | undefined;
}

/** A post of another server, which this one gets to know when it is asked for by its address. */
export interface RemoteStatus {
  readonly id: string;
  readonly url: string;
  readonly uri: string;
  /** name@server */
  readonly acct: string;
  readonly text: string;
}

export interface Media {
  readonly id: string;
  readonly username: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly description: string | null;
  /** How often it still answers that it is worked on. */
  looksLeft: number;
}

export const limits = {
  characters: 500,
  perUrl: 23,
  attachments: 4,
  imageBytes: 2_000_000,
  videoBytes: 40_000_000,
} as const;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const url = /https?:\/\/[^\s<>"]+/g;
const mention = /@(\w+)@[\w.-]+\w/g;

/** Length as Mastodon counts it. */
export function lengthOf(text: string): number {
  const short = text.replace(url, 'x'.repeat(limits.perUrl)).replace(mention, '@$1');
  return [...segmenter.segment(short)].length;
}

/** A post's text as Mastodon shows it: paragraphs, links whose scheme is hidden, mentions without their server. */
export function contentOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const marked = escapeHtml(paragraph).replace(/\n/g, '<br />');
    const linked = marked.replace(/https?:\/\/[^\s<>"]+/g, (address) => {
      const scheme = /^https?:\/\//.exec(address)?.[0] ?? '';
      return `<a href="${address}" target="_blank" rel="nofollow noopener"><span class="invisible">${scheme}</span><span>${address.slice(scheme.length)}</span></a>`;
    });
    return `<p>${linked.replace(mention, '<span class="h-card">@<span>$1</span></span>')}</p>`;
  });
  return paragraphs.join('');
}

/** One post in the words of the API, entities/Status. */
export function shownStatus(origin: string, status: Status): Record<string, unknown> {
  const { id, username, text, createdAt, language, media, inReplyTo = null } = status;
  return {
    id,
    created_at: createdAt,
    uri: `${origin}/users/${username}/statuses/${id}`,
    url: `${origin}/@${username}/${id}`,
    in_reply_to_id: inReplyTo,
    visibility: 'public',
    language,
    content: contentOf(text),
    account: { id: username, username, acct: username },
    media_attachments: media.map((one) => ({ id: one.id, type: 'image', description: one.description })),
  };
}

/** A post of another server in the same words. */
export function shownRemote({ id, url: address, uri, acct, text }: RemoteStatus): Record<string, unknown> {
  const username = acct.split('@')[0] ?? acct;
  return {
    id,
    uri,
    url: address,
    visibility: 'public',
    content: contentOf(text),
    account: { id: acct, username, acct },
  };
}
