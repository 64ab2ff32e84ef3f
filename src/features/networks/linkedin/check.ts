import type { NetworkLimits, PostCheck, PostDraft } from '../network.ts';
import { checkText } from '../text-check.ts';

/**
 * 3,000 characters of text and 20 pictures. LinkedIn names no size in bytes for pictures; 150 requests a day and member
 * are what an ordinary app may make, of which a post with a picture takes three.
 */
export const limits: NetworkLimits = {
  text: 3_000,
  pictures: 20,
  pictureBytes: 5_000_000,
  cardPictureBytes: 5_000_000,
  postsPerHour: 50,
  // The Videos API: 75 kB to 500 MB, 3 seconds to 30 minutes. It takes no description.
  video: { bytes: 500_000_000, seconds: 1_800, leastSeconds: 3 },
};

/** What LinkedIn would refuse about a draft, and the characters left. It counts as its own pages do: in UTF-16 units. */
export function checkDraft(draft: PostDraft): PostCheck {
  return checkText(draft, { title: 'LinkedIn', limits, count: (text) => text.length });
}
