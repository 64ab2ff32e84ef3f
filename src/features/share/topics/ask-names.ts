import type { OrgId } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import type { Destination } from '../request.ts';

/** The channels that were chosen themselves. */
export const chosenChannels = ({ channelId, moreChannelIds = [] }: Destination): readonly string[] => [
  ...(channelId ? [channelId] : []),
  ...moreChannelIds,
];

/**
 * What Slack calls some channels, asked outside of any transaction; of those that it does not tell of the id has to do.
 * @param known those that need not be asked for; one that is named by its id was never told
 */
export async function askNames(
  { slack }: Pick<ShareParts, 'slack'>,
  orgId: OrgId,
  channelIds: readonly string[],
  known: readonly { readonly id: string; readonly name: string }[] = [],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const id of channelIds) {
    const told = known.find((channel) => channel.id === id && channel.name !== id)?.name;
    const answered = told === undefined ? await slack(orgId).channel(id) : null;
    const name = told ?? (answered?.ok ? answered.channel.name : undefined);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}
