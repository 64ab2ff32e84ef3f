import { dayAt, daysBetween, formatDate, formatDateTime } from '../../../../web/zoned-time.ts';
import type { RequestRow, ShareRequest } from '../contract.ts';
import { shortWaiting } from '../pacing/words.ts';

/** The one moment of a request that matters in a list: "ends 28 Nov", "goes out Mon 24 Nov 2025, 09:30". */
export function momentOf(row: RequestRow, timeZone: string, now: Date): string {
  switch (row.state) {
    case 'draft':
      return 'not sent';
    case 'in_review':
      return row.sendAt == null
        ? 'waits for approval'
        : `waits for approval, for ${formatDateTime(row.sendAt, timeZone)}`;
    case 'approved':
      return 'waits to be sent';
    case 'scheduled':
      if (row.waiting) return shortWaiting(row.waiting, timeZone);
      return row.sendAt == null ? 'scheduled' : `goes out ${formatDateTime(row.sendAt, timeZone)}`;
    case 'open':
      return row.endsAt == null ? 'open' : endsIn(row.endsAt, timeZone, now);
    case 'ended':
      return row.endsAt == null ? 'ended' : `ended ${formatDate(row.endsAt, timeZone, now)}`;
    case 'recalled':
      return row.sentAt == null ? 'recalled' : `sent ${formatDate(row.sentAt, timeZone, now)}, recalled`;
  }
}

function endsIn(endsAt: string, timeZone: string, now: Date): string {
  const days = daysBetween(dayAt(now, timeZone), dayAt(new Date(endsAt), timeZone));
  if (days <= 0) return 'ends today';
  return days === 1 ? 'ends tomorrow' : `ends ${formatDate(endsAt, timeZone, now)}`;
}

export interface Moment {
  readonly label: string;
  /** ISO instant. */
  readonly at: string;
  readonly past: boolean;
}

/** The life of a request in order, with what is still to come. */
export function timelineOf(request: ShareRequest, now: Date): readonly Moment[] {
  const { state, endsAt, endedAt, reminder } = request;
  const moments: ReadonlyArray<readonly [string, string | null | undefined]> = [
    ['Drafted', request.createdAt],
    ['Goes out once approved', state === 'in_review' ? request.sendAt : null],
    [request.waiting ? 'Was to go out' : 'Goes out', state === 'scheduled' ? request.sendAt : null],
    ['Goes out, as things stand', state === 'scheduled' ? request.waiting?.until : null],
    ['Sent to Slack', request.sentAt],
    [reminder?.state === 'sent' ? 'Reminder sent' : 'Reminder', reminder?.at],
    ['Recalled', state === 'recalled' ? endedAt : null],
    ['Ended', state === 'ended' ? (endedAt ?? endsAt) : null],
    ['Ends', state === 'recalled' || state === 'ended' ? null : endsAt],
  ];
  return moments
    .flatMap(([label, at]) => (at == null ? [] : [{ label, at, past: new Date(at) <= now }]))
    .sort((one, other) => one.at.localeCompare(other.at));
}
