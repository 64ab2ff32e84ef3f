import { randomId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { NetworkName } from '../network.ts';
import type { Parts } from '../parts.ts';
import { dayOf } from './day.ts';
import { deleteRevocation, findRevocation, insertRevocation, listRevocations, type Ref } from './store.ts';

/** Refresh tokens of every network die by themselves within this time. */
const pointlessAfterDays = 100;
const batch = 200;

/** Keeps a session, sealed, until the network has ended it. In the transaction that takes it from its account. */
export async function queueRevocation(parts: Parts, tx: Tx, network: NetworkName, session: string): Promise<string> {
  const id = randomId();
  const sealed = await parts.vault.seal(tx, placeOf(id), session);
  await insertRevocation(tx, { id, network, session: sealed, queued_on: dayOf(parts.clock.now()) });
  return id;
}

/** Ends one queued session at its network. False when the network did not answer; it stays queued then. */
export async function revokeQueued(parts: Parts, ref: Ref): Promise<boolean> {
  const queued = await parts.db.inOrg(ref.orgId, async (tx) => {
    const row = await findRevocation(tx, ref.id);
    return row ? { ...row, text: await parts.vault.openText(tx, placeOf(ref.id), row.session) } : null;
  });
  if (!queued) return true;
  const outcome = await parts.networks[queued.network].revoke(queued.text);
  const isDead = parts.clock.now().getTime() - Date.parse(queued.queued_on) > pointlessAfterDays * 86_400_000;
  if (outcome.kind !== 'revoked' && !isDead) return false;
  await parts.db.inOrg(ref.orgId, (tx) => deleteRevocation(tx, ref.id));
  return true;
}

/** Ends every queued session that a network will hear of now. */
export async function revokeAllQueued(parts: Parts): Promise<void> {
  const refs = await parts.db.directory((tx) => listRevocations(tx, batch));
  let waiting = 0;
  for (const ref of refs) if (!(await revokeQueued(parts, ref))) waiting += 1;
  if (refs.length > 0) parts.log.info({ event: 'networks.revoked', ended: refs.length - waiting, waiting });
}

function placeOf(id: string): { table: string; column: string; rowId: string } {
  return { table: 'revocations', column: 'session', rowId: id };
}
