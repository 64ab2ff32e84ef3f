import type { Tx } from '../../../../platform/db/index.ts';
import { dayOfDate } from '../../calendar/local.ts';
import { aroundDays, type Span } from '../../calendar/spans.ts';
import { loadPlaces } from '../../life/places.ts';
import type { ScheduleParts } from '../../parts.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { assignmentsOfPeople } from '../assigning/store.ts';
import { isoAt, minutesAt } from '../plan.ts';
import type { MineAnswer, TeamAnswer } from '../shapes.ts';
import { shiftTold } from './changes.ts';
import { type PublishedShift, toldBetween, toldOf } from './store.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people'>;
type Naming = Pick<ScheduleParts, 'people'>;

/** What somebody was told of their shifts between two days, with the names of who works with them. */
export async function showMine(parts: Parts, tx: Tx, personId: string, from: string, to: string): Promise<MineAnswer> {
  const mine = (await toldBetween(tx, around(from, to), personId)).filter((one) => {
    const { day } = shiftTold(one);
    return day >= (dayOfDate(from) ?? 0) && day <= (dayOfDate(to) ?? 0);
  });
  const others = await toldOf(
    tx,
    mine.map(({ shiftId }) => shiftId),
  );
  const names = await namesOf(parts, tx, others);
  const { nameOf } = await loadPlaces(parts, tx);
  const offerable = await offerableOf(parts, tx, personId, from, to);
  return {
    shifts: mine.map((one) => {
      const { localStart, localEnd } = shiftTold(one);
      const { id, shiftId, zone, breakMinutes, seen, start, end } = one;
      const colleagues = others.filter(
        (other) => other.shiftId === shiftId && other.personId !== personId && other.start < end && start < other.end,
      );
      return {
        ...{ id, shiftId, assignmentId: offerable(one), ...nameOf(one.roleId) },
        ...{ startsAt: isoAt(start), endsAt: isoAt(end), localStart, localEnd },
        ...{ zone, breakMinutes, seen, with: colleagues.map((other) => ({ name: names.get(other.personId) ?? '' })) },
      };
    }),
    hours: mine.reduce((sum, one) => sum + shiftTold(one).workMinutes, 0) / 60,
  };
}

/** Finds the assignment behind what somebody was told, where they may offer it to others. */
async function offerableOf(parts: Parts, tx: Tx, personId: string, from: string, to: string) {
  const { trades } = await readSettings(parts, tx);
  const now = minutesAt(parts.clock.now());
  const assigned = trades === 'off' ? [] : await assignmentsOfPeople(tx, [personId], around(from, to));
  return ({ shiftId, start, end }: PublishedShift): string | null =>
    assigned.find((one) => one.start > now && one.shiftId === shiftId && one.start === start && one.end === end)?.id ??
    null;
}

/** Who is on shift on a day, everywhere: names only. */
export async function showTeam(parts: Naming, tx: Tx, day: string): Promise<TeamAnswer> {
  const told = (await toldBetween(tx, around(day, day))).filter((one) => shiftTold(one).day === dayOfDate(day));
  const names = await namesOf(parts, tx, told);
  const { nameOf } = await loadPlaces(parts, tx);
  const groups = [...Map.groupBy(told, ({ shiftId, start, end }) => `${shiftId} ${start} ${end}`).values()];
  return {
    shifts: groups.flatMap((group) => {
      const [one] = group;
      if (one === undefined) return [];
      const { localStart, localEnd } = shiftTold(one);
      return [
        {
          ...{ ...nameOf(one.roleId), localStart, localEnd, zone: one.zone },
          ...{ startsAt: isoAt(one.start), endsAt: isoAt(one.end) },
          people: group.map(({ personId }) => ({ name: names.get(personId) ?? '' })),
        },
      ];
    }),
  };
}

function around(from: string, to: string): Span {
  return aroundDays(dayOfDate(from) ?? 0, dayOfDate(to) ?? 0);
}

function namesOf({ people }: Naming, tx: Tx, told: readonly PublishedShift[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(told.map(({ personId }) => personId))];
  return ids.length === 0 ? Promise.resolve(new Map()) : people.namesOf(tx, ids);
}
