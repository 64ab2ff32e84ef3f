import { isWithin, limitWords, type Step, toEnd } from '../writing/step.ts';

/** What was noted of a step. */
export interface Entry {
  readonly id: string;
  readonly stepId: string;
  readonly personId: string | null;
  readonly doneAt: Date;
  readonly arrivedAt: Date;
  readonly value: number | null;
  /** Of a measured value: whether it was within its limits. */
  readonly within: boolean | null;
  /** Of a decision: which choice, counted from 0. */
  readonly choice: number | null;
  readonly words: string;
  readonly pictureId: string | null;
  readonly takenBackAt: Date | null;
}

/** `later`: a decision that may skip it is not made yet. `skipped`: a decision has. */
type StepState = 'open' | 'done' | 'later' | 'skipped';

/** What a step asks for when it is done. */
export type Doing = Pick<Entry, 'stepId' | 'value' | 'choice' | 'words' | 'pictureId'>;

/** How far each step is. Steps may be done in any order, but none that a decision may still skip. */
export function statesOf(
  steps: readonly Step[],
  entries: readonly Pick<Entry, 'stepId' | 'choice' | 'takenBackAt'>[],
): readonly StepState[] {
  const made = new Map(entries.filter(({ takenBackAt }) => takenBackAt === null).map((entry) => [entry.stepId, entry]));
  let skippedUntil = 0;
  // Up to where decisions that are not made yet may skip.
  let waitingUntil = 0;
  return steps.map((step, index) => {
    if (index < skippedUntil) return 'skipped';
    const entry = made.get(step.id);
    const after = (choice: Step['choices'][number] | undefined) => placeOf(choice?.next ?? null, index, steps);
    if (entry !== undefined) {
      if (step.kind === 'decide') skippedUntil = after(step.choices[entry.choice ?? -1]);
      return 'done';
    }
    const state = index < waitingUntil ? 'later' : 'open';
    if (step.kind === 'decide') waitingUntil = Math.max(waitingUntil, ...step.choices.map(after));
    return state;
  });
}

/** Where a choice goes on, as a place in the list. */
function placeOf(next: string | null, index: number, steps: readonly Step[]): number {
  if (next === null) return index + 1;
  const place = next === toEnd ? steps.length : steps.findIndex(({ id }) => id === next);
  return place > index ? place : index + 1;
}

/** Whether nothing is left to do. */
export function isFinished(states: readonly StepState[]): boolean {
  return states.every((state) => state === 'done' || state === 'skipped');
}

type Refusal = { readonly code: string; readonly sentence: string };

/**
 * Why somebody can't note a step so; null where they can. A value outside its limits is noted once it is explained: nobody
 * is to hide it, and nobody is to enter it by mistake.
 */
export function refusalOf(step: Step, state: StepState, doing: Doing): Refusal | null {
  const refuse = (code: string, sentence: string) => ({ code, sentence });
  if (state === 'later') return refuse('not_yet', 'A decision before this step is not made yet. Decide first.');
  if (state === 'skipped') return refuse('skipped', 'By what was decided, this step is not needed.');
  if (step.kind === 'decide' && step.choices[doing.choice ?? -1] === undefined)
    return refuse('no_choice', 'Choose one of the ways on.');
  if (step.kind === 'photo' && doing.pictureId === null) return refuse('no_picture', 'Take a photo first.');
  if (step.kind === 'measure' && step.measure !== null) {
    if (doing.value === null) return refuse('no_value', 'Enter the value that you measured.');
    if (!isWithin(step.measure, doing.value) && doing.words.trim() === '') {
      return refuse(
        'outside_limits',
        `That is not right: it should be ${limitWords(step.measure)}. Measure again, or say why it is so and what you did.`,
      );
    }
  }
  return null;
}

/** Whether a step is somebody's to do. @param roles that they know */
export function isDoer({ doer }: Step, personId: string, roles: readonly string[]): boolean {
  if (doer.kind === 'anyone') return true;
  return doer.kind === 'person' ? doer.id === personId : roles.includes(doer.id);
}

/** Nobody approves what they did themselves. */
export function approvesOwn({ kind }: Step, personId: string, entries: readonly Entry[]): boolean {
  return kind === 'approve' && entries.some((entry) => entry.personId === personId && entry.takenBackAt === null);
}
