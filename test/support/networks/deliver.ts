import type { Network, Post, PostOutcome } from '../../../src/features/networks/index.ts';

/**
 * Delivers a post as shares are delivered: once more after every answer that settles nothing, saying so, and looking
 * first where the network lets one look.
 * @param tries at most so many calls to post
 */
export async function deliver(
  network: Network,
  session: string,
  post: Post,
  tries = 6,
): Promise<{ readonly outcome: PostOutcome; readonly asked: number }> {
  const recordKey = network.recordKey(new Date(), Math.random());
  let memory: string | null = null;
  let repeated = false;
  let outcome: PostOutcome = { kind: 'unknown' };
  for (let asked = 1; asked <= tries; asked += 1) {
    const remember = async (kept: string) => {
      memory = kept;
    };
    const place = { recordKey, repeated, memory, remember };
    if (repeated) {
      const found = await network.find(session, post, place);
      if (found.kind === 'found') return { outcome: { ...found, kind: 'posted' }, asked };
      if (found.kind === 'later') continue;
    }
    outcome = await network.post(session, post, place);
    if (outcome.kind !== 'later' && outcome.kind !== 'unknown') return { outcome, asked };
    if (outcome.kind === 'unknown') repeated = true;
  }
  return { outcome, asked: tries };
}
