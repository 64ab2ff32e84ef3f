/**
 * A published shift that has room, from when it was first seen so until it has none, has begun or is taken out. Whoever
 * could have it is told once in that time, also when one more place of it becomes free.
 */
export interface Opening {
  readonly id: string;
  readonly shiftId: string;
  /** Places that nobody has. */
  readonly missing: number;
  /** Who was told. */
  readonly told: readonly string[];
}

/** What is different between the openings that are known and the shifts that have room now. */
export interface Difference {
  readonly closed: readonly Opening[];
  /** With fewer or more places than before. */
  readonly changed: readonly Opening[];
  /** Shifts that had no room before. */
  readonly opened: readonly Room[];
  /** Where there are more places than before: of which there is something to tell. */
  readonly news: ReadonlySet<string>;
}

/** A shift with room for somebody. */
export type Room = Pick<Opening, 'shiftId' | 'missing'>;

export function differenceOf(known: readonly Opening[], rooms: readonly Room[]): Difference {
  const now = new Map(rooms.map((room) => [room.shiftId, room.missing]));
  const before = new Map(known.map((opening) => [opening.shiftId, opening.missing]));
  return {
    closed: known.filter(({ shiftId }) => !now.has(shiftId)),
    changed: known.flatMap((opening) => {
      const missing = now.get(opening.shiftId) ?? opening.missing;
      return missing === opening.missing ? [] : [{ ...opening, missing }];
    }),
    opened: rooms.filter(({ shiftId }) => !before.has(shiftId)),
    news: new Set(
      rooms.filter(({ shiftId, missing }) => missing > (before.get(shiftId) ?? 0)).map(({ shiftId }) => shiftId),
    ),
  };
}
