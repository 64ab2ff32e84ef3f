import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import type { Destination, SendingProblem } from '../request.ts';
import { mostChannels } from '../request.ts';
import type { Asking } from '../review/asking.ts';
import { channelNames, listTopics } from './store.ts';
import { assignedWith, channelsOf, type Topic } from './topic.ts';

/** Whoever lets a request go out, as far as its topics are concerned. */
export type Poster = Pick<Asking, 'allowed' | 'orgId'>;

/**
 * What keeps somebody from posting where a draft goes. An assigned topic guards its channels, too, however they were
 * chosen: else choosing a channel by its name would be the way around it.
 */
export async function topicProblems(tx: Tx, poster: Poster, draft: Destination): Promise<readonly SendingProblem[]> {
  const { topicIds = [] } = draft;
  const topics = await listTopics(tx);
  const chosen = topics.filter(({ id }) => topicIds.includes(id));
  if (chosen.length < topicIds.length) {
    return [{ field: 'topicIds', sentence: 'A topic that was chosen is not there any more. Choose another.' }];
  }
  const channels = channelsOf(draft, topics);
  if (channels.length > mostChannels) {
    return [{ field: 'topicIds', sentence: `A request goes to at most ${mostChannels} channels.` }];
  }
  const forbidden = chosen.find((topic) => !mayPostTo(poster, topic));
  if (forbidden !== undefined) {
    return [{ field: 'topicIds', sentence: `You are not among those who may post to “${forbidden.name}”.` }];
  }
  for (const channelId of channels) {
    const guards = assignedWith(channelId, topics);
    const [guard] = guards;
    if (guard === undefined || guards.some((topic) => mayPostTo(poster, topic))) continue;
    const name = (await channelNames(tx)).get(channelId) ?? channelId;
    const sentence = `#${name} belongs to “${guard.name}”, and you are not among those who may post there.`;
    return [{ field: channelId === draft.channelId ? 'channelId' : 'moreChannelIds', sentence }];
  }
  return [];
}

/** Whether somebody may post to a topic. */
export function mayPostTo({ allowed, orgId }: Poster, { id, kind, publisherIds }: Topic): boolean {
  return allowed('topics.post', { type: 'Topic', id, orgId, isOpen: kind === 'open', publishers: publisherIds });
}

/** Somebody for whom something is sent while they are not there; where they publish no more they may post nowhere. */
export async function posterFor(
  { people, policy }: Pick<ShareParts, 'people' | 'policy'>,
  tx: Tx,
  orgId: OrgId,
  personId: string,
): Promise<Poster> {
  const actors = await people.actorsIn(tx, ['owner', 'admin', 'publisher']);
  const actor = actors.find((one) => one.personId === personId);
  return {
    orgId,
    allowed: (action, resource) => actor !== undefined && policy.decide({ actor, action, resource }),
  };
}
