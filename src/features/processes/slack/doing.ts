import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import { loadRun } from '../runs/load.ts';
import type { Doing, Entry } from '../runs/run.ts';
import { note } from '../runs/running.ts';
import { entriesOf } from '../runs/store.ts';
import type { StepRef } from './blocks.ts';
import { retellRun } from './telling.ts';

/** What came of a click: nothing to say, or what is true now. `code` is the rule's, where a rule said no. */
export type Said =
  | { readonly kind: 'done' }
  | { readonly kind: 'told'; readonly code: string; readonly sentence: string };

const done: Said = { kind: 'done' };
const told = (code: string, sentence: string): Said => ({ kind: 'told', code, sentence });

export const notShown = 'There is nothing here any more, or it is not shown to you.';
const undone = 'This was taken back meanwhile. Look at how it stands now, and do it again if it is done.';

/**
 * Notes a step from Slack. A second click says nothing: what it asks for is so. One on a message that is out of date is answered
 * with what is true now, and the message is brought up to date.
 */
export async function doStep(
  parts: ProcessParts,
  tx: Tx,
  asking: Asking,
  ref: StepRef,
  { id, ...wanted }: Omit<Doing, 'stepId' | 'pictureId'> & { readonly id: string },
): Promise<Said> {
  const loaded = await loadRun(parts, tx, asking, ref.runId, true);
  if (loaded === null) {
    await retellRun(parts, tx, { id: ref.runId });
    return told('absent', notShown);
  }
  const entries = ((await entriesOf(tx, [ref.runId])).get(ref.runId) ?? []).filter(
    ({ stepId }) => stepId === ref.stepId,
  );
  const standing = entries.find(({ takenBackAt }) => takenBackAt === null);
  if (standing !== undefined && isSame(standing, wanted, asking.actor.personId)) return done;
  if (entries.filter(({ takenBackAt }) => takenBackAt !== null).length !== ref.takenBack) {
    await retellRun(parts, tx, loaded.run);
    return told('taken_back', undone);
  }
  const doing = { ...wanted, id, stepId: ref.stepId, pictureId: null, doneAt: parts.clock.now() };
  const outcome = await note(parts, tx, asking, loaded.run, doing);
  // Also where it was refused: then the message that was clicked did not say how things are.
  await retellRun(parts, tx, loaded.run);
  if (outcome.kind === 'done') return done;
  return outcome.kind === 'refused'
    ? told(outcome.code, outcome.sentence)
    : told('wrong', Object.values(outcome.fields).join(' '));
}

/** Whether somebody has noted just this already. */
function isSame(standing: Entry, wanted: Pick<Doing, 'value' | 'choice'>, personId: string): boolean {
  return standing.personId === personId && standing.value === wanted.value && standing.choice === wanted.choice;
}
