import type { Tx } from '../../../platform/db/index.ts';
import { dayWords } from '../calendar/describe.ts';
import { dateOf, dayMinutes, dayOf, dayOfDate, localOf, minuteOfDay } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import type { ScheduleParts } from '../parts.ts';
import { minutesAt, mostAtOnce, type PlannedShift } from '../plan/plan.ts';
import { placeOf } from '../work/roles/place-names.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { coverNeeds, mostPeople } from './cover.ts';
import type { Coverable } from './coverable.ts';
import { type Need, needsOf } from './needs.ts';
import type { HeadcountAnswer } from './shapes.ts';
import { type DaysAsked, forecastDays, plannedFor } from './show.ts';
import { measureOf } from './store.ts';

/** So many days after the last one its shifts reach. */
const after = 2;

/** What is known of a shift of which people may be taken or to which some may be given. */
interface Listed {
  readonly shift: PlannedShift;
  readonly assigned: number;
  /** Why it stays as it is; null: it may change. */
  readonly stays: string | null;
}

/** The fewest people on a role's shifts so that every half hour that is forecast has as many as it needs. */
export async function proposeHeadcount(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  role: WorkRole,
  asked: DaysAsked,
): Promise<HeadcountAnswer> {
  const { zone } = await placeOf(parts, tx, role);
  const wider = { from: asked.from, to: dateOf((dayOfDate(asked.to) ?? 0) + after) };
  const { shifts, assignments } = await plannedFor(tx, role.id, wider);
  const isAsked = ({ day }: PlannedShift) => day >= asked.from && day <= asked.to;
  const until = Math.max(0, endOf(asked.to, zone), ...shifts.filter(isAsked).map(({ end }) => end));
  const needs = needsOf(await forecastDays(tx, role.id, wider), zone, await measureOf(tx, role.id)).filter(
    ({ start }) => start < until,
  );
  const now = minutesAt(parts.clock.now());
  const byShift = Map.groupBy(assignments, ({ shiftId }) => shiftId);
  const listed = shifts.filter(isAsked).map((shift): Listed => {
    const isForecast = needs.some(({ start, end }) => start < shift.end && end > shift.start);
    const stays = shift.start <= now ? 'It has begun.' : isForecast ? null : 'There is no forecast for its time.';
    return { shift, assigned: mostAtOnce(shift, byShift.get(shift.id) ?? []), stays };
  });
  const others = shifts.filter((shift) => !isAsked(shift)).map(fixed);
  const cover = coverNeeds(needs, [...listed.map(coverable), ...others]);
  const free = coverNeeds(needs, [
    ...listed.map((one) => ({ ...coverable(one), ...(one.stays === null ? { least: 0 } : {}) })),
    ...others,
  ]);
  return {
    shifts: listed.map((one) => {
      const proposed = cover.people.get(one.shift.id) ?? one.shift.needs;
      const words = wordsOf(one, needs, proposed, free.people.get(one.shift.id) ?? 0);
      const [start, end] = [one.shift.start, one.shift.end].map((at) => localOf(clockOf(zone).toWall(at)));
      return {
        shiftId: one.shift.id,
        localStart: start ?? '',
        localEnd: end ?? '',
        now: one.shift.needs,
        proposed,
        words,
      };
    }),
    gaps: gapsOf(cover.short, zone).filter(({ day }) => day <= asked.to),
  };
}

const fixed = ({ id, start, end, needs }: PlannedShift): Coverable => ({
  ...{ id, start, end, now: needs, least: needs, most: needs },
});

function coverable({ shift, assigned, stays }: Listed): Coverable {
  return stays === null ? { ...fixed(shift), least: assigned, most: mostPeople } : fixed(shift);
}

const endOf = (day: string, zone: string) => clockOf(zone).toEpoch(((dayOfDate(day) ?? 0) + 1) * dayMinutes);

/** Why a shift is to have so many. */
function wordsOf({ shift, assigned, stays }: Listed, needs: readonly Need[], proposed: number, wanted: number): string {
  if (stays !== null) return stays;
  const peak = needs
    .filter(({ start, end }) => start < shift.end && end > shift.start)
    .reduce((most, need) => (need.people > most.people ? need : most), { start: 0, end: 0, people: 0 });
  const held = assigned > wanted ? ` ${people(assigned)} ${assigned === 1 ? 'has' : 'have'} it already.` : '';
  if (peak.people === 0) return `Nobody is needed then.${held}`;
  if (proposed === 0) return 'Other shifts cover its time.';
  const at = timeAt(Math.max(peak.start, shift.start), shift.zone);
  return `At its busiest, at ${at}, ${people(peak.people)} ${peak.people === 1 ? 'is' : 'are'} needed.${held}`;
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);
const timeAt = (at: number, zone: string) => localOf(clockOf(zone).toWall(at)).slice(11);

/** Where nobody could be, by day; what follows on another and lacks as many is one. */
function gapsOf(short: readonly Need[], zone: string): HeadcountAnswer['gaps'] {
  const joined: Need[] = [];
  const { toWall } = clockOf(zone);
  for (const one of short) {
    const last = joined.at(-1);
    const follows = last?.end === one.start && last.people === one.people && minuteOfDay(toWall(one.start)) !== 0;
    if (last !== undefined && follows) joined.splice(-1, 1, { ...last, end: one.end });
    else joined.push(one);
  }
  return joined.map(({ start, end, people: lacking }) => {
    const day = dateOf(dayOf(toWall(start)));
    const [from, to] = [timeAt(start, zone), minuteOfDay(toWall(end)) === 0 ? '24:00' : timeAt(end, zone)];
    const words = `${dayWords(day)}, ${from}–${to}: ${people(lacking)} more ${lacking === 1 ? 'is' : 'are'} needed, and there is no shift for them.`;
    return { day, from, to, short: lacking, words };
  });
}
