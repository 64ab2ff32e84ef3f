import { problem } from '../../../platform/http/index.ts';
import type { Refusal } from './entering.ts';

/** Sentences at their fields, for who entered something that can't be. */
export function refused(c: Parameters<typeof problem>[0], { fields }: Refusal): Response {
  return problem(c, 422, 'invalid', Object.values(fields)[0] ?? 'This can’t be entered.', { fields });
}
