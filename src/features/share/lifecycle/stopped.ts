import type { Tx } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';

/**
 * Why nothing goes out to anybody now, in a sentence for people; null where everything may. Asked before each of the three things that
 * are posted to Slack by this slice: messages of requests, their reminders, digests.
 */
export async function whyNothingGoes({ whyStopped }: Pick<ShareParts, 'whyStopped'>, tx: Tx): Promise<string | null> {
  return (await whyStopped?.(tx)) ?? null;
}
