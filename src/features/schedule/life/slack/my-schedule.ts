import type { OrgId, Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { showMine } from '../../plan/publishing/mine.ts';
import type { MineAnswer } from '../../plan/shapes.ts';
import { listKinds } from '../../staff/time-off/balances/store.ts';
import { listTimeOff } from '../../staff/time-off/store.ts';
import type { TimeOff } from '../../staff/time-off/time-off.ts';
import { whoKnows } from '../../work/roles/store.ts';
import { dayIn } from '../../work/settings/read-settings.ts';

export type MyShift = MineAnswer['shifts'][number];

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

type Parts = Pick<ScheduleParts, 'db' | 'clock' | 'people'>;

const nothing: MySchedule = { takesPart: false, shifts: [], timeOff: [] };

/** How far Slack looks ahead; the web shows any day. */
const daysAhead = 28;

/** The schedule of a Slack member, also of one whom Slack alone knows. */
export function mySchedule(parts: Parts, orgId: OrgId, slackUserId: string): Promise<MySchedule> {
  return parts.db.inOrg(orgId, async (tx) => {
    const actor = await parts.people.actorForSlack(tx, slackUserId);
    return actor === null ? nothing : readSchedule(parts, tx, actor.personId);
  });
}

async function readSchedule(parts: Parts, tx: Tx, personId: string): Promise<MySchedule> {
  const now = parts.clock.now();
  const today = dayOfDate(dayIn((await parts.people.organisation(tx)).timeZone, now)) ?? 0;
  // A day earlier: a shift of yesterday may still be on, and elsewhere it is another day.
  const { shifts } = await showMine(parts, tx, personId, dateOf(today - 2), dateOf(today + daysAhead));
  const timeOff = await listTimeOff(tx, {
    ...{ personIds: [personId], states: ['asked', 'approved', 'declined'], from: now },
  });
  const kinds = new Map((await listKinds(tx)).map(({ id, name }) => [id, name]));
  return {
    takesPart: shifts.length + timeOff.length > 0 || (await whoKnows(tx, [personId])).length > 0,
    shifts: shifts.filter(({ endsAt }) => new Date(endsAt) > now),
    timeOff: timeOff
      .toReversed()
      .map(({ from, to, state, kindId }) => ({ from, to, state, kindName: kinds.get(kindId) ?? '' })),
  };
}
