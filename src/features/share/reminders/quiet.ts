import type { Tx } from '../../../platform/db/index.ts';
import { localAt, quietSpan } from '../pacing/quiet-time.ts';
import { readPace } from '../pacing/store.ts';
import type { ShareParts } from '../parts.ts';
import type { QuietAt } from './reminder.ts';

/** When nothing is posted to the organisation's channels. Caps are for requests: a reminder is no other one. */
export async function quietTimes({ organisation }: Pick<ShareParts, 'organisation'>, tx: Tx): Promise<QuietAt> {
  const pace = await readPace(tx);
  const { timeZone } = await organisation(tx);
  return (moment) => {
    const span = quietSpan(localAt(moment, timeZone), pace);
    return span && { from: new Date(span.from.epochMilliseconds), to: new Date(span.to.epochMilliseconds) };
  };
}
