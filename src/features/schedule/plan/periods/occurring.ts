import { dateOf, dayMinutes, dayOf, dayOfDate, wall } from '../../calendar/local.ts';
import { occurrences } from '../../calendar/occurrences.ts';
import type { ShiftPayload, StoredSeries } from '../../work/series/series-rows.ts';
import type { Period, PlannedShift } from '../plan.ts';

/** A shift as a series has it now, before it is written down. */
export type Occurring = Omit<PlannedShift, 'id' | 'importance' | 'cancelled'>;

/** What names an occurrence. */
export function keyOf({ seriesId, occurrence }: Pick<PlannedShift, 'seriesId' | 'occurrence'>): string {
  return `${seriesId} ${occurrence}`;
}

/** All shifts of the series that begin on a day of the period. */
export function occurringIn(period: Period, all: readonly StoredSeries<ShiftPayload>[]): readonly Occurring[] {
  const first = dayOfDate(period.firstDay) ?? 0;
  // A day more on either side covers every zone.
  const [from, until] = [(first - 1) * dayMinutes, (first + period.days + 1) * dayMinutes];
  return all.flatMap((series) => {
    const { owner, zone } = series;
    if (!('roleId' in owner)) return [];
    return [...occurrences(series, from, until)].flatMap(({ on, start, end, localStart, colour, payload }) => {
      const day = dayOf(wall(localStart));
      if (day < first || day >= first + period.days) return [];
      return [
        {
          ...{ periodId: period.id, roleId: owner.roleId, seriesId: series.id, occurrence: on, zone, start, end },
          ...{ day: dateOf(day), needs: payload.needs, breakMinutes: payload.breakMinutes },
          ...{ label: payload.label, colour },
        },
      ];
    });
  });
}
