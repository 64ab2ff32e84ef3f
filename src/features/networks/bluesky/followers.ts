import { z } from 'zod';
import { ask } from './replies.ts';

const profilesSchema = z.object({
  profiles: z.array(z.object({ followersCount: z.number().int().min(0).default(0) })),
});
/** app.bsky.actor.getProfiles takes 25 accounts at most. */
const batchSize = 25;

/**
 * Followers of all these accounts together, from the public AppView; no token goes there. Accounts that it does not
 * know count nothing. Null when one of the answers is missing: half a total would look like a loss.
 */
export async function countFollowers(
  dids: readonly string[],
  appViewUrl: string,
  fetcher: typeof fetch,
): Promise<number | null> {
  const distinct = [...new Set(dids)];
  let total = 0;
  for (let first = 0; first < distinct.length; first += batchSize) {
    const url = new URL('/xrpc/app.bsky.actor.getProfiles', appViewUrl);
    for (const did of distinct.slice(first, first + batchSize)) url.searchParams.append('actors', did);
    const reply = await ask(() => fetcher(url));
    const answer = reply.kind === 'ok' ? profilesSchema.safeParse(reply.body) : null;
    if (!answer?.success) return null;
    total += answer.data.profiles.reduce((sum, profile) => sum + profile.followersCount, 0);
  }
  return total;
}
