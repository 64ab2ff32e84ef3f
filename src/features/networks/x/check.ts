import type { NetworkLimits, PostCheck, PostDraft } from '../network.ts';
import { checkText } from '../text-check.ts';
import { countCashtags, weighText } from './text-length.ts';

/** 280 weighted characters; 4 pictures of 5 MB; 100 posts in 15 minutes (docs.x.com/x-api/fundamentals/rate-limits). */
export const limits: NetworkLimits = {
  text: 280,
  pictures: 4,
  pictureBytes: 5_000_000,
  cardPictureBytes: 5_000_000,
  postsPerHour: 400,
  // docs.x.com/x-api/media/quickstart/best-practices: 512 MB, and 140 seconds for accounts that don't pay X.
  video: { bytes: 512_000_000, seconds: 140, leastSeconds: 1 },
};

/** What X's API would refuse about a draft, and the characters left as X weighs them. */
export function checkDraft(draft: PostDraft): PostCheck {
  const checked = checkText(draft, { title: 'X', limits, count: weighText });
  if (countCashtags(draft.text) < 2) return checked;
  const sentence = 'X takes one cashtag ($ABC) a post from apps; take the others out.';
  return { ...checked, problems: [...checked.problems, { code: 'too_many_cashtags', sentence }] };
}
