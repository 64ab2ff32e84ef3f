import type { Assignment, Shift } from './plan-contract.ts';

/** The window that is open above the board. */
export type BoardDialog =
  | { readonly kind: 'assign'; readonly shift: Shift; readonly moving: Assignment | null }
  | { readonly kind: 'move'; readonly shift: Shift; readonly assignment: Assignment }
  | { readonly kind: 'change'; readonly shift: Shift }
  | { readonly kind: 'why'; readonly shift: Shift; readonly assignment: Assignment };
