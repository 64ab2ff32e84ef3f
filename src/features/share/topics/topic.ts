import { z } from 'zod';
import { nameKey } from '../campaigns/campaign.ts';
import { type Destination, line, mostChannels } from '../request.ts';

/** To an open topic anybody posts who publishes; to an assigned one, those who are named for it. */
export const topicKinds = ['open', 'assigned'] as const;

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly kind: (typeof topicKinds)[number];
  /** Ids in Slack, in their order. */
  readonly channelIds: readonly string[];
  /** People who may post to it; nobody else may where it is assigned. */
  readonly publisherIds: readonly string[];
}

const mostPublishers = 200;
const unique = (ids: readonly string[]) => [...new Set(ids)];

/** What is said about a topic when it is made or changed. */
export const topicSchema = z.strictObject({
  name: line(60).min(1, 'Give the topic a name.'),
  kind: z.enum(topicKinds),
  channelIds: z
    .array(line(40).min(1))
    .min(1, 'Choose at least one channel.')
    .max(mostChannels, `A topic has at most ${mostChannels} channels.`)
    .overwrite(unique),
  publisherIds: z.array(z.uuid()).max(mostPublishers).overwrite(unique).default([]),
});

type WantedTopic = Pick<Topic, 'kind' | 'channelIds' | 'publisherIds'>;

/** Names that differ in case and spaces alone are one name. */
export const topicKey = nameKey;

/**
 * What keeps a topic from being kept as it is wanted; null for nothing. A channel is open or assigned, not both: else
 * the one would be a way around the other.
 * @param others all other topics
 * @param nameOf what a channel is called
 */
export function topicProblem(
  wanted: WantedTopic,
  others: readonly Topic[],
  nameOf: (channelId: string) => string,
): { readonly field: 'channelIds' | 'publisherIds'; readonly sentence: string } | null {
  if (wanted.kind === 'assigned' && wanted.publisherIds.length === 0) {
    return { field: 'publisherIds', sentence: 'Name at least one person who may post to it.' };
  }
  for (const other of others.filter(({ kind }) => kind !== wanted.kind)) {
    const shared = wanted.channelIds.find((id) => other.channelIds.includes(id));
    if (shared === undefined) continue;
    const sentence = `#${nameOf(shared)} belongs to “${other.name}”, which is ${other.kind}. A channel can't be in open and assigned topics at once.`;
    return { field: 'channelIds', sentence };
  }
  return null;
}

/** Every channel that a request goes to, each once: those that were chosen themselves, then those of its topics. */
export function channelsOf(
  { channelId, moreChannelIds = [], topicIds = [] }: Destination,
  topics: readonly Topic[],
): string[] {
  const ofTopics = topicIds.flatMap((id) => topics.find((topic) => topic.id === id)?.channelIds ?? []);
  return unique([...(channelId ? [channelId] : []), ...moreChannelIds, ...ofTopics]);
}

/** The assigned topics that a channel belongs to. */
export function assignedWith(channelId: string, topics: readonly Topic[]): readonly Topic[] {
  return topics.filter(({ kind, channelIds }) => kind === 'assigned' && channelIds.includes(channelId));
}
