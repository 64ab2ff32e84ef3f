import { composerAt } from '../composer-link.ts';
import type { Network } from '../network.ts';
import { byPage } from '../post-page.ts';
import { countGraphemes } from '../text-check.ts';
import { networkWithoutAccount } from '../without-account.ts';

export interface FacebookSettings {
  /** App of Meta whose share dialog opens; the older sharer page needs none. */
  readonly appId?: string | undefined;
  readonly webUrl: string;
}

/** The longest text that Facebook shows in a post; people paste it themselves. */
const longestText = 63_206;

/** Facebook lets no app act for a person. */
const engagement = byPage({
  hosts: ['facebook.com'],
  path: /^\/(?:[^/]+\/(?:posts|videos|photos)\/.+|share\/.+|permalink\.php|photo|watch|reel\/.+)\/?$/,
});

/**
 * Facebook lets nobody post to a personal profile for a person, and forbids to fill in their words: its own dialog opens
 * with the tracked link, and shows the card that the short link's page describes
 * (https://developers.facebook.com/docs/sharing/reference/share-dialog).
 */
export function createFacebook({ appId, webUrl }: FacebookSettings): Network {
  return networkWithoutAccount({
    name: 'facebook',
    title: 'Facebook',
    limits: { text: longestText, pictures: 0, pictureBytes: 0, cardPictureBytes: 8_000_000, postsPerHour: 100 },
    count: countGraphemes,
    engagement,
    composer:
      appId === undefined
        ? composerAt(`${webUrl}/sharer/sharer.php`, { url: 'u' })
        : composerAt(`${webUrl}/dialog/share`, { url: 'href' }, { app_id: appId, display: 'popup' }),
    unavailable:
      'Facebook lets no app post to a personal profile. People share by its own dialog, which opens from Slack.',
  });
}
