import type { PeopleContext } from './context.ts';
import type { Proved } from './sign-in-entry.ts';

type Step = { readonly ok: boolean; readonly next?: 'second_factor' | undefined; readonly reason?: string };

/** Counts how a step of signing in ended, by method: not whose it was, nor why it was refused. */
export async function watchSignIn<S extends Step>(
  { telemetry }: Pick<PeopleContext, 'telemetry'>,
  method: Proved['by'] | 'second_factor',
  step: Promise<S>,
): Promise<S> {
  const ended = await step;
  telemetry?.count('coact.sign_in.attempts', { method, outcome: outcomeOf(ended) });
  return ended;
}

function outcomeOf({ ok, next, reason }: Step) {
  if (ok) return next === undefined ? 'entered' : 'second_factor_asked';
  return reason === 'confirm' ? 'confirmation_asked' : 'refused';
}
