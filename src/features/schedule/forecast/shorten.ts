import type { Coverable } from './coverable.ts';
import type { Need } from './needs.ts';

/** A change that is possible: one person more in a shift, or one less, or one less too many at a time. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  /** How often at most. */
  readonly room: number;
  /** The shift it changes, and by how many; null: only who is too many at a time. */
  readonly shift: string | null;
  readonly by: 1 | -1;
}

/** A person costs more than all minutes that one exchange moves, a minute more than all places that it moves from where they are. */
const personCost = 1e9;
const minuteCost = 1e3;

/**
 * Exchanges people between shifts as long as that takes fewer people, or as many for fewer hours, and lacks nobody who is
 * not lacking before. The difference of two neighbouring rows of ones is a row of a network (Ahuja, Magnanti and Orlin 1993,
 * 9.6), so that people on shifts flow between the moments at which shifts begin and end, and without a cheaper round
 * trip there is no cheaper flow.
 */
export function shorten(
  pieces: readonly Need[],
  shifts: readonly Coverable[],
  first: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const moments = [...new Set(shifts.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other);
  const at = new Map(moments.map((moment, index) => [moment, index]));
  const needed = moments.slice(1).map((until, index) => {
    const from = moments[index] ?? until;
    return Math.max(
      0,
      ...pieces.filter(({ start, end }) => start >= from && end <= until).map((piece) => piece.people),
    );
  });
  const people = new Map(first);
  for (;;) {
    const trip = cheaperTrip(moments.length, arcsOf(shifts, people, needed, at));
    if (trip === null) return people;
    const times = Math.min(...trip.map(({ room }) => room));
    for (const { shift, by } of trip) if (shift !== null) people.set(shift, (people.get(shift) ?? 0) + by * times);
  }
}

function arcsOf(
  shifts: readonly Coverable[],
  people: ReadonlyMap<string, number>,
  needed: readonly number[],
  at: ReadonlyMap<number, number>,
): readonly Arc[] {
  const there = needed.map(() => 0);
  const arcs: Arc[] = [];
  for (const { id, start, end, least, most, now } of shifts) {
    const [from, to, has] = [at.get(start) ?? 0, at.get(end) ?? 0, people.get(id) ?? 0];
    for (let index = from; index < to; index += 1) there[index] = (there[index] ?? 0) + has;
    const cost = personCost + (end - start) * minuteCost;
    const more = has < now ? Math.min(most, now) : most;
    const less = has > now ? Math.max(least, now) : least;
    if (has < more) arcs.push({ from, to, cost: cost + (has < now ? 0 : 1), room: more - has, shift: id, by: 1 });
    if (has > less)
      arcs.push({ from: to, to: from, cost: -cost - (has > now ? 1 : 0), room: has - less, shift: id, by: -1 });
  }
  for (const [index, wanted] of needed.entries()) {
    const spare = (there[index] ?? 0) - wanted;
    arcs.push({ from: index + 1, to: index, cost: 0, room: Number.POSITIVE_INFINITY, shift: null, by: 1 });
    if (spare > 0) arcs.push({ from: index, to: index + 1, cost: 0, room: spare, shift: null, by: -1 });
  }
  return arcs;
}

/** A round trip that costs less than nothing (Bellman and Ford), or null where there is none. */
function cheaperTrip(moments: number, arcs: readonly Arc[]): readonly Arc[] | null {
  const price = Array.from({ length: moments }, () => 0);
  const by: (Arc | undefined)[] = Array.from({ length: moments }, () => undefined);
  for (let round = 0; round < moments; round += 1) {
    let last = -1;
    for (const arc of arcs) {
      const cheaper = (price[arc.from] ?? 0) + arc.cost;
      if (cheaper >= (price[arc.to] ?? 0)) continue;
      price[arc.to] = cheaper;
      by[arc.to] = arc;
      last = arc.to;
    }
    if (last < 0) return null;
    const trip = tripThrough(last, by);
    if (trip !== null) return trip;
  }
  return null;
}

/** The round trip to which the ways to a moment lead back; null while they lead to none. */
function tripThrough(moment: number, by: readonly (Arc | undefined)[]): readonly Arc[] | null {
  const seen = new Map<number, number>();
  const way: Arc[] = [];
  for (let at = moment; ; ) {
    const start = seen.get(at);
    if (start !== undefined) return way.slice(start);
    seen.set(at, way.length);
    const arc = by[at];
    if (arc === undefined) return null;
    way.push(arc);
    at = arc.from;
  }
}
