import { localAt } from '../calendar/zone.ts';
import { isoAt } from '../plan/plan.ts';
import { shiftTold } from '../plan/publishing/changes.ts';
import type { PublishedShift } from '../plan/publishing/store.ts';
import { breakMinutesOf, type ClockEntry, type Stretch, workedMinutesOf } from './entry.ts';
import { forgottenFrom } from './matching.ts';
import type { PlaceNames } from './names.ts';
import type { EntryAnswer, PlannedAnswer } from './shapes.ts';

type NameOf = (work: Pick<ClockEntry, 'roleId' | 'locationId'>) => PlaceNames;

/** A stretch of work as answers have it. @param now of what runs, until then */
export function stretchAnswer(stretch: Stretch, zone: string, now: number) {
  const at = (minute: number) => localAt(zone, minute);
  const { start, end, breaks } = stretch;
  return {
    ...{ startsAt: isoAt(start), endsAt: end === null ? null : isoAt(end), zone },
    ...{ localStart: at(start), localEnd: end === null ? null : at(end) },
    breaks: breaks.map((one) => ({
      ...{ startsAt: isoAt(one.start), endsAt: one.end === null ? null : isoAt(one.end) },
      ...{ localStart: at(one.start), localEnd: one.end === null ? null : at(one.end) },
    })),
    breakMinutes: breakMinutesOf(stretch, end ?? Math.max(now, start)),
    workedMinutes: workedMinutesOf(stretch, now),
  };
}

/** An entry as answers have it. @param shift the published one that it was for, as far as it still holds */
export function entryAnswer(
  entry: ClockEntry,
  given: {
    readonly now: number;
    readonly nameOf: NameOf;
    readonly shift: PublishedShift | null;
    readonly waiting: boolean;
  },
): EntryAnswer {
  const { id, personId, day, zone, shiftId, version } = entry;
  const { now, nameOf, shift, waiting } = given;
  return {
    ...{ id, personId, day, shiftId, version, waiting },
    ...{ ...stretchAnswer(entry, zone, now), ...nameOf(entry) },
    forgotten: entry.end === null && now >= forgottenFrom(entry.start, shift),
  };
}

/** A published shift as answers have it. */
export function plannedAnswer(told: PublishedShift, nameOf: NameOf): PlannedAnswer {
  const { shiftId, roleId, start, end, zone, breakMinutes } = told;
  const { localStart, localEnd, workMinutes } = shiftTold(told);
  return {
    ...{ shiftId, zone, breakMinutes, workMinutes, localStart, localEnd },
    ...{ startsAt: isoAt(start), endsAt: isoAt(end), ...nameOf({ roleId, locationId: null }) },
  };
}
