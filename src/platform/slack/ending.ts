import type { Tx } from '../db/index.ts';
import { orgOf } from '../db/index.ts';
import type { InstallationRef } from './client.ts';
import type { SlackContext } from './context.ts';
import { announceEnd } from './job-kinds.ts';
import { endInstallation } from './store.ts';

/**
 * Ends an installation: its tokens are erased here and now, in the caller's transaction, and the slices are told by a
 * job. An ending that belongs to an older generation changes nothing, so a late one does no harm to a newer install.
 * @param record writes down whose act it was; Slack's own unless told
 * @returns whether the installation was active
 */
export async function endNow(
  context: SlackContext,
  tx: Tx,
  ref: InstallationRef,
  state: 'revoked' | 'uninstalled',
  record: (tx: Tx) => Promise<void> = async () => context.onEndedBySlack?.(tx, state),
): Promise<boolean> {
  const ended = await endInstallation(tx, ref.id, ref.generation, state, context.clock.now());
  if (!ended) return false;
  await record(tx);
  const payload = { orgId: orgOf(tx), installationId: ref.id, generation: ref.generation };
  await context.enqueue(tx, announceEnd, payload);
  tx.afterCommit(() => context.log.info({ event: 'slack.installation_ended', ...payload, state }));
  return true;
}
