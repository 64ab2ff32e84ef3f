import { localOf, wallOf } from './local.ts';

/** The clock of a time zone: between walls (local minutes, see `local.ts`) and minutes since 1970-01-01T00:00Z. */
export interface ZoneClock {
  /** The IANA name in its usual spelling. */
  readonly id: string;
  /**
   * The minute at which the clock shows `wall`. Temporal's "compatible": of two (the clock was set back) the first; where
   * there is none (it was set forward) as if the clock had not been set, so 02:30 is what the clock shows as 03:30.
   */
  toEpoch(wall: number): number;
  /** What the clock shows at a minute. */
  toWall(epoch: number): number;
}

/** Offsets from the minute `from[i]` on, until the next. */
interface Offsets {
  readonly from: readonly number[];
  readonly offset: readonly number[];
}

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA zone (`Europe/Lisbon`, any case), or null if there is no such zone. Fixed offsets are none. */
export function zoneClock(zone: string): ZoneClock | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const id = zoneId(zone);
  if (id === null) return null;
  const clock = clocks.get(id) ?? openClock(id);
  clocks.set(id, clock);
  return clock;
}

/** {@link zoneClock} for a zone that was checked before. Throws RangeError for one that was not. */
export function clockOf(zone: string): ZoneClock {
  const clock = zoneClock(zone);
  if (clock === null) throw new RangeError(`not a time zone: ${zone}`);
  return clock;
}

function zoneId(zone: string): string | null {
  if (!/^[A-Za-z]/.test(zone) || zone.length > 60) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return null;
  }
}

function openClock(id: string): ZoneClock {
  const offsets = offsetsOf(id);
  const offsetAt = (index: number) => offsets.offset[index] ?? 0;
  return {
    id,
    toWall: (epoch) => epoch + offsetAt(segmentAt(offsets, epoch)),
    toEpoch: (wall) => {
      const near = segmentAt(offsets, wall - offsetAt(segmentAt(offsets, wall)));
      for (let index = Math.max(0, near - 1); index <= near + 1 && index < offsets.from.length; index += 1) {
        const epoch = wall - offsetAt(index);
        if (epoch < (offsets.from[index] ?? 0) && index > 0) return wall - offsetAt(index - 1);
        if (epoch < (offsets.from[index + 1] ?? Number.POSITIVE_INFINITY)) return epoch;
      }
      return wall - offsetAt(near);
    },
  };
}

/**
 * All offsets that series can meet. Temporal itself takes 6 to 10 microseconds for one conversion, which a month of 200
 * people would feel; the table takes two milliseconds once. Since 2000 all offsets are whole minutes.
 */
function offsetsOf(id: string): Offsets {
  const from: number[] = [Number.NEGATIVE_INFINITY];
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.from('1999-06-01T00:00Z').toZonedDateTimeISO(id);
  const offset: number[] = [offsetIn(at)];
  const end = Temporal.Instant.from('2200-06-01T00:00Z').epochMilliseconds;
  for (;;) {
    at = at.getTimeZoneTransition('next');
    if (at === null || at.epochMilliseconds > end) return { from, offset };
    from.push(Math.round(at.epochMilliseconds / 60_000));
    offset.push(offsetIn(at));
  }
}

function offsetIn(time: Temporal.ZonedDateTime): number {
  return Math.round(time.offsetNanoseconds / 60_000_000_000);
}

function segmentAt({ from }: Offsets, epoch: number): number {
  let low = 0;
  let high = from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((from[middle] ?? 0) <= epoch) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Minutes since 1970-01-01T00:00Z at which the clock of a zone shows a local time. Throws for what is neither. */
export function epochAt(zone: string, local: string): number {
  const shown = wallOf(local);
  if (shown === null) throw new RangeError(`not a local time: ${local}`);
  return clockOf(zone).toEpoch(shown);
}

/** What the clock of a zone shows at a minute, `2026-03-02T09:00`. */
export function localAt(zone: string, minute: number): string {
  return localOf(clockOf(zone).toWall(minute));
}
