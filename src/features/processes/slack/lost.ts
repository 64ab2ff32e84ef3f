import type { Tx } from '../../../platform/db/index.ts';
import type { OnLeaving } from '../../people/index.ts';
import { forgetLost, noteAlarm } from '../alarms/store.ts';
import type { ProcessParts } from '../parts.ts';
import { findRun, handRun, openRuns, type Run, recentRuns } from '../runs/store.ts';
import { answeringFor } from '../writing/reminders.ts';
import { mayRead } from '../writing/standing.ts';
import { findProcess } from '../writing/store.ts';
import { retellRun, tellHolders, toldOf } from './telling.ts';

type Parts = Pick<ProcessParts, 'clock' | 'people' | 'policy'>;

const dayMs = 86_400_000;

/** As long as notices are kept. */
const keptMs = 60 * dayMs;

/**
 * Replaces the messages of whoever may not read a run any more, and gives it back to whoever may again.
 * @param processId of one process, as far back as anything was told; left out: of all, what is open or ended just now, as this
 * is asked every few minutes
 */
export async function replaceLost(parts: Parts, tx: Tx, processId?: string): Promise<void> {
  const since = new Date(parts.clock.now().getTime() - (processId === undefined ? 2 * dayMs : keptMs));
  const may = new Map<string, boolean>();
  for (const run of await recentRuns(tx, since, processId)) {
    const found = await findProcess(tx, run.processId);
    const told = found === null ? [] : await toldOf(parts, tx, run);
    let isChanged = false;
    for (const personId of told) {
      const key = `${run.processId} ${personId}`;
      if (found !== null && !may.has(key)) may.set(key, await mayRead(parts, tx, found, personId));
      const isLost = may.get(key) === false;
      const isNews = isLost
        ? await noteAlarm(tx, run.id, personId, 'lost', parts.clock.now())
        : await forgetLost(tx, run.id, personId);
      isChanged ||= isNews;
    }
    if (isChanged) await retellRun(parts, tx, run);
  }
}

/** What somebody who leaves has in hand goes to whoever answers for it, who is told. */
export function handOnRuns(parts: Parts): OnLeaving {
  return async (tx, personId) => {
    for (const run of await openRuns(tx, { doerId: personId })) await handOn(parts, tx, run, personId);
  };
}

async function handOn(parts: Parts, tx: Tx, run: Run, leaverId: string): Promise<void> {
  const found = await findProcess(tx, run.processId);
  if (found === null) return;
  const answering = (await answeringFor(parts, tx, found.process)).find((id) => id !== leaverId) ?? null;
  await handRun(tx, run.id, { doerId: answering, dueAt: run.dueAt });
  const handed = await findRun(tx, run.id);
  if (handed !== null) await tellHolders(parts, tx, handed, ['Whoever had it in hand has left.']);
}
