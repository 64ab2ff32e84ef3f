import type { Assignment, Form, Progress, RosterOutcome, RosterProblem } from './problem.ts';
import type { SolveSettings } from './solve.ts';

/** What a solver's thread is started with. */
export interface Order {
  readonly problem: RosterProblem;
  readonly settings: SolveSettings;
  /** Seconds after which it ends by itself. */
  readonly seconds: number;
  /** One number; not 0 as soon as what is there is wanted. */
  readonly stop: Int32Array;
}

/** From the solver's thread. */
export type FromSolver =
  | { readonly kind: 'best'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'outcome'; readonly outcome: RosterOutcome };

/** To the solver's thread, which asks for it between two steps. */
export interface ToSolver {
  readonly assignments: readonly Assignment[];
}
