/** What is to be done in a step. */
export const stepKinds = ['do', 'check', 'measure', 'photo', 'sign', 'decide', 'approve'] as const;
export type StepKind = (typeof stepKinds)[number];

/** Who does a step: whoever has the process in hand, one person, or anybody who knows a role. */
type Doer = { readonly kind: 'anyone'; readonly id: null } | { readonly kind: 'person' | 'role'; readonly id: string };

/** Within which limits a value is right; an end that is open is null. */
export interface Measure {
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
}

/** One way that a decision may go: on with the next step, with a later one, or to the end. */
export interface Choice {
  readonly label: string;
  /** The id of a later step, `end`, or null for the next one. */
  readonly next: string | null;
}

/** One step of a process. Its id stays the same over versions, so that what moved is told from what is new. */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly title: string;
  /** More about it, in Markdown. */
  readonly text: string;
  readonly doer: Doer;
  readonly minutes: number | null;
  /** Of `measure` only. */
  readonly measure: Measure | null;
  /** Of `decide` only, else empty. */
  readonly choices: readonly Choice[];
}

/** Where a choice leads that skips all that is left. */
export const toEnd = 'end';

/** Whether a value is within its limits. */
export function isWithin({ min, max }: Measure, value: number): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}

/** Limits in words: `2 to 8 °C`, `exactly 200`, `at least 60 °C`, `at most 5 min`. */
export function limitWords({ unit, min, max }: Measure): string {
  const behind = unit === '' ? '' : ` ${unit}`;
  if (min !== null && min === max) return `exactly ${min}${behind}`;
  if (min !== null && max !== null) return `${min} to ${max}${behind}`;
  return min !== null ? `at least ${min}${behind}` : `at most ${max}${behind}`;
}
