import { addDays, type Day, instantOf, wallTimeAt } from '../../../../web/zoned-time.ts';

/** A day of the wall's clock in half hours: 0 is 00:00 to 00:30, 47 is 23:30 to 24:00. */
export const halvesADay = 48;

/** When a half hour begins, "09:30"; the one after the last is "24:00". */
export function timeOf(half: number): string {
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
}

/** "09:00–11:30" of the half hours from one to before another. */
export function stretchOf(from: number, until: number): string {
  return `${timeOf(from)}–${timeOf(until)}`;
}

const hour = 3_600_000;
const none: ReadonlySet<number> = new Set();

/** The half hours that the clocks leave out on a day of that zone: nobody is needed in them. */
export function skippedHalves(day: Day, zone: string): ReadonlySet<number> {
  const [start, end] = [instantOf(`${day}T00:00`, zone), instantOf(`${addDays(day, 1)}T00:00`, zone)];
  if (start === null || end === null || end.getTime() - start.getTime() >= 24 * hour) return none;
  const halves = Array.from({ length: halvesADay }, (_, half) => half);
  return new Set(
    halves.filter((half) => {
      const wall = `${day}T${timeOf(half)}`;
      const at = instantOf(wall, zone);
      return at === null || wallTimeAt(at, zone) !== wall;
    }),
  );
}
