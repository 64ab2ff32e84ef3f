import { checkWords } from '../outgoing/post-text.ts';
import type { ShareParts } from '../parts.ts';
import { type Destination, type Draft, draftSchema } from '../request.ts';
import { dayInMs, type FeedSettings } from './feed.ts';
import type { FeedItem } from './item.ts';
import { shortened } from './reading/plain-text.ts';
import { filled, filledParameter, fitted } from './wording.ts';

type Made = Pick<FeedSettings, 'name' | 'template' | 'networks' | 'editPolicy' | 'endAfterDays'> &
  Destination & { readonly utm: Draft['utm'] };

/**
 * The request that is made of an item, each text cut to what fits its place: no item is too long for a request.
 * @param pictureId of the item's picture, as it was encoded anew
 */
export function composeDraft(
  parts: Pick<ShareParts, 'networks' | 'linksUrl'>,
  settings: Made,
  item: FeedItem,
  pictureId: string | null,
  now: Date,
): Draft {
  const { template, endAfterDays } = settings;
  const words = filled(template.networkText, item);
  const networks = settings.networks.map((network) => {
    const text = fitted(shortened(words, 3_000), (some) => checkWords(parts, network, some).problems.length === 0);
    return [network, { variants: [text] }] as const;
  });
  return draftSchema.parse({
    link: item.link ?? '',
    title: shortened(filled(template.title, item).replaceAll(/\s+/g, ' '), 150),
    slackText: shortened(filled(template.slackText, item), 2_500),
    picture: null,
    networks: Object.fromEntries(networks),
    editPolicy: settings.editPolicy,
    utm: Object.fromEntries(
      Object.entries(settings.utm).map(([name, value]) => [name, value && filledParameter(value, settings.name)]),
    ),
    ...{ channelId: settings.channelId, moreChannelIds: settings.moreChannelIds, topicIds: settings.topicIds },
    endsAt: endAfterDays === null ? null : new Date(now.getTime() + endAfterDays * dayInMs).toISOString(),
    preview: { title: shortened(item.title, 300), description: shortened(item.description, 1_000), pictureId },
  });
}
