import type { Content } from '../writing/content.ts';
import type { Step } from '../writing/step.ts';
import { cashCount, cleaning, closing, opening } from './daily.ts';
import { evacuationDrill, incident, keyRotation, onboarding, restoreDrill } from './seldom.ts';
import type { Template } from './template.ts';

/** What a process can begin with. */
export const templates: readonly Template[] = [
  ...[opening, closing, cashCount, cleaning, incident, onboarding],
  ...[evacuationDrill, keyRotation, restoreDrill],
];

/** A template as the content of a first draft. @param newId makes the ids of its steps */
export function contentOf(
  { title, body, steps }: Template,
  newId: () => string,
): Omit<Content, 'steps'> & { readonly steps: Step[] } {
  const ids = steps.map(newId);
  const made = steps.map(
    (step, index): Step => ({
      ...{
        id: ids[index] ?? '',
        kind: step.kind,
        title: step.title,
        text: step.text ?? '',
        doer: { kind: 'anyone', id: null },
      },
      ...{ minutes: step.minutes ?? null, measure: step.measure ?? null },
      choices: (step.choices ?? []).map(({ label, next }) => ({
        label,
        next: typeof next === 'number' ? (ids[next - 1] ?? null) : next,
      })),
    }),
  );
  return { title, body, steps: made };
}
