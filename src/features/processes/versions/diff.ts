import type { Content } from '../writing/content.ts';
import { limitWords, type Step, type StepKind, toEnd } from '../writing/step.ts';
import { diffText, type Part } from './text-diff.ts';

/** One thing that is different about a step, as it was and as it is. */
interface Changed {
  readonly what: string;
  readonly parts: readonly Part[];
}

/** What became of a step. `number` is its place now, or the one that it had. */
export type StepChange =
  | { readonly kind: 'added' | 'removed'; readonly number: number; readonly step: Step }
  | {
      readonly kind: 'kept';
      readonly number: number;
      readonly step: Step;
      /** Where it stood, if it changed its place among the steps that stayed. */
      readonly movedFrom: number | null;
      readonly changes: readonly Changed[];
    };

/** What is different between two versions; null and empty where nothing is. */
export interface Difference {
  readonly title: readonly Part[] | null;
  readonly body: readonly Part[] | null;
  readonly steps: readonly StepChange[];
}

export const kindWords: Readonly<Record<StepKind, string>> = {
  do: 'Do',
  check: 'Check',
  measure: 'Measure',
  photo: 'Take a photo',
  sign: 'Sign',
  decide: 'Decide',
  approve: 'Approve',
};

/** Compares two versions for people. @param nameOf gives the names of people and roles */
export function compare(before: Content, after: Content, nameOf: (id: string) => string): Difference {
  return {
    title: before.title === after.title ? null : diffText(before.title, after.title),
    body: before.body === after.body ? null : diffText(before.body, after.body),
    steps: compareSteps(before.steps, after.steps, nameOf),
  };
}

export function isEmpty({ title, body, steps }: Difference): boolean {
  return title === null && body === null && steps.length === 0;
}

function compareSteps(before: readonly Step[], after: readonly Step[], nameOf: (id: string) => string): StepChange[] {
  const stayed = inOrder(before, after);
  const now = after.flatMap((step, index): StepChange[] => {
    const from = before.findIndex(({ id }) => id === step.id);
    const was = before[from];
    if (was === undefined) return [{ kind: 'added', number: index + 1, step }];
    const movedFrom = stayed.has(step.id) ? null : from + 1;
    const changes = changesOf({ step: was, steps: before }, { step, steps: after }, nameOf);
    if (movedFrom === null && changes.length === 0) return [];
    return [{ kind: 'kept', number: index + 1, step, movedFrom, changes }];
  });
  const gone = before.flatMap((step, index): StepChange[] =>
    after.some(({ id }) => id === step.id) ? [] : [{ kind: 'removed', number: index + 1, step }],
  );
  return [...now, ...gone];
}

/** The steps that kept their order: as many as can be, so that as few as can be are said to have moved. */
function inOrder(before: readonly Step[], after: readonly Step[]): ReadonlySet<string> {
  const places = after.flatMap(({ id }) => {
    const place = before.findIndex((step) => step.id === id);
    return place < 0 ? [] : [{ id, place }];
  });
  const longest: { readonly length: number; readonly from: number }[] = [];
  places.forEach(({ place }, index) => {
    let best = { length: 1, from: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (longest[earlier]?.length ?? 0) + 1;
      if ((places[earlier]?.place ?? 0) < place && length > best.length) best = { length, from: earlier };
    }
    longest.push(best);
  });
  const kept = new Set<string>();
  let at = longest.reduce((best, { length }, index) => (length > (longest[best]?.length ?? 0) ? index : best), 0);
  while (at >= 0 && places[at] !== undefined) {
    kept.add(places[at]?.id ?? '');
    at = longest[at]?.from ?? -1;
  }
  return kept;
}

interface Placed {
  readonly step: Step;
  readonly steps: readonly Step[];
}

function changesOf(before: Placed, after: Placed, nameOf: (id: string) => string): Changed[] {
  const facts: readonly (readonly [string, (placed: Placed) => string])[] = [
    ['Title', ({ step }) => step.title],
    ['Text', ({ step }) => step.text],
    ['Kind', ({ step }) => kindWords[step.kind]],
    ['Who does it', ({ step }) => doerWords(step, nameOf)],
    ['Takes', ({ step }) => (step.minutes === null ? 'not said' : `${step.minutes} min`)],
    ['Limits', ({ step }) => (step.measure === null ? 'none' : limitWords(step.measure))],
    ['Choices', ({ step, steps }) => step.choices.map((choice) => choiceWords(choice, steps)).join('; ') || 'none'],
  ];
  return facts.flatMap(([what, words]) =>
    words(before) === words(after) ? [] : [{ what, parts: partsOf(what, words(before), words(after)) }],
  );
}

/** Sentences are compared word by word; a figure or a name is another one as a whole. */
function partsOf(what: string, before: string, after: string): readonly Part[] {
  if (what === 'Title' || what === 'Text') return diffText(before, after);
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

/** Who does a step, in words. */
export function doerWords({ doer }: Pick<Step, 'doer'>, nameOf: (id: string) => string): string {
  return doer.id === null ? 'Anybody' : nameOf(doer.id);
}

/** Where a choice leads, in words. */
export function choiceWords({ label, next }: Step['choices'][number], steps: readonly Step[]): string {
  if (next === null) return label;
  const title = steps.find(({ id }) => id === next)?.title ?? 'a step that is gone';
  return next === toEnd ? `${label} → end` : `${label} → ${title}`;
}
