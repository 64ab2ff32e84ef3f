import type { NetworkLimits, PostCheck, PostDraft } from '../network.ts';
import { checkText, countGraphemes } from '../text-check.ts';
import { countBytes, maxGraphemes, maxTextBytes } from './text-length.ts';

/** Lexicons app.bsky.feed.post, embed.images and embed.external; a create costs 3 of 5000 points an hour. */
export const limits: NetworkLimits = {
  text: maxGraphemes,
  pictures: 4,
  pictureBytes: 2_000_000,
  cardPictureBytes: 1_000_000,
  postsPerHour: 1_666,
  // Lexicon app.bsky.embed.video: MP4 of up to 100 MB; 3 minutes are what its app plays (docs.bsky.app/docs/tutorials/video).
  video: { bytes: 100_000_000, seconds: 180 },
};

/** What Bluesky would refuse about a draft, and the characters left as it counts them. */
export function checkDraft(draft: PostDraft): PostCheck {
  const checked = checkText(draft, { title: 'Bluesky', limits, count: countGraphemes });
  if (checked.remaining < 0 || countBytes(draft.text) <= maxTextBytes) return checked;
  // Reached only with many emoji made of several parts: 300 families are 7,500 bytes.
  const sentence = 'The text has too many combined emoji for Bluesky; take some out.';
  return { ...checked, problems: [{ code: 'too_many_bytes', sentence }, ...checked.problems] };
}
