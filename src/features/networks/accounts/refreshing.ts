import type { Parts } from '../parts.ts';
import type { HeldSession } from './sealing.ts';
import type { Sessions } from './sessions.ts';
import { listDue, type Ref, updateAccount } from './store.ts';

const minuteMs = 60_000;
const batch = 200;
const atOnce = 8;
/** The job's own limit is five minutes. */
const longestMs = 4 * minuteMs;

/**
 * When a session is to be refreshed by schedule: a quarter of its life before its end, six minutes at least, as the
 * job comes every five; up to a tenth earlier by chance, so that accounts connected together drift apart. Sessions are
 * therefore fresh whenever somebody shares, and a share leaves no trace in its account's row.
 * @param random 0 ≤ random < 1
 */
export function refreshDueAt({ endsAt }: HeldSession, now: Date, random: number): Date | null {
  if (endsAt === null) return null;
  const life = endsAt.getTime() - now.getTime();
  const margin = Math.max(life / 4, 6 * minuteMs) + (life / 10) * random;
  return new Date(Math.max(endsAt.getTime() - margin, now.getTime()));
}

/** Refreshes what is due in every organisation and marks the accounts that have to be connected again. */
export async function refreshDueSessions(parts: Parts, sessions: Sessions): Promise<void> {
  const startedAt = performance.now();
  const counts = { fresh: 0, reconnect: 0, later: 0 };
  for (;;) {
    const due = await parts.db.directory((tx) => listDue(tx, parts.clock.now(), batch));
    const next = due.values();
    const workers = Array.from({ length: atOnce }, async () => {
      for (const ref of next) counts[await refreshOne(parts, sessions, ref)] += 1;
    });
    await Promise.all(workers);
    if (due.length < batch || performance.now() - startedAt > longestMs) break;
  }
  if (counts.fresh + counts.reconnect + counts.later > 0) parts.log.info({ event: 'networks.refreshed', ...counts });
}

async function refreshOne(parts: Parts, sessions: Sessions, ref: Ref): Promise<'fresh' | 'reconnect' | 'later'> {
  const held = await sessions.current(ref);
  if (!held) return 'reconnect';
  const renewal = await sessions.renew(ref, held.session);
  if (renewal.kind === 'reconnect') {
    await sessions.markLost(ref, held.session);
    return 'reconnect';
  }
  const now = parts.clock.now();
  const due =
    renewal.kind === 'fresh'
      ? refreshDueAt(renewal.held, now, Math.random())
      : new Date(now.getTime() + Math.max(renewal.afterSeconds * 1000, 5 * minuteMs));
  await parts.db.inOrg(ref.orgId, (tx) => updateAccount(tx, ref.id, { refresh_due: due }));
  return renewal.kind;
}
