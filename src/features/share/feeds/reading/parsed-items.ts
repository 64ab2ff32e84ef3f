import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { type FeedItem, feedLimits } from '../item.ts';
import { firstPicture, pictureOfMedia } from './item-picture.ts';
import { plainText, tidyLines, titleText } from './plain-text.ts';

/** What an item says, as its format says it: addresses relative, texts as HTML. */
interface Said {
  readonly guid: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  /** HTML, unless `plain`. */
  readonly description: string | undefined;
  readonly plain?: boolean;
  readonly author: string | undefined;
  readonly categories: readonly (string | undefined)[];
  readonly published: string | undefined;
  readonly picture: string | undefined;
  readonly base: string | undefined;
}

/** The name that a feed gives itself; empty where it gives none. */
export function titleOf({ format, feed }: AnyFeed): string {
  return titleText((format === 'atom' ? feed.title?.value : feed.title) ?? '', 200);
}

/** All items of a parsed feed, each made fit for use. */
export function itemsOf(parsed: AnyFeed, address: string): FeedItem[] {
  const { said, base } = saidOf(parsed);
  const from = webAddress(base, address) ?? address;
  return said.map((one) => prepared(one, webAddress(one.base, from) ?? from));
}

function saidOf(parsed: AnyFeed): { said: Said[]; base: string | undefined } {
  switch (parsed.format) {
    case 'rss':
      return { said: (parsed.feed.items ?? []).map(ofRss), base: parsed.feed.xml?.base ?? parsed.feed.link };
    case 'rdf':
      return { said: (parsed.feed.items ?? []).map(ofRdf), base: parsed.feed.xml?.base ?? parsed.feed.link };
    case 'atom':
      return {
        said: (parsed.feed.entries ?? []).map(ofAtom),
        base: parsed.feed.xml?.base ?? pageLink(parsed.feed.links),
      };
    case 'json':
      return { said: (parsed.feed.items ?? []).map(ofJson), base: parsed.feed.home_page_url };
  }
}

function ofRss(item: RssFeed.Item<string>): Said {
  const { guid, content, dc, itunes } = item;
  // A guid is an address of the item unless it says otherwise (RSS 2.0, "guid").
  const permalink = guid?.isPermaLink === false ? undefined : guid?.value;
  return {
    guid: guid?.value,
    link: item.link ?? pageLink(item.atom?.links) ?? (/^https?:/i.test(permalink ?? '') ? permalink : undefined),
    title: item.title ?? item.dc?.titles?.[0] ?? itunes?.title,
    description: item.description ?? content?.encoded ?? dc?.descriptions?.[0] ?? itunes?.summary,
    author: item.authors?.[0]?.name ?? dc?.creators?.[0] ?? itunes?.author,
    categories: item.categories?.map(({ name }) => name) ?? dc?.subjects ?? [],
    published: item.pubDate ?? dc?.dates?.[0] ?? item.atom?.published ?? item.atom?.updated,
    picture:
      pictureOfMedia(item.media) ??
      item.enclosures?.find(({ type }) => type?.startsWith('image/'))?.url ??
      itunes?.image ??
      firstPicture(content?.encoded) ??
      firstPicture(item.description),
    base: item.xml?.base,
  };
}

function ofRdf(item: RdfFeed.Item<string>): Said {
  const { dc, content, rdf } = item;
  return {
    guid: rdf?.about,
    link: item.link ?? rdf?.about,
    title: item.title ?? dc?.titles?.[0],
    description: item.description ?? content?.encoded ?? dc?.descriptions?.[0],
    author: dc?.creators?.[0],
    categories: dc?.subjects ?? [],
    published: dc?.dates?.[0],
    picture: pictureOfMedia(item.media) ?? firstPicture(content?.encoded) ?? firstPicture(item.description),
    base: item.xml?.base,
  };
}

function ofAtom(entry: AtomFeed.Entry<string>): Said {
  const { summary, content } = entry;
  const words = summary?.value ? summary : content;
  const markup = content?.type === 'text' ? undefined : content?.value;
  return {
    guid: entry.id,
    link: pageLink(entry.links),
    title: entry.title?.value,
    description: words?.value ?? entry.media?.description?.value ?? entry.media?.groups?.[0]?.description?.value,
    plain: words?.value === undefined || words.type === undefined || words.type === 'text',
    author: entry.authors?.[0]?.name ?? entry.dc?.creators?.[0],
    categories: entry.categories?.map(({ label, term }) => label ?? term) ?? [],
    published: entry.published ?? entry.updated,
    picture:
      pictureOfMedia(entry.media) ??
      entry.links?.find(({ rel, type }) => rel === 'enclosure' && type?.startsWith('image/'))?.href ??
      firstPicture(markup) ??
      firstPicture(summary?.value),
    base: entry.xml?.base,
  };
}

function ofJson(item: JsonFeed.Item<string>): Said {
  const html = item.summary === undefined && item.content_text === undefined;
  return {
    guid: item.id,
    link: item.url ?? item.external_url,
    title: item.title,
    description: item.summary ?? item.content_text ?? item.content_html,
    plain: !html,
    author: item.authors?.[0]?.name,
    categories: item.tags ?? [],
    published: item.date_published ?? item.date_modified,
    picture:
      item.image ??
      item.banner_image ??
      item.attachments?.find(({ mime_type: type }) => type?.startsWith('image/'))?.url ??
      firstPicture(item.content_html),
    base: undefined,
  };
}

type Links = readonly { readonly href?: unknown; readonly rel?: string; readonly type?: string }[] | undefined;

/** The link that leads to the page: `alternate`, which is also what a link without `rel` is (RFC 4287, 4.2.7.2). */
function pageLink(links: Links): string | undefined {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  const { href } = pages.find(({ type = 'text/html' }) => /html/.test(type)) ?? pages[0] ?? {};
  return typeof href === 'string' ? href : undefined;
}

function prepared(said: Said, base: string): FeedItem {
  const read = said.plain === true ? tidyLines : plainText;
  const description = read(said.description ?? '', feedLimits.description);
  const link = webAddress(said.link, base);
  const title = titleText(said.title ?? '', feedLimits.title);
  const categories = said.categories.map((one) => titleText(one ?? '', feedLimits.category)).filter(Boolean);
  return {
    guid: said.guid?.trim() || null,
    link,
    title: title || titleText(description.split('\n')[0] ?? '', 100) || (link ?? ''),
    description,
    author: titleText(said.author ?? '', feedLimits.author),
    categories: [...new Set(categories)].slice(0, feedLimits.categories),
    publishedAt: momentOf(said.published),
    pictureUrl: webAddress(said.picture, base),
  };
}

/** An absolute http(s) address without credentials and of a usable length, or null. */
function webAddress(text: string | undefined, base: string): string | null {
  const url = text === undefined || text.length > 8_000 ? null : URL.parse(text.trim().toWellFormed(), base);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href.length > feedLimits.link ? null : url.href;
}

/** Dates outside of the web's own time are no dates. */
function momentOf(text: string | undefined): Date | null {
  const at = new Date((text ?? '').slice(0, 60));
  const year = at.getUTCFullYear();
  return year >= 1990 && year <= 2199 ? at : null;
}
