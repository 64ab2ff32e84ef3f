import ogs from 'open-graph-scraper';
import type { Send } from './fetch-like.ts';
import { describingTags } from './page-head.ts';
import { decodePage, textLimits, tidyText } from './page-text.ts';
import { type ReadPicture, readPicture } from './picture.ts';
import { pictureLimits } from './picture-limits.ts';
import { type EgressRefusal, refuse } from './refusals.ts';

/** What a page says about itself. */
export interface Preview {
  readonly ok: true;
  /** The address as it was asked for, normalised. */
  readonly url: string;
  /** What the page calls its own address (og:url, canonical link), else where it was found after redirects. */
  readonly canonicalUrl: string;
  readonly title: string;
  readonly description?: string;
  readonly siteName?: string;
  readonly picture?: ReadPicture;
  /** Why there is no picture although the page names one. */
  readonly pictureProblem?: string;
}

const pageLimits = { maxBytes: 1024 * 1024, timeoutMs: 5_000, cut: true } as const;

/**
 * Fetches a page and reads its title, description, site name and picture.
 *
 * At most 1 MiB of the page is read within 5 seconds, then its picture within 5 more. What describes a page stands at its beginning, so
 * a longer page is cut off and used when its title lies in the first MiB; else the refusal is `too_large`. A page of any size without a
 * title is refused: an empty card helps nobody. The picture is fetched by the same guarded client and encoded anew.
 */
export const readPreview = async (address: string, send: Send): Promise<Preview | EgressRefusal> => {
  const page = await send(address, { ...pageLimits, headers: { accept: 'text/html,application/xhtml+xml;q=0.9' } });
  if (!page.ok) return page;
  const { status, headers, bytes, cut, url: foundAt } = page.response;
  if (status < 200 || status > 299) return refuse('status');
  const contentType = headers.get('content-type') ?? '';
  if (!isPage(contentType, bytes)) return refuse('not_html');
  const tags = describingTags(decodePage(bytes, contentType));
  const found = await described(tags);
  const title = tidyText(found.title, textLimits.title);
  if (!title) return refuse(cut ? 'too_large' : 'no_title');
  return {
    ok: true,
    url: new URL(address.trim()).href,
    canonicalUrl: webAddress(found.address, foundAt) ?? foundAt,
    title,
    ...given('description', tidyText(found.description, textLimits.description)),
    ...given('siteName', tidyText(found.siteName, textLimits.siteName)),
    ...(await pictureOf(found.picture, foundAt, send)),
  };
};

const given = <K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, string>);

/** Some servers forget the type; a page then still begins with a tag. */
const isPage = (contentType: string, bytes: Uint8Array): boolean =>
  /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType) ||
  (contentType === '' && /^[\s\ufeff]*</.test(decodePage(bytes.subarray(0, 256), '')));

interface Described {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly siteName?: string | undefined;
  readonly address?: string | undefined;
  readonly picture?: string | undefined;
}

const described = async (tags: string): Promise<Described> => {
  // It rejects on what it cannot make sense of; then the page described nothing.
  const result = await ogs({ html: tags }).then(
    (read) => read.result,
    () => null,
  );
  if (!result) return {};
  return {
    title: result.ogTitle ?? result.twitterTitle,
    description: result.ogDescription ?? result.twitterDescription,
    siteName: result.ogSiteName,
    address: result.ogUrl ?? canonicalLink(tags),
    picture: result.ogImage?.[0]?.url ?? result.twitterImage?.[0]?.url,
  };
};

const canonicalLink = (tags: string): string | undefined => {
  const link = /<link\b[^>]*\brel\s*=\s*["']?canonical\b[^>]*>/i.exec(tags)?.[0] ?? '';
  return /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(link)?.slice(1).find(Boolean)?.replaceAll('&amp;', '&');
};

/** An absolute http(s) address without credentials, or nothing: a page may call itself `javascript:`. */
const webAddress = (text: string | undefined, base: string): string | null => {
  const url = text ? URL.parse(text, base) : null;
  return url && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '' ? url.href : null;
};

const pictureOf = async (
  named: string | undefined,
  base: string,
  send: Send,
): Promise<Pick<Preview, 'picture' | 'pictureProblem'>> => {
  const address = webAddress(named, base);
  if (!address) return {};
  const answer = await send(address, {
    maxBytes: pictureLimits.maxBytes,
    timeoutMs: 5_000,
    headers: { accept: 'image/jpeg,image/png,image/webp,image/gif;q=0.8' },
  });
  if (!answer.ok) return { pictureProblem: answer.sentence };
  if (answer.response.status !== 200) return { pictureProblem: refuse('status').sentence };
  const picture = await readPicture(answer.response.bytes);
  return picture.ok ? { picture } : { pictureProblem: picture.sentence };
};
