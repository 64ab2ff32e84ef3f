import type { Tx } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { reminderTime } from './plan.ts';

/** A request's reminder as publishers see it. */
export interface ShownReminder {
  readonly at: string | null;
  readonly state: 'planned' | 'sent' | 'uncertain' | 'failed' | 'none';
  readonly problem: string | null;
}

/** How it stands with a request's reminder: out with the first that stands in a channel. Null where it has none. */
export async function reminderShown(
  parts: Pick<ShareParts, 'clock' | 'organisation'>,
  tx: Tx,
  request: ShareRequest,
): Promise<ShownReminder | null> {
  const reminders = request.messages.flatMap(({ reminder }) => reminder ?? []);
  const problem = reminders.find((one) => one.problem !== null)?.problem ?? null;
  const out = reminders.find(({ state }) => state === 'sent' || state === 'removed');
  if (out !== undefined) return { at: out.at?.toISOString() ?? null, state: 'sent', problem };
  for (const state of ['uncertain', 'failed'] as const) {
    if (reminders.some((one) => one.state === state)) return { at: null, state, problem };
  }
  if (!request.draft.reminderHours) return null;
  if (request.state === 'ended' || request.state === 'recalled') return { at: null, state: 'none', problem: null };
  // A draft that has no time yet would go out now.
  const at = await reminderTime(parts, tx, request);
  return { at: at?.toISOString() ?? null, state: 'planned', problem: null };
}
