import { type AnyFeed, parseFeed } from 'feedsmith';
import { type FeedItem, feedLimits, type ReadFeed, type Reading } from '../item.ts';
import { type TakenApart, takeApart } from './first-items.ts';
import { offeredFeeds } from './offered-feeds.ts';
import { itemsOf, titleOf } from './parsed-items.ts';

/**
 * Reads a feed of any format. One broken item costs that item, not the feed: where the whole can't be parsed, its items are, one by one.
 * @param address where it was found, against which relative addresses are read
 * @param truncated its bytes end before it does
 */
export function readDocument(text: string, address: string, truncated = false): Reading {
  const document = text.replace(/^[\s\ufeff\0]+/, '');
  if (document === '') return { kind: 'unreadable', reason: 'empty' };
  if (document.startsWith('{')) return readJson(document, address, truncated);
  const apart = takeApart(document, feedLimits.items);
  if (apart.root === '') return readPage(document, address);
  return readXml(apart, address, truncated);
}

function readJson(document: string, address: string, truncated: boolean): Reading {
  const parsed = attempt(document);
  if (parsed === null) {
    if (truncated) return { kind: 'unreadable', reason: 'too_large' };
    return { kind: 'unreadable', reason: isJson(document) ? 'not_feed' : 'malformed' };
  }
  const { items } = parsed.feed as { items?: readonly unknown[] };
  return shown(parsed, itemsOf(parsed, address), address, (items?.length ?? 0) >= feedLimits.items, 0);
}

function readXml(apart: TakenApart, address: string, truncated: boolean): Reading {
  const whole = truncated ? null : attempt(apart.head + apart.items.join(''));
  const cut = apart.cut || truncated;
  const items = whole === null ? [] : itemsOf(whole, address);
  if (whole !== null && (items.length > 0 || apart.items.length === 0)) return shown(whole, items, address, cut, 0);
  return piecewise(apart, address, cut);
}

/** Each item in a document of its own, under the feed's own root so that its namespaces mean the same. */
function piecewise(apart: TakenApart, address: string, cut: boolean): Reading {
  const head = attempt(apart.head);
  const opening = /rss/i.test(apart.root) ? `${apart.root}<channel>` : apart.root;
  const parsed = apart.items.map((item) => attempt(opening + item));
  const readable = parsed.filter((one) => one !== null);
  const first = head ?? readable[0];
  if (first === undefined || (readable.length === 0 && apart.items.length > 0)) {
    return { kind: 'unreadable', reason: 'malformed' };
  }
  const items = readable.flatMap((one) => itemsOf(withSite(one, first), address));
  return shown(first, items, address, cut, parsed.length - readable.length);
}

/** An item alone doesn't know the site that its feed named, against which its address may be meant. */
function withSite(item: AnyFeed, feed: AnyFeed): AnyFeed {
  if (item.format !== 'rss' || feed.format !== 'rss') return item;
  return { format: 'rss', feed: { ...item.feed, link: feed.feed.link } } as AnyFeed;
}

function readPage(document: string, address: string): Reading {
  if (!/<(?:!doctype\s+html|html|head|body)\b/i.test(document.slice(0, 20_000))) {
    return { kind: 'unreadable', reason: 'not_feed' };
  }
  return { kind: 'page', feeds: offeredFeeds(document, address) };
}

function shown(parsed: AnyFeed, items: readonly FeedItem[], address: string, cut: boolean, broken: number): ReadFeed {
  const title = titleOf(parsed) || new URL(address).host;
  return { kind: 'feed', format: parsed.format, title, items: withOwnNames(items), cut, broken };
}

/** Some feeds give all their items one name, which then tells nothing. The same item twice is there once. */
function withOwnNames(items: readonly FeedItem[]): FeedItem[] {
  const byName = Map.groupBy(items, ({ guid }) => guid);
  const isShared = ({ guid, link }: FeedItem) => byName.get(guid)?.some((other) => other.link !== link);
  const once = new Map(items.map((item, at) => [item.link ?? `${item.guid} ${at}`, item] as const).toReversed());
  return [...once.values()].toReversed().map((item) => (isShared(item) ? { ...item, guid: null } : item));
}

/** The parser throws errors of several kinds, on some inputs a TypeError of its own: all mean that it could make nothing of it. */
function attempt(document: string): AnyFeed | null {
  try {
    return parseFeed(document, { maxItems: feedLimits.items });
  } catch {
    return null;
  }
}

function isJson(document: string): boolean {
  try {
    JSON.parse(document);
    return true;
  } catch {
    return false;
  }
}
