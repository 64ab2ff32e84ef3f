import { plural } from '../../../../web/figures.ts';
import type { Topic } from './topics-api.ts';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly members?: number | undefined;
}

interface Chosen {
  readonly channelId: string;
  readonly moreChannelIds: readonly string[];
  readonly topicIds: readonly string[];
}

/** Every channel that a form goes to, each once: those that were chosen, then those of its topics. */
export function placesOf(
  { channelId, moreChannelIds, topicIds }: Chosen,
  topics: readonly Topic[],
  channels: readonly Place[],
): Place[] {
  const chosen = [channelId, ...moreChannelIds].filter((id) => id !== '');
  const ofTopics = topics.filter(({ id }) => topicIds.includes(id)).flatMap((topic) => topic.channels);
  const ids = [...new Set([...chosen, ...ofTopics.map(({ id }) => id)])];
  return ids.map(
    (id) => channels.find((channel) => channel.id === id) ?? ofTopics.find((one) => one.id === id) ?? { id, name: id },
  );
}

/** "#news, #sales and #port". */
export function placeWords(places: readonly { readonly name: string }[]): string {
  const names = places.map(({ name }) => `#${name}`);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** "#news and 2 more", where there is little room; null for none. */
export function shortPlaces(places: readonly { readonly name: string }[]): string | null {
  const [first, ...more] = places;
  if (first === undefined) return null;
  return more.length === 0 ? `#${first.name}` : `#${first.name} and ${more.length} more`;
}

/** How many people each channel has, as far as Slack tells; somebody in two of them is in both numbers. */
export function audienceWords(places: readonly Place[]): string {
  return places
    .map(({ name, members }) => (members === undefined ? `#${name}` : `#${name} (${plural(members, 'member')})`))
    .join(', ');
}
