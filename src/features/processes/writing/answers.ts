import type { Context } from 'hono';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound, problem } from '../../../platform/http/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from './process.ts';
import { showProcess } from './show.ts';
import { loadProcess, type ProcessRight } from './standing.ts';
import { findProcess } from './store.ts';
import type { Outcome } from './writing.ts';

/** Does something to a process that whoever asks may do it to, and shows it as it is then. */
export function onProcess(
  parts: ProcessParts,
  c: Context,
  asking: Asking,
  id: string,
  right: ProcessRight,
  act: (tx: Tx, found: Found) => Promise<Outcome>,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    const loaded = await loadProcess(parts, tx, asking, id, true);
    if (loaded === null || !loaded.can(right)) return notFound(c);
    const outcome = await act(tx, loaded.found);
    if (outcome.kind !== 'done') return refused(c, outcome);
    if ((await findProcess(tx, id)) === null) return c.body(null, 204);
    const after = await loadProcess(parts, tx, asking, id);
    // Whoever has just given it away may not see it any more.
    return after === null ? c.body(null, 204) : c.json(await showProcess(parts, tx, after.found, after.can));
  });
}

export function refused(c: Context, outcome: Exclude<Outcome, { kind: 'done' }>): Response {
  if (outcome.kind === 'refused') return problem(c, 409, outcome.code, outcome.sentence);
  return problem(c, 422, 'invalid', Object.values(outcome.fields)[0] ?? '', { fields: outcome.fields });
}
