import { type Step, type StepKind, toEnd } from '../writing/step.ts';

/** A new step at the end. */
export function newStep(id: string): Step {
  return {
    ...{ id, kind: 'do', title: '', text: '', doer: { kind: 'anyone', id: null } },
    ...{ minutes: null, measure: null, choices: [] },
  };
}

/** Another kind: what only the former had goes, what the new one needs comes. */
export function ofKind(step: Step, kind: StepKind): Step {
  const measure = kind === 'measure' ? (step.measure ?? { unit: '', min: null, max: null }) : null;
  const first = [
    { label: 'Yes', next: null },
    { label: 'No', next: toEnd },
  ];
  const choices = kind === 'decide' ? (step.choices.length > 0 ? step.choices : first) : [];
  return { ...step, kind, measure, choices };
}

/** Takes a step to another place. A choice that would lead back leads to the next step instead. */
export function moveStep(steps: readonly Step[], from: number, to: number): readonly Step[] {
  const place = Math.max(0, Math.min(to, steps.length - 1));
  const step = steps[from];
  if (step === undefined || place === from) return steps;
  return onlyOnwards(steps.toSpliced(from, 1).toSpliced(place, 0, step));
}

export function removeStep(steps: readonly Step[], id: string): readonly Step[] {
  return onlyOnwards(steps.filter((step) => step.id !== id));
}

function onlyOnwards(steps: readonly Step[]): readonly Step[] {
  return steps.map((step, index) => {
    const isLater = (next: string) => next === toEnd || steps.findIndex(({ id }) => id === next) > index;
    const choices = step.choices.map((choice) =>
      choice.next === null || isLater(choice.next) ? choice : { ...choice, next: null },
    );
    return { ...step, choices };
  });
}
