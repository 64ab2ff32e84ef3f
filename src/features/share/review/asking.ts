import type { Asker, Asking as AskingOf } from '../../../platform/policy/index.ts';
import type { SendingProblem } from '../request.ts';

/** Who acts on a request, from wherever they do: a person or a program. */
export type Asking = AskingOf<Asker>;

/** What came of a step on a request's way to approval. */
export type Stepped =
  | { readonly kind: 'done' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly code: StepCode; readonly sentence: string }
  | { readonly kind: 'incomplete'; readonly problems: readonly SendingProblem[] };

export type StepCode = 'wrong_state' | 'approvals_off' | 'no_approver' | 'own_request' | 'changed_meanwhile';

export const done: Stepped = { kind: 'done' };
export const absent: Stepped = { kind: 'absent' };
export const refuse = (code: StepCode, sentence: string): Stepped => ({ kind: 'refused', code, sentence });
