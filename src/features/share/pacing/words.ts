import { inWords } from '../review/tell.ts';
import type { HoldReason, Pace } from './pace.ts';
import type { Waiting } from './waiting.ts';

/** Why a message waits, as the end of a sentence. */
function reasonWords(reason: HoldReason, { quietHours, perDay, perWeek }: Pace): string {
  const many = (count: number | null) => (count === 1 ? 'one request' : `${count} requests`);
  switch (reason) {
    case 'quiet_hours':
      return `nothing is posted between ${quietHours?.from} and ${quietHours?.until}`;
    case 'quiet_day':
      return 'nothing is posted on that day of the week';
    case 'day_full':
      return `its channel takes ${many(perDay)} a day`;
    case 'week_full':
      return `its channel takes ${many(perWeek)} a week`;
  }
}

/** Until when a request waits, and why, as a sentence. */
export function waitingWords({ until, reason }: Waiting, pace: Pace, timeZone: string): string {
  return `It waits until ${inWords(until, timeZone)}, as ${reasonWords(reason, pace)}.`;
}
