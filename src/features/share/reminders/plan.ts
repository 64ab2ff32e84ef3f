import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { remindOfRequest } from '../jobs.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { quietTimes } from './quiet.ts';
import { reminderMoment } from './reminder.ts';

type Life = Pick<ShareRequest, 'draft' | 'sentAt' | 'sendAt'>;

/** When a request's reminder is to go out, as things stand; null where it has none. */
export async function reminderTime(
  parts: Pick<ShareParts, 'clock' | 'organisation'>,
  tx: Tx,
  request: Life,
): Promise<Date | null> {
  const starts = request.sentAt ?? request.sendAt ?? parts.clock.now();
  return reminderMoment(request.draft, starts, await quietTimes(parts, tx));
}

/** Whether any of a request's channels was reminded, or may have been: then no edit brings another reminder. */
export const isReminded = ({ messages }: Pick<ShareRequest, 'messages'>): boolean =>
  messages.some(({ reminder }) => reminder !== null);

/** Plans the reminder of a request that is out, for the moment that fits it now. The same moment twice is planned once. */
export async function planReminder(
  parts: Pick<ShareParts, 'jobs' | 'clock' | 'organisation'>,
  tx: Tx,
  orgId: OrgId,
  request: Life & Pick<ShareRequest, 'id' | 'messages'>,
): Promise<void> {
  if (isReminded(request)) return;
  const at = await reminderTime(parts, tx, request);
  if (at !== null) await planReminderAt(parts, tx, orgId, request.id, at);
}

export async function planReminderAt(
  { jobs }: Pick<ShareParts, 'jobs'>,
  tx: Tx,
  orgId: OrgId,
  requestId: string,
  startAfter: Date,
): Promise<void> {
  const key = `${requestId} ${startAfter.toISOString()}`;
  await jobs.enqueue(tx, remindOfRequest, { orgId, requestId }, { startAfter, key });
}
