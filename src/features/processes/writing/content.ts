import { type Step, toEnd } from './step.ts';

/** What a version of a process says. */
export interface Content {
  readonly title: string;
  /** In Markdown; pictures are those of the process. */
  readonly body: string;
  readonly steps: readonly Step[];
}

/** More than anybody can follow. */
export const mostSteps = 100;
export const longestBody = 50_000;

/** Sentences by field for what can't be published so; null when all is well. A draft may be unfinished. */
export function unfinished({ steps, body }: Content): Readonly<Record<string, string>> | null {
  const fields = steps.flatMap((step, index) => problemsOf(step, index, steps));
  if (steps.length === 0 && body.trim() === '') {
    return { body: 'There is nothing to read or to do yet. Write something, or add a step.' };
  }
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}

function problemsOf(step: Step, index: number, steps: readonly Step[]): (readonly [string, string])[] {
  const at = (field: string, sentence: string) => [`steps.${index}.${field}`, sentence] as const;
  const found = [];
  if (step.title.trim() === '') found.push(at('title', 'Say in a few words what is to be done.'));
  if (steps.findIndex(({ id }) => id === step.id) < index) found.push(at('id', 'This step is in the list twice.'));
  if (step.kind === 'measure') {
    const { min = null, max = null } = step.measure ?? {};
    if (min === null && max === null) found.push(at('measure', 'Say between which limits the value is right.'));
    else if (min !== null && max !== null && min > max)
      found.push(at('measure', 'The lower limit is above the upper one.'));
  }
  if (step.kind === 'decide') {
    if (step.choices.length < 2) found.push(at('choices', 'A decision needs two choices or more.'));
    if (step.choices.some(({ label }) => label.trim() === '')) found.push(at('choices', 'Give each choice a name.'));
    if (step.choices.some(({ next }) => !leadsOn(next, index, steps))) {
      found.push(at('choices', 'A choice leads to a step that does not come later. Choose a later one.'));
    }
  }
  return found;
}

/** Only onwards: nothing is done twice, and every run ends. */
function leadsOn(next: string | null, index: number, steps: readonly Step[]): boolean {
  return next === null || next === toEnd || steps.findIndex(({ id }) => id === next) > index;
}

/** Whatever stands between words. */
const between = /[^\p{L}\p{M}\p{N}]+/gu;

export const splitWords = (text: string): readonly string[] => text.split(between).filter((word) => word !== '');

/** All the words of a process and nothing between them, for searching in it. */
export function wordsIn({ title, body, steps }: Content): string {
  const inSteps = steps.flatMap((step) => [step.title, step.text, ...step.choices.map(({ label }) => label)]);
  return splitWords([title, body, ...inSteps].join('\n')).join(' ');
}

/** Where a picture of a process stands. */
export const picturePath = (id: string) => `/api/process-pictures/${id}`;
