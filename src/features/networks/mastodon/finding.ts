import { z } from 'zod';
import { type Asker, addressAt } from '../ask.ts';
import type { FindOutcome, Post } from '../network.ts';
import { later } from './outcomes.ts';
import type { MastodonSession } from './session.ts';
import { addressOf, type Status, statusSchema } from './status.ts';

const listSchema = z.array(statusSchema.extend({ content: z.string(), created_at: z.iso.datetime({ offset: true }) }));
type Listed = z.infer<typeof listSchema>[number];

/** Clocks of servers differ. */
const clockMarginMs = 10 * 60_000;

/**
 * Looks for a post among the account's last public ones: the same words, the same link, not older than the share.
 * Asked without the token, which grants no reading of posts; where a server shows nothing to strangers, nobody can know.
 */
export async function findPost(ask: Asker, session: MastodonSession, post: Post, now: Date): Promise<FindOutcome> {
  const path = `/api/v1/accounts/${encodeURIComponent(session.accountId)}/statuses`;
  const answer = await ask(addressAt(session.server, path, { limit: '40', exclude_reblogs: 'true' }));
  if (answer.kind === 'silent' || answer.status >= 500 || answer.status === 429) return later(answer, now);
  const listed = answer.status === 200 ? listSchema.safeParse(answer.body) : null;
  if (!listed?.success) return { kind: 'unknowable' };
  const since = post.writtenAt.getTime() - clockMarginMs;
  const found = listed.data.find((one) => Date.parse(one.created_at) >= since && isSame(one, post));
  return found ? { kind: 'found', ...addressOf(session, found satisfies Status) } : { kind: 'absent' };
}

/** Servers mark up what they are given, each in its own way: the words are compared without it, and the link by itself. */
function isSame({ content }: Listed, { text, card }: Post): boolean {
  const links = hrefsOf(content);
  if (card && !links.includes(card.url)) return false;
  return barely(wordsOf(content)) === barely(text);
}

function hrefsOf(html: string): readonly string[] {
  return [...html.matchAll(/href="([^"]*)"/gi)].map(([, href = '']) => decode(href));
}

/**
 * The text without the links that stand in it as links. A stranger's server wrote this: every step goes over it once,
 * where a pattern from `<a` to `</a>` would begin anew at each of a million openings.
 */
function wordsOf(html: string): string {
  const parts = html.split(/<\/a>/i).map((part, index, all) => {
    const from = part.lastIndexOf('<a');
    if (from === -1 || index === all.length - 1) return part;
    const isLink = /^\s*https?:\/\//i.test(decode(withoutTags(part.slice(from))));
    return isLink ? `${part.slice(0, from)} ` : part;
  });
  return decode(withoutTags(parts.join('')));
}

const withoutTags = (html: string) => html.replace(/<[^<>]*>/g, '');

/** Letters and digits alone, without links, and of a mention its name: what no server changes. Some take `<b>` for a mark. */
function barely(text: string): string {
  const words = withoutTags(text).replace(/https?:\/\/[^\s<>"]+/giu, ' ');
  const short = words.replace(/@([\p{L}\p{N}_.-]+)@[\p{L}\p{N}.-]+/gu, '@$1');
  return short.normalize('NFC').replace(/[^\p{L}\p{N}\p{Extended_Pictographic}]/gu, '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
