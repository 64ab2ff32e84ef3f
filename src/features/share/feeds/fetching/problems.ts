import type { OfferedFeed, Reading } from '../item.ts';

/** Why a feed brings nothing: a stable code, and what to do in a sentence or two. */
export interface FeedProblem {
  readonly code: string;
  readonly sentence: string;
}

/** What an answer means that is no feed. */
export function problemOfStatus(status: number): FeedProblem {
  const code = `status_${status}`;
  const say = (sentence: string) => ({ code, sentence: `${sentence} It answered ${status}.` });
  if (status === 310) return { code: 'too_many_redirects', sentence: 'The address redirects too many times.' };
  if (status === 410) return say('The publisher says that this feed is gone for good, so it was switched off.');
  if (status === 404) return say('There is no feed at this address any more. Look on the site for its address.');
  if (status === 401 || status === 403)
    return say('The server doesn’t let Coact read this feed. It must be open to all.');
  if (status === 429) return say('The server asks to be left alone for a while. Coact waits as long as it wishes.');
  if (status >= 500) return say('The server has trouble of its own. Coact tries again.');
  return say('The server answers something else than a feed.');
}

const unreadable = {
  empty: 'The address answers with nothing.',
  not_feed: 'This is neither a feed nor a web page. Check the address.',
  malformed: 'The feed is broken: not one item of it could be read. Tell whoever runs the site.',
  too_large: 'The feed is larger than 5 MB and can’t be read in part. Ask for one with fewer items.',
  too_slow: 'The feed took too long to be read. Ask for one with fewer items.',
} as const;

/** What keeps a document from being a feed. */
export function problemOfReading(reading: Exclude<Reading, { readonly kind: 'feed' }>): FeedProblem {
  if (reading.kind === 'unreadable') return { code: reading.reason, sentence: unreadable[reading.reason] };
  return { code: 'page', sentence: pageSentence(reading.feeds) };
}

function pageSentence(feeds: readonly OfferedFeed[]): string {
  const [first] = feeds;
  if (first === undefined) return 'This is a web page, not a feed, and it names no feed either.';
  const others = feeds.length > 1 ? ` and ${feeds.length - 1} more` : '';
  return `This is a web page, not a feed. It names ${first.url}${others}.`;
}
