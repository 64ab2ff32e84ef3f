import { weekdayIndex } from '../../calendar/local.ts';
import { chanceOf } from '../../solver/chance.ts';
import type { LoadedShift, Work } from '../load-work.ts';

/** Which shifts are filled before which others. */
export interface Stage {
  readonly importance: number;
  /** Of one missing person, within the stage. */
  readonly underCost: number;
}

/** The more stages, the longer it takes: from here on the rest share one, in which the more important weigh more. */
const mostStages = 12;

/**
 * The stage of each shift, in their order. Simple order: the rank of its weekday times the rank of its role; detailed: its own rank.
 * What has no rank comes after all that have one. Of equal ones the seed decides.
 */
export function stagesOf(
  shifts: readonly LoadedShift[],
  work: Pick<Work, 'roles' | 'settings'>,
  weekdays: readonly { readonly weekday: number; readonly importance: number }[],
  seed: number,
): readonly Stage[] {
  const ofWeekday = new Map(weekdays.map(({ weekday, importance }) => [weekday, importance]));
  const lastWeekday = Math.max(0, ...ofWeekday.values()) + 1;
  const lastRole = Math.max(0, ...[...work.roles.values()].map(({ importance }) => importance ?? 0)) + 1;
  const rankOf = ({ planned, shift }: LoadedShift) => {
    if (work.settings.schedulingOrder === 'detailed') return planned.importance ?? Number.MAX_SAFE_INTEGER;
    const weekday = ofWeekday.get(weekdayIndex(shift.day)) ?? lastWeekday;
    return weekday * (work.roles.get(planned.roleId)?.importance ?? lastRole);
  };
  const ranks = shifts.map(rankOf);
  const order = [...new Set(ranks)].toSorted((one, other) => one - other);
  const chance = chanceOf(seed);
  return ranks.map((rank) => {
    const place = order.indexOf(rank);
    const behind = Math.max(1, order.length - Math.max(place, mostStages - 1));
    // Ten thousand to at most nine: hundreds of ties don't outweigh one place.
    const underCost = 10_000 * behind + Math.floor(chance() * 10);
    return { importance: Math.min(place, mostStages - 1), underCost };
  });
}
