import {
  IconBookmark,
  IconChartBar,
  IconHeart,
  IconMessageCircle,
  IconRepeat,
  IconSend,
  IconShare3,
  IconStar,
  IconThumbUp,
} from '@tabler/icons-react';
import type { NetworkName } from '../network.ts';

/** How a network sets a post: what a colleague's name stands with, and what readers can do. */
interface PostLook {
  /** Behind the name, in the same line; or, where a post has a head of its own, under it. */
  readonly byline: string;
  /** Whether name and picture stand over the whole width, as a head. */
  readonly headed: boolean;
  readonly acts: ReadonlyArray<{ readonly icon: typeof IconHeart; readonly word?: string }>;
}

const reply = { icon: IconMessageCircle };
const again = { icon: IconRepeat };
const heart = { icon: IconHeart };

export const looks: Readonly<Record<NetworkName, PostLook>> = {
  linkedin: {
    ...{ byline: 'Colleague at your company · now', headed: true },
    acts: [
      { icon: IconThumbUp, word: 'Like' },
      { ...reply, word: 'Comment' },
      { ...again, word: 'Repost' },
      { icon: IconSend, word: 'Send' },
    ],
  },
  facebook: {
    ...{ byline: 'Just now', headed: true },
    acts: [
      { icon: IconThumbUp, word: 'Like' },
      { ...reply, word: 'Comment' },
      { icon: IconShare3, word: 'Share' },
    ],
  },
  mastodon: {
    ...{ byline: '@colleague@mastodon.social', headed: true },
    acts: [reply, again, { icon: IconStar }, { icon: IconBookmark }],
  },
  x: {
    ...{ byline: '@colleague · now', headed: false },
    acts: [reply, again, heart, { icon: IconChartBar }, { icon: IconBookmark }],
  },
  threads: { byline: 'now', headed: false, acts: [heart, reply, again, { icon: IconSend }] },
  bluesky: { byline: '@colleague.bsky.social · now', headed: false, acts: [reply, again, heart] },
};
