import type { OfferedFeed } from '../item.ts';
import { titleText } from './plain-text.ts';

const feedTypes = /\b(?:application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|text\/xml)\b/i;
const most = 10;

/** The feeds that a page names as its own (`<link rel="alternate">`, as the RSS Advisory Board's autodiscovery has it). */
export function offeredFeeds(html: string, address: string): OfferedFeed[] {
  const base = URL.parse(attributeOf(/<base\s[^>]{1,4000}>/i.exec(html)?.[0] ?? '', 'href'), address)?.href ?? address;
  const offered = new Map<string, OfferedFeed>();
  for (const [tag] of html.slice(0, 500_000).matchAll(/<link\s[^>]{1,4000}>/gi)) {
    const rel = attributeOf(tag, 'rel').toLowerCase().split(/\s+/);
    if (!rel.includes('alternate') || !feedTypes.test(attributeOf(tag, 'type'))) continue;
    const url = URL.parse(attributeOf(tag, 'href') || 'about:blank', base);
    if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > 2_000) continue;
    if (!offered.has(url.href))
      offered.set(url.href, { url: url.href, title: titleText(attributeOf(tag, 'title'), 200) });
  }
  return [...offered.values()].slice(0, most);
}

function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return (found?.slice(1).find((value) => value !== undefined) ?? '').replaceAll('&amp;', '&').trim();
}
