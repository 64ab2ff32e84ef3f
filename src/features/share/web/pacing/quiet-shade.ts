import type { Day } from '../../../../web/zoned-time.ts';
import { weekdayOf } from '../../../../web/zoned-time.ts';
import type { Pace } from './contract.ts';

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether nothing is posted on a whole day. */
export function isQuietDay(pace: Pace | undefined, day: Day): boolean {
  return pace?.quietDays.includes(weekdayOf(day) || 7) ?? false;
}

/** The parts of an hour of a day in which nothing is posted, in minutes of that hour. */
export function quietParts(pace: Pace | undefined, day: Day, hour: number): readonly (readonly [number, number])[] {
  if (pace === undefined) return [];
  if (isQuietDay(pace, day)) return [[0, 60]];
  if (pace.quietHours === null) return [];
  const [from, until] = [minutesOf(pace.quietHours.from), minutesOf(pace.quietHours.until)];
  const spans =
    from < until
      ? [[from, until]]
      : [
          [0, until],
          [from, 24 * 60],
        ];
  return spans.flatMap(([begin = 0, end = 0]) => {
    const part = [Math.max(0, begin - hour * 60), Math.min(60, end - hour * 60)] as const;
    return part[0] < part[1] ? [part] : [];
  });
}

/** The same as a background; nothing where no part of the hour is quiet. */
export function quietBackground(parts: readonly (readonly [number, number])[]): string | undefined {
  if (parts.length === 0) return undefined;
  const at = (minute: number) => `${Math.round((minute / 60) * 1_000) / 10}%`;
  const stops = parts.flatMap(([from, until]) => [
    `transparent ${at(from)}`,
    `var(--quiet) ${at(from)} ${at(until)}`,
    `transparent ${at(until)}`,
  ]);
  return `linear-gradient(to bottom, ${stops.join(', ')})`;
}
