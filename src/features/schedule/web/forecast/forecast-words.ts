import { formatCount, plural } from '../../../../web/figures.ts';
import { dayName } from '../board/days.ts';
import { amountText } from './amounts.ts';
import type { Source } from './contract.ts';
import { stretchOf, timeOf } from './half-hours.ts';
import { coverOf, type Hours, hoursOf } from './needs.ts';
import type { Block } from './selection.ts';
import { type ShownDay, type ShownHalf, sum } from './shown-days.ts';

/** People on average over a half hour, with one decimal at most. */
function peopleText(people: number): string {
  return formatCount(Math.round(people * 10) / 10);
}

/** "3 people", "1.5 people". */
function peopleWords(people: number): string {
  const shown = Math.round(people * 10) / 10;
  return shown === 1 ? '1 person' : `${formatCount(shown)} people`;
}

/** "31 h", "7.5 h". */
export function hoursText(hours: number): string {
  return `${formatCount(Math.round(hours * 10) / 10)} h`;
}

const sourceWords: Readonly<Record<Source, string>> = {
  typed: 'typed',
  imported: 'imported',
  projected: 'projected from the past',
};

/** What stands in a cell, for who hears it and for the line below the grid. */
export function cellWords(half: ShownHalf, unit: string): string {
  const { amount, needed, staffed, rostered, unsaved, source } = half;
  const whence = unsaved ? ' (not saved)' : source === null ? '' : ` (${sourceWords[source]})`;
  const expected = amount === null ? `no forecast${whence}` : `${amountText(amount)} ${unit}${whence}`;
  const parts = [
    expected,
    ...(needed === null ? [] : [`${peopleWords(needed)} needed`]),
    ...(needed === null && staffed === 0 && rostered === 0 ? [] : [`${peopleText(staffed)} on shift`]),
    ...(rostered > staffed + 0.03 ? [`${peopleText(rostered)} places`] : []),
  ];
  return parts.join(', ');
}

/** The cell that the keyboard is on, or all that are selected, in a line. */
export function selectionWords(days: readonly ShownDay[], block: Block, unit: string): string {
  const { firstColumn, lastColumn, firstHalf, lastHalf } = block;
  const [first, last] = [days[firstColumn], days[lastColumn]];
  if (first === undefined || last === undefined) return '';
  if (first === last && firstHalf === lastHalf) {
    const half = first.halves[firstHalf];
    return half === undefined ? '' : `${dayName(first.day)} ${timeOf(firstHalf)}: ${cellWords(half, unit)}`;
  }
  const halves = days
    .slice(firstColumn, lastColumn + 1)
    .flatMap(({ halves: all }) => all.slice(firstHalf, lastHalf + 1));
  const amounts = halves.flatMap(({ amount }) => amount ?? []);
  const { needed } = hoursOf(
    halves.map((half) => half.needed),
    halves.map(({ staffed }) => staffed),
  );
  const where = first === last ? dayName(first.day) : `${dayName(first.day)} – ${dayName(last.day)}`;
  const what =
    amounts.length === 0
      ? 'no forecast'
      : `${formatCount(sum(amounts))} ${unit}, ${hoursText(needed)} of work in ${plural(amounts.length, 'half hour')}`;
  return `${where}, ${stretchOf(firstHalf, lastHalf + 1)}: ${what}`;
}

/** What a day needs, and by how much its shifts miss or exceed it: "31 h needed, 3 h short". */
export function dayWords(hours: Hours): string {
  if (hours.needed === 0 && hours.over === 0) return 'Nobody needed';
  return `${hoursText(hours.needed)} needed, ${balanceWords(hours)}`;
}

/** "3 h short, 1 h over", or that it is covered. */
export function balanceWords({ short, over }: Hours): string {
  const parts = [
    ...(short >= 0.05 ? [`${hoursText(short)} short`] : []),
    ...(over >= 0.05 ? [`${hoursText(over)} over`] : []),
  ];
  return parts.length === 0 ? 'covered' : parts.join(', ');
}

/** Staffed of needed as it stands in a cell, with whether that is enough; null where there is nothing to say. */
export function coverMark(
  half: ShownHalf,
): { readonly text: string; readonly cover: ReturnType<typeof coverOf> } | null {
  const { needed, staffed } = half;
  if (needed === null && staffed === 0) return null;
  return { text: `${peopleText(staffed)}/${needed ?? '–'}`, cover: coverOf(needed, staffed) };
}

/** "One person handles 12 guests in a half hour." */
export function measureWords({ unit, perPerson }: { readonly unit: string; readonly perPerson: number }): string {
  if (unit === 'people' && perPerson === 1) return 'Counted in people who are needed.';
  return `Counted in ${unit}; one person handles ${formatCount(perPerson)} in a half hour.`;
}
