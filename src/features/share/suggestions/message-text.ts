import type { IncomingMessage } from '../../../platform/slack/index.ts';

/** What a message offers to a suggestion; whoever suggests changes it before it is sent. */
export interface Offered {
  readonly link: string;
  readonly note: string;
}

const mark = /<([^<>]+)>/g;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
const plainly = (text: string) => text.replaceAll(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/**
 * The first link of a message, and its words without Slack's markup: links as their address, nobody's id. Source of the
 * markup: docs.slack.dev/messaging/formatting-message-text.
 */
export function offeredBy({ text, links }: IncomingMessage): Offered {
  const addresses = [...text.matchAll(mark)].map(([, inside = '']) => plainly(inside.split('|')[0] ?? ''));
  const link = [...addresses, ...links].find((address) => isPage(address)) ?? '';
  const note = text.replaceAll(mark, (_whole, inside: string) => shown(inside));
  return { link, note: plainly(note).trim() };
}

/** A person stands in a message as `<@U1>`, whom a reader outside of Slack can't look up, and whom nobody asked. */
function shown(inside: string): string {
  const [target = '', label = ''] = inside.split('|');
  if (target.startsWith('@') || target.startsWith('!')) return target.startsWith('@') ? '@somebody' : '';
  if (target.startsWith('#')) return label === '' ? 'a channel' : `#${label}`;
  return target;
}

/** What somebody typed after `/coact suggest`, which Slack may have put into its own markup. */
export function linkIn(words: string): string {
  const [, marked] = /^<([^<>|]+)(?:\|[^<>]*)?>/.exec(words.trim()) ?? [];
  return marked === undefined ? (words.trim().split(/\s+/)[0] ?? '') : plainly(marked);
}

/** Whether this is the address of a page that can be given to everybody: complete, and without anybody's password. */
export function isPage(address: string): boolean {
  const url = /^https?:\/\//i.test(address) ? URL.parse(address) : null;
  return url !== null && url.username === '' && url.password === '' && address.length <= 2_000;
}
