import { problem } from '../../../platform/http/index.ts';
import type { Refusal } from './entering.ts';

/** What can't be, as a sentence and by field. */
export function refused(c: Parameters<typeof problem>[0], { fields }: Refusal): Response {
  return problem(c, 422, 'invalid', Object.values(fields)[0] ?? 'This can’t be entered.', { fields });
}
