import type { Egress, EgressResponse } from '../../../../platform/egress/index.ts';
import { feedLimits, type OfferedFeed, type ReadFeed } from '../item.ts';
import { readFeed } from '../reading/read-feed.ts';
import { type FeedProblem, problemOfReading, problemOfStatus } from './problems.ts';
import { retryAfter } from './retry.ts';

/** What is known of a feed from the last time. */
export interface Known {
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | {
      readonly kind: 'read';
      readonly feed: ReadFeed;
      readonly url: string;
      readonly moved: boolean;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly kind: 'unchanged'; readonly url: string; readonly moved: boolean }
  | { readonly kind: 'page'; readonly feeds: readonly OfferedFeed[]; readonly problem: FeedProblem }
  | { readonly kind: 'gone'; readonly problem: FeedProblem }
  | { readonly kind: 'failed'; readonly problem: FeedProblem; readonly retryAfterMs: number | null };

/** How much of a server's time a feed may take: all hops together, and each. */
export interface FetchTimes {
  readonly allMs: number;
  readonly hopMs: number;
}

const usualTimes: FetchTimes = { allMs: 25_000, hopMs: 20_000 };
const mostHops = 5;
const permanent: ReadonlySet<number> = new Set([301, 308]);
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const accepted =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';
/** Longer ones are not sent back: a server could make us carry kilobytes for it. */
const longestValidator = 500;

/**
 * Asks for a feed, once. Redirects are followed here, one by one, each under the checks of the way out: only so it can be told which
 * of them say that the feed has moved for good. What was last known is asked for conditionally (RFC 9110, 13).
 */
export async function fetchFeed(
  egress: Pick<Egress, 'fetch'>,
  known: Known,
  now: Date,
  times: FetchTimes = usualTimes,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(times.allMs);
  let url = known.url;
  let moved = true;
  for (let hops = 0; hops <= mostHops; hops += 1) {
    const answer = await egress.fetch(url, {
      ...{ maxBytes: feedLimits.bytes, cut: true, redirects: 'manual', timeoutMs: times.hopMs, signal },
      headers: headersFor(known),
    });
    if (!answer.ok) {
      return { kind: 'failed', problem: { code: answer.reason, sentence: answer.sentence }, retryAfterMs: null };
    }
    const { response } = answer;
    const next = nextAddress(response);
    if (next === null) return finish(response, known, { url, moved: moved && url !== known.url }, now);
    moved = moved && permanent.has(response.status);
    url = next;
  }
  return { kind: 'failed', problem: problemOfStatus(310), retryAfterMs: null };
}

function headersFor({ etag, lastModified }: Known): Record<string, string> {
  return {
    ...{ accept: accepted, 'user-agent': 'Coact (feed reader)' },
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Where a redirect leads; null when the answer is none. What makes no sense as an address is refused by the way out. */
function nextAddress({ status, headers, url }: EgressResponse): string | null {
  const location = headers.get('location');
  if (!redirects.has(status) || location === null) return null;
  return URL.parse(Buffer.from(location, 'latin1').toString('utf8'), url)?.href ?? 'about:blank';
}

async function finish(
  response: EgressResponse,
  known: Known,
  place: { readonly url: string; readonly moved: boolean },
  now: Date,
): Promise<Fetched> {
  const { status, headers } = response;
  if (status === 304 && (known.etag !== null || known.lastModified !== null)) return { kind: 'unchanged', ...place };
  if (status === 410) return { kind: 'gone', problem: problemOfStatus(410) };
  if (status !== 200) {
    return {
      kind: 'failed',
      problem: problemOfStatus(status),
      retryAfterMs: retryAfter(headers.get('retry-after'), now),
    };
  }
  const { bytes, cut } = response;
  const reading = await readFeed({ bytes, cut, contentType: headers.get('content-type') ?? '', address: place.url });
  if (reading.kind === 'feed') {
    const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')].map(validator);
    return { kind: 'read', feed: reading, ...place, etag: etag ?? null, lastModified: lastModified ?? null };
  }
  const problem = problemOfReading(reading);
  if (reading.kind === 'page') return { kind: 'page', feeds: reading.feeds, problem };
  return { kind: 'failed', problem, retryAfterMs: null };
}

const validator = (value: string | null) =>
  value !== null && value.length <= longestValidator && /^[\x20-\x7e]+$/.test(value) ? value : null;
