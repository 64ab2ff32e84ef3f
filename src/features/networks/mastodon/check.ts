import type { AccountLimits, NetworkLimits, PostCheck, PostDraft } from '../network.ts';
import { checkText } from '../text-check.ts';
import { countMastodon } from './text-length.ts';

/**
 * Mastodon's defaults; a server's own stand in the account's limits. It takes 300 posts of an account in three hours.
 * Link cards are the server's: no picture of ours goes into one.
 */
export const limits: NetworkLimits = {
  ...{ text: 500, pictures: 4, pictureBytes: 16_000_000, cardPictureBytes: 16_000_000 },
  postsPerHour: 100,
  // Mastodon's own since 4.2; before, and on others, 40 MB (docs.joinmastodon.org/user/posting/#media). No longest time.
  video: { bytes: 103_809_024, seconds: 36_000 },
};

/** What the account's server would refuse about a draft, and the characters left as it counts them. */
export function checkDraft(draft: PostDraft, account: AccountLimits = {}): PostCheck {
  const own = {
    ...limits,
    text: account.text ?? limits.text,
    pictures: account.pictures ?? limits.pictures,
    pictureBytes: account.pictureBytes ?? limits.pictureBytes,
  };
  return checkText(draft, { title: 'Mastodon', limits: own, count: (text) => countMastodon(text, account.linkLength) });
}
