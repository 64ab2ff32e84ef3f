import { plural } from '../../../../web/figures.ts';
import { formatAgo } from '../../../../web/zoned-time.ts';
import type { Feed, FeedMode } from './contract.ts';

export const modeWords: Readonly<Record<FeedMode, { readonly label: string; readonly explains: string }>> = {
  review: {
    label: 'Let items wait for review',
    explains: 'You decide about each one; what waits for too long expires.',
  },
  draft: { label: 'Make drafts', explains: 'Each item becomes a draft that you can change and send.' },
  send: {
    label: 'Send by itself',
    explains: 'Each item goes to the feed’s channels without anybody looking at it first.',
  },
};

export interface FeedStatus {
  readonly tone: 'good' | 'waiting' | 'trouble' | 'bad' | 'quiet';
  readonly label: string;
  /** What there is to say beyond it; empty where nothing is. */
  readonly text: string;
}

/** How a feed is doing, in words. */
export function statusOf(feed: Feed, now: Date): FeedStatus {
  const { problem } = feed;
  if (feed.state === 'paused') return { tone: 'quiet', label: 'Paused', text: '' };
  if (feed.state === 'off') return { tone: 'bad', label: 'Switched off', text: problem?.sentence ?? '' };
  if (problem !== null) {
    const since = feed.failingSince === null ? '' : ` First failed ${formatAgo(feed.failingSince, now)}.`;
    const tone = feed.failing ? 'bad' : 'trouble';
    return { tone, label: feed.failing ? 'Failing for days' : 'Trouble', text: problem.sentence + since };
  }
  if (feed.checking || feed.checkedAt === null) return { tone: 'waiting', label: 'Looking…', text: '' };
  return { tone: 'good', label: `Looked at ${formatAgo(feed.checkedAt, now)}`, text: readWords(feed) };
}

/** What the last look brought, as far as it is worth a word. */
export function readWords({ lastRead }: Pick<Feed, 'lastRead'>): string {
  if (lastRead === null) return '';
  const { items, taken, held, filtered, withoutLink, broken, cut } = lastRead;
  return [
    `${plural(items, 'item')} read, ${taken === 0 ? 'nothing new' : `${taken} new`}`,
    held > 0 && `${held} wait for the next look`,
    filtered > 0 && `${filtered} kept out by words`,
    withoutLink > 0 && `${withoutLink} without a link`,
    broken > 0 && `${broken} broken`,
    cut && 'the rest of this long feed was not read',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "every 15 minutes", "every hour", "every 2 days". */
export function everyWords(minutes: number): string {
  const [count, unit] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}
