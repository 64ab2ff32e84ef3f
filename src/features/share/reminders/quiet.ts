import type { Tx } from '../../../platform/db/index.ts';
import type { QuietAt } from './reminder.ts';

/** When nothing is posted to the organisation's channels. Nobody can choose that yet, so there is no such time. */
export async function quietTimes(_tx: Tx): Promise<QuietAt> {
  return () => null;
}
