import { countGraphemes } from '../text-check.ts';
import { countBytes } from './text-length.ts';

/** A stretch of text that means something: offsets in UTF-8 bytes, end exclusive (app.bsky.richtext.facet). */
export interface Facet {
  readonly index: { readonly byteStart: number; readonly byteEnd: number };
  readonly features: readonly FacetFeature[];
}

export type FacetFeature =
  | { readonly $type: 'app.bsky.richtext.facet#link'; readonly uri: string }
  | { readonly $type: 'app.bsky.richtext.facet#tag'; readonly tag: string }
  | { readonly $type: 'app.bsky.richtext.facet#mention'; readonly did: string };

/** A stretch found in the text; positions in JavaScript's string units. */
export type Span = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'link'; readonly uri: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'mention'; readonly handle: string }
);

const invisible = '\\u00AD\\u2060\\u200A\\u200B\\u200C\\u200D\\u20E2';
const linkPattern = /(?<=^|[\s(])https?:\/\/[^\s]+/giu;
const tagPattern = new RegExp(
  `(?<=^|\\s)[#＃](?!\\uFE0F)([^\\s${invisible}]*[^\\d\\s\\p{P}${invisible}]+[^\\s${invisible}]*)`,
  'gu',
);
const mentionPattern = /(?<=^|[\s(])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)/giu;
const longestTag = 64;

/** Links, tags and mentions of a text in order. Nothing is resolved; a mention is still a handle. */
export function findSpans(text: string): readonly Span[] {
  return [...findLinks(text), ...findTags(text), ...findMentions(text)].sort((a, b) => a.start - b.start);
}

/**
 * Facets for a text. `dids` maps the handles that could be resolved; a mention of any other stays plain text, as in
 * Bluesky's own app.
 */
export function buildFacets(text: string, dids: ReadonlyMap<string, string>): readonly Facet[] {
  return findSpans(text).flatMap((span) => {
    const feature = featureOf(span, dids);
    if (!feature) return [];
    const byteStart = countBytes(text.slice(0, span.start));
    const byteEnd = byteStart + countBytes(text.slice(span.start, span.end));
    return [{ index: { byteStart, byteEnd }, features: [feature] }];
  });
}

function featureOf(span: Span, dids: ReadonlyMap<string, string>): FacetFeature | null {
  if (span.kind === 'link') return { $type: 'app.bsky.richtext.facet#link', uri: span.uri };
  if (span.kind === 'tag') return { $type: 'app.bsky.richtext.facet#tag', tag: span.tag };
  const did = dids.get(span.handle);
  return did ? { $type: 'app.bsky.richtext.facet#mention', did } : null;
}

function findLinks(text: string): Span[] {
  return [...text.matchAll(linkPattern)].flatMap((match) => {
    const uri = trimLink(match[0]);
    if (!URL.canParse(uri)) return [];
    return [{ kind: 'link', start: match.index, end: match.index + uri.length, uri }];
  });
}

/** Punctuation after a link belongs to the sentence; a closing bracket too, unless the link opened it. */
function trimLink(matched: string): string {
  let uri = matched;
  for (;;) {
    const trimmed = uri.replace(/[.,;:!?'"»”’]+$/u, '');
    const bracketed = trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1) : trimmed;
    if (bracketed === uri) return uri;
    uri = bracketed;
  }
}

function findTags(text: string): Span[] {
  return [...text.matchAll(tagPattern)].flatMap((match) => {
    const tag = (match[1] ?? '').replace(/\p{P}+$/u, '');
    if (tag.length === 0 || countGraphemes(tag) > longestTag) return [];
    return [{ kind: 'tag', start: match.index, end: match.index + 1 + tag.length, tag }];
  });
}

function findMentions(text: string): Span[] {
  return [...text.matchAll(mentionPattern)].map((match) => ({
    kind: 'mention',
    start: match.index,
    end: match.index + match[0].length,
    handle: (match[1] ?? '').toLowerCase(),
  }));
}
