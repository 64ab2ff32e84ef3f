import type { NetworkLimits, PostCheck, PostDraft } from '../network.ts';
import { checkText } from '../text-check.ts';
import { countThreads } from './text-length.ts';

/**
 * 250 posts of a profile in 24 hours, which may all fall into one; a carousel of 20. Link cards are Threads' own: no
 * picture of ours goes into one.
 */
export const limits: NetworkLimits = {
  ...{ text: 500, pictures: 20, pictureBytes: 8_000_000, cardPictureBytes: 8_000_000 },
  postsPerHour: 250,
  // MP4 of up to 5 minutes and 1 GB, fetched by Meta (https://developers.facebook.com/docs/threads/overview).
  video: { bytes: 1_000_000_000, seconds: 300, fetched: true },
};

/** What Threads would refuse about a draft, and the characters left as it counts them. */
export function checkDraft(draft: PostDraft): PostCheck {
  return checkText(draft, { title: 'Threads', limits, count: countThreads });
}
