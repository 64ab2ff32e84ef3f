import { halvesADay } from './half-hours.ts';

/** A line of the grid: a half hour, or a stretch of them that nobody uses. */
export type HourLine =
  | { readonly kind: 'half'; readonly half: number }
  | { readonly kind: 'folded'; readonly from: number; readonly until: number };

/** An hour around what is used, so that a day can begin earlier or end later. */
const around = 2;
/** A shorter gap costs more to understand folded than it takes away open. */
const shortestFold = 4;
/** What is open where nothing is used yet: 08:00 to 20:00. */
const usual = { from: 16, until: 40 };

/** The lines of a day: half hours in use with an hour around them, the others folded unless `all` are wanted. */
export function hourLines(isUsed: (half: number) => boolean, all: boolean): readonly HourLine[] {
  const used = Array.from({ length: halvesADay }, (_, half) => isUsed(half));
  const isEmpty = !used.includes(true);
  const isNear = (half: number) =>
    isEmpty
      ? half >= usual.from && half < usual.until
      : used.slice(Math.max(0, half - around), half + around + 1).includes(true);
  const lines: HourLine[] = [];
  for (let half = 0; half < halvesADay; half += 1) {
    const until = all ? half : endOfGap(half, isNear);
    if (until - half < shortestFold) {
      lines.push({ kind: 'half', half });
    } else {
      lines.push({ kind: 'folded', from: half, until });
      half = until - 1;
    }
  }
  return lines;
}

function endOfGap(from: number, isNear: (half: number) => boolean): number {
  let end = from;
  while (end < halvesADay && !isNear(end)) end += 1;
  return end;
}

/** The half hours that stand open, in order. */
export function openHalves(lines: readonly HourLine[]): readonly number[] {
  return lines.flatMap((line) => (line.kind === 'half' ? line.half : []));
}
