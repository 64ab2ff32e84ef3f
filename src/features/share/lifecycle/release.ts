import { orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { requestKeyName } from '../blind.ts';
import { tellRelease } from '../events.ts';
import { nextRelease } from '../figures/figure.ts';
import { addRelease, releasedTallies } from '../figures/store.ts';
import { refreshMessage } from '../jobs.ts';
import { dayOf } from '../outgoing/good-time.ts';
import { cancelLeftovers } from '../outgoing/leftovers.ts';
import { countTokens, deleteTokens, shuffleTokens } from '../outgoing/store.ts';
import type { ShareParts } from '../parts.ts';
import { findRequest, openRequests, setProgress } from '../store.ts';

/** Sets free what may be told of a request now. @returns whether a figure has changed */
export async function releaseNow(parts: ShareParts, tx: Tx, requestId: string): Promise<boolean> {
  const request = await findRequest(tx, requestId, true);
  if (request === null) return false;
  const { timeZone, smallGroup } = await parts.organisation(tx);
  const actual = await countTokens(tx, requestId);
  const released = (await releasedTallies(tx, [requestId])).get(requestId) ?? { shares: {}, awareness: 0 };
  const step = nextRelease(actual, released, smallGroup);
  if (step !== null) {
    await addRelease(tx, requestId, dayOf(parts.clock.now(), timeZone), step);
    await tellRelease(parts, tx, requestId, smallGroup);
  }
  await shuffleTokens(tx, requestId);
  return step !== null;
}

const all = 1_000_000;

/** At the full hour: every open request of every organisation. The messages in Slack follow. */
export async function releaseAll(parts: ShareParts, organisations: () => Promise<readonly string[]>): Promise<void> {
  for (const id of await organisations()) {
    const orgId = parseOrgId(id);
    const open = await parts.db.inOrg(orgId, (tx) => openRequests(tx, all));
    for (const request of open) {
      await parts.db.inOrg(orgId, async (tx) => {
        if (!(await releaseNow(parts, tx, request.id))) return;
        await parts.jobs.enqueue(tx, refreshMessage, { orgId, requestId: request.id }, { key: request.id });
      });
    }
  }
}

/** A day after the end: the last whole group, then the tokens go and the key with them. Nobody can tell any more who it was. */
export async function close(
  parts: ShareParts,
  ids: { readonly orgId: string; readonly requestId: string },
): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const over = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (over === null || (over.state !== 'ended' && over.state !== 'recalled')) return;
  await cancelLeftovers(parts, orgId, ids.requestId);
  await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, ids.requestId, true);
    if (request === null) return;
    await releaseNow(parts, tx, request.id);
    await deleteTokens(tx, request.id);
    await setProgress(tx, request.id, { closed_at: parts.clock.now() });
  });
  await parts.ring.destroy(requestKeyName(ids.requestId));
}
