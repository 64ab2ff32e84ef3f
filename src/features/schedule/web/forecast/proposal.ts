import { plural } from '../../../../web/figures.ts';
import type { Headcount, ProposedShift } from './contract.ts';
import type { WantedHeadcount } from './forecast-api.ts';

/** The shifts that would have more people or fewer. */
export function changingShifts(shifts: readonly ProposedShift[]): readonly ProposedShift[] {
  return shifts.filter(({ now, proposed }) => now !== proposed);
}

/** What is sent of a proposal: all that changes, without what is to stay as it is. */
export function wantedOf(shifts: readonly ProposedShift[], left: ReadonlySet<string>): WantedHeadcount[] {
  return changingShifts(shifts)
    .filter(({ shiftId }) => !left.has(shiftId))
    .map(({ shiftId, now, proposed }) => ({ shiftId, headcount: proposed, now }));
}

/** What a proposal comes to, in a sentence. */
export function proposalWords({ shifts, gaps }: Headcount): string {
  if (shifts.length === 0) {
    return 'There are no shifts in these days. Open the period in the schedule, or give the role shifts.';
  }
  const changing = changingShifts(shifts);
  if (changing.length === 0) {
    return gaps.length === 0
      ? `All ${plural(shifts.length, 'shift')} have as many people as the forecast needs.`
      : `No other number of people on ${plural(shifts.length, 'shift')} would cover more.`;
  }
  const more = sumOf(changing.filter(({ now, proposed }) => proposed > now));
  const fewer = -sumOf(changing.filter(({ now, proposed }) => proposed < now));
  const parts = [
    ...(more > 0 ? [`${plural(more, 'place')} more`] : []),
    ...(fewer > 0 ? [`${plural(fewer, 'place')} less`] : []),
  ];
  const stay = shifts.length - changing.length;
  const rest = stay === 0 ? '' : ` ${plural(stay, 'shift stays as it is', 'shifts stay as they are')}.`;
  return `The fewest people that cover the forecast: ${parts.join(', ')} on ${plural(changing.length, 'shift')}.${rest}`;
}

function sumOf(shifts: readonly ProposedShift[]): number {
  return shifts.reduce((all, { now, proposed }) => all + proposed - now, 0);
}
