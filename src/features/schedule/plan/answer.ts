import type { Context } from 'hono';
import { notFound, problem } from '../../../platform/http/index.ts';
import type { Refused } from './assigning/assign.ts';
import { isDoubleBooking } from './assigning/store.ts';

const twice = 'This person works somewhere else at that time. Nobody can be in two places at once.';

/** Why something can't be, as an answer. */
export function refuse(c: Context, refused: Refused): Response {
  if (refused.kind === 'absent') return notFound(c);
  const { code, sentence, reasons } = refused;
  return problem(c, 409, code, sentence, { reasons, overrulable: code === 'rules_broken' });
}

/** The answer of an act; where two put somebody on overlapping shifts at once, the database lets only one of them. */
export async function neverTwice(c: Context, act: Promise<Response>): Promise<Response> {
  try {
    return await act;
  } catch (error) {
    if (!isDoubleBooking(error)) throw error;
    return problem(c, 409, 'double_booked', twice, { reasons: [], overrulable: false });
  }
}
