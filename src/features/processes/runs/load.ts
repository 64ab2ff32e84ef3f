import type { Context } from 'hono';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/http/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import { retellRun } from '../slack/telling.ts';
import { refused } from '../writing/answers.ts';
import { loadProcess } from '../writing/standing.ts';
import type { Outcome } from '../writing/writing.ts';
import { showRun } from './show.ts';
import { findRun, type Run } from './store.ts';

/** The run of an address, for whoever may read its process; `mayAny`: they answer for it. */
export async function loadRun(
  parts: Pick<ProcessParts, 'people'>,
  tx: Tx,
  asking: Asking,
  id: string,
  lock = false,
): Promise<{ readonly run: Run; readonly mayAny: boolean } | null> {
  const run = await findRun(tx, id, lock);
  const loaded = run && (await loadProcess(parts, tx, asking, run.processId));
  return run && loaded ? { run, mayAny: loaded.can('processes.edit') } : null;
}

/** Does something in a run, and shows it as it is then. */
export function onRun(
  parts: ProcessParts,
  c: Context,
  asking: Asking,
  id: string,
  act: (tx: Tx, run: Run, mayAny: boolean) => Promise<Outcome | null>,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const loaded = await loadRun(parts, tx, asking, id, true);
    if (loaded === null) return notFound(c);
    const outcome = await act(tx, loaded.run, loaded.mayAny);
    if (outcome === null) return notFound(c);
    if (outcome.kind !== 'done') return refused(c, outcome);
    const run = await findRun(tx, id);
    if (run === null) return notFound(c);
    await retellRun(parts, tx, run);
    return c.json(await showRun(parts, tx, asking, run, loaded.mayAny));
  });
}
