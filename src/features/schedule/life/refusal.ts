import type { Context } from 'hono';
import { notFound, problem } from '../../../platform/http/index.ts';
import { refused } from '../work/roles/role-routes.ts';

/** Why something about a trade or a claim can't be. */
export type Refusal =
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong'; readonly fields: Readonly<Record<string, string>> }
  | {
      readonly kind: 'refused';
      readonly code:
        | 'trades_off'
        | 'not_possible'
        | 'nobody'
        | 'taken'
        | 'too_late'
        | 'rules_broken'
        | 'wrong_state'
        | 'asked_already';
      readonly sentence: string;
      /** The rules that speak against it, in words. */
      readonly reasons?: readonly string[];
    };

export const absent = { kind: 'absent' } as const;

export function refuse(
  code: Extract<Refusal, { kind: 'refused' }>['code'],
  sentence: string,
  reasons?: readonly string[],
): Extract<Refusal, { kind: 'refused' }> {
  return { kind: 'refused', code, sentence, ...(reasons === undefined ? {} : { reasons }) };
}

export function wrong(field: string, sentence: string): Extract<Refusal, { kind: 'wrong' }> {
  return { kind: 'wrong', fields: { [field]: sentence } };
}

/** A refusal as the answer of a route. */
export function answerRefusal(c: Context, refusal: Refusal): Response {
  if (refusal.kind === 'absent') return notFound(c);
  if (refusal.kind === 'wrong') return refused(c, { fields: refusal.fields });
  const { code, sentence, reasons } = refusal;
  if (reasons === undefined) return problem(c, 409, code, sentence);
  return problem(c, 409, code, sentence, {
    reasons: reasons.map((words) => ({ hard: true, words, overrulable: false })),
    overrulable: false,
  });
}
