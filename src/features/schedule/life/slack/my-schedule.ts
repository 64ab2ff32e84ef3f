import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { showMine } from '../../plan/publishing/mine.ts';
import type { MineAnswer } from '../../plan/shapes.ts';
import { listKinds } from '../../staff/time-off/balances/store.ts';
import { listTimeOff } from '../../staff/time-off/store.ts';
import type { TimeOff } from '../../staff/time-off/time-off.ts';
import { whoKnows } from '../../work/roles/store.ts';
import { dayIn } from '../../work/settings/read-settings.ts';
import { listOffers } from '../offers/store.ts';

export interface MyShift extends Readonly<MineAnswer['shifts'][number]> {
  /** Offered to others, who have not taken it. */
  readonly onOffer: boolean;
}

export interface MyTimeOff extends Pick<TimeOff, 'from' | 'to' | 'state'> {
  readonly kindName: string;
}

/** What somebody who opens Slack is shown of their own schedule. */
export interface MySchedule {
  /** Whoever is in no role and has no shifts is not bothered with a schedule. */
  readonly takesPart: boolean;
  /** That are on or to come, by beginning. */
  readonly shifts: readonly MyShift[];
  /** To come: asked, decided, not withdrawn. */
  readonly timeOff: readonly MyTimeOff[];
}

/** How far Slack looks ahead; the web shows any day. */
export const daysAhead = 28;

/** Somebody's own schedule of the weeks ahead. */
export async function mySchedule(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  personId: string,
): Promise<MySchedule> {
  const now = parts.clock.now();
  const today = dayOfDate(dayIn((await parts.people.organisation(tx)).timeZone, now)) ?? 0;
  // Two days earlier: a shift of yesterday may still be on, and elsewhere it is another day.
  const { shifts } = await showMine(parts, tx, personId, dateOf(today - 2), dateOf(today + daysAhead));
  const timeOff = await listTimeOff(tx, {
    ...{ personIds: [personId], states: ['asked', 'approved', 'declined'], from: now },
  });
  const kinds = new Map((await listKinds(tx)).map(({ id, name }) => [id, name]));
  const offers = await listOffers(tx, { fromId: personId, states: ['open', 'waiting'] });
  const offered = new Set(offers.map(({ assignmentId }) => assignmentId));
  return {
    takesPart: shifts.length + timeOff.length > 0 || (await whoKnows(tx, [personId])).length > 0,
    shifts: shifts
      .filter(({ endsAt }) => new Date(endsAt) > now)
      .map((shift) => ({ ...shift, onOffer: shift.assignmentId !== null && offered.has(shift.assignmentId) })),
    timeOff: timeOff
      .toReversed()
      .map(({ from, to, state, kindId }) => ({ from, to, state, kindName: kinds.get(kindId) ?? '' })),
  };
}
