import type { Step, StepKind } from '../writing/step.ts';

/** A step as a template has it: what is not said is left open. */
interface TemplateStep {
  readonly kind: StepKind;
  readonly title: string;
  readonly text?: string;
  readonly minutes?: number;
  readonly measure?: Step['measure'];
  /** Of a decision: its choices, each leading to the next step, a later one (counted from 1), or the end. */
  readonly choices?: readonly { readonly label: string; readonly next: number | 'end' | null }[];
}

/** Words to begin a process with. They are the organisation's own from then on. */
export interface Template {
  readonly name: string;
  readonly title: string;
  /** For whom and what, in a sentence. */
  readonly about: string;
  readonly body: string;
  readonly steps: readonly TemplateStep[];
}
