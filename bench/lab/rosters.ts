/** Rosters of a fortnight as a company has them, made from a seed: wages, overtime, wishes, ranks, rest, availability, three stages. */
import { chanceOf } from '../../src/features/schedule/solver/chance.ts';
import type { Choice, Person, RosterProblem, Slot } from '../../src/features/schedule/solver/problem.ts';

const days = 14;
const hour = 60;
const roles = 4;

/** Parts of a day with begin and hours; short ones can be worked twice a day with eight hours between. */
const parts = [
  { begin: 6, hours: 4 },
  { begin: 7, hours: 6 },
  { begin: 11, hours: 5 },
  { begin: 14, hours: 8 },
  { begin: 18, hours: 5 },
  { begin: 22, hours: 8 },
];

const restMinutes = 8 * hour;

interface Somebody {
  readonly roles: readonly number[];
  readonly places: readonly number[];
  readonly away: ReadonlySet<number>;
  /** Minor units an hour. */
  readonly wage: number;
}

/**
 * A problem that can be filled completely: the demand is what a hidden roster of the same people works.
 * @param places how many places all shifts have together
 */
export function companyRoster(people: number, places: number, seed: number): RosterProblem {
  const chance = chanceOf(seed);
  const drawn = (count: number) => Math.floor(chance() * count);
  const locations = Math.max(3, Math.round(people / 20));
  const staff = Array.from(
    { length: people },
    (): Somebody => ({
      roles: chance() < 0.5 ? [drawn(roles), drawn(roles)] : [drawn(roles)],
      places: chance() < 0.6 ? [drawn(locations), drawn(locations)] : [drawn(locations)],
      away: new Set(Array.from({ length: drawn(4) }, () => drawn(days))),
      wage: 1500 + drawn(9) * 150,
    }),
  );
  const demand = hiddenDemand(staff, places, drawn);
  const slots = [...demand].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, required]) => slotOf(key, required));
  return {
    days,
    weekends: [
      [5, 6],
      [12, 13],
    ],
    slots,
    people: staff.map((somebody, index) => personOf(somebody, index, slots, drawn)),
  };
}

function keyOf(day: number, part: number, role: number, place: number): string {
  return [String(day).padStart(2, '0'), part, role, String(place).padStart(2, '0')].join('-');
}

function partsOf(key: string) {
  const [day = 0, part = 0, role = 0, place = 0] = key.split('-').map(Number);
  const { begin, hours } = parts[part] ?? { begin: 0, hours: 0 };
  const start = (day * 24 + begin) * hour;
  return { day, part, role, place, start, end: start + hours * hour };
}

/** Everybody works about the same number of shifts, with rest between them and 44 hours a week at most. */
function hiddenDemand(staff: readonly Somebody[], places: number, drawn: (count: number) => number) {
  const demand = new Map<string, number>();
  const worked: string[][] = staff.map(() => []);
  for (let left = places, tries = 0; left > 0 && tries < places * 200; tries += 1) {
    const index = drawn(staff.length);
    const { roles: able, places: near, away } = staff[index] ?? { roles: [], places: [], away: new Set() };
    const key = keyOf(drawn(days), drawn(parts.length), able[drawn(able.length)] ?? 0, near[drawn(near.length)] ?? 0);
    const mine = worked[index] ?? [];
    if (away.has(partsOf(key).day) || mine.length > (places / staff.length) * 1.25) continue;
    if (mine.some((other) => isTooClose(key, other)) || minutesOfWeek([...mine, key], key) > 44 * hour) continue;
    if (new Set([...mine, key].map((one) => partsOf(one).day)).size > 11) continue;
    mine.push(key);
    demand.set(key, (demand.get(key) ?? 0) + 1);
    left -= 1;
  }
  return demand;
}

function isTooClose(a: string, b: string): boolean {
  const [first, second] = [partsOf(a), partsOf(b)].toSorted((one, other) => one.start - other.start);
  return second !== undefined && first !== undefined && second.start < first.end + restMinutes;
}

function minutesOfWeek(keys: readonly string[], of: string): number {
  const week = Math.floor(partsOf(of).day / 7);
  return keys
    .map(partsOf)
    .filter(({ day }) => Math.floor(day / 7) === week)
    .reduce((sum, { start, end }) => sum + end - start, 0);
}

function slotOf(key: string, required: number): Slot {
  const { day, role, start, end } = partsOf(key);
  return {
    id: key,
    day,
    start,
    end,
    paidMinutes: end - start,
    required,
    importance: role === 0 ? 0 : day % 7 > 4 ? 1 : 2,
    underCost: 1,
    overAllowed: 0,
    overCost: 0,
  };
}

/** Costs in minor units: wage, rank, likes and dislikes; overtime, weekends and nights beyond what is fair, hours below what is wished. */
function personOf(somebody: Somebody, index: number, slots: readonly Slot[], drawn: (count: number) => number): Person {
  const { roles: able, places, away, wage } = somebody;
  const likedPart = drawn(parts.length);
  const choices = slots.flatMap((slot, at): Choice[] => {
    const { role, place, part, day } = partsOf(slot.id);
    if (!able.includes(role) || !places.includes(place) || away.has(day)) return [];
    const rank = drawn(4) * 400;
    const wish = part === likedPart ? -1500 : drawn(8) === 0 ? 2500 : 0;
    return [{ slot: at, cost: Math.round((slot.paidMinutes * wage) / hour) + rank + wish }];
  });
  const terms = (keep: (slot: Slot) => boolean, weight: (slot: Slot) => number) =>
    choices.flatMap(({ slot }) => {
      const target = slots[slot];
      return target !== undefined && keep(target) ? [{ slot, weight: weight(target) }] : [];
    });
  const minutes = (slot: Slot) => slot.paidMinutes;
  const weekly = [0, 1].flatMap((week) => {
    const inWeek = terms(({ day }) => Math.floor(day / 7) === week, minutes);
    return [
      { name: `hours of week ${week + 1}`, terms: inWeek, max: { limit: 48 * hour, cost: null } },
      { name: `overtime of week ${week + 1}`, terms: inWeek, max: { limit: 40 * hour, cost: Math.round(wage / 120) } },
    ];
  });
  return {
    id: `person ${index + 1}`,
    choices,
    limits: [
      ...weekly,
      { name: 'hours wished', terms: terms(() => true, minutes), min: { limit: (40 + drawn(4) * 10) * hour, cost: 8 } },
      {
        name: 'nights',
        terms: terms(
          ({ id }) => partsOf(id).part === 5,
          () => 1,
        ),
        max: { limit: 2, cost: 3000 },
      },
    ],
    minRestMinutes: restMinutes,
    runs: { maxDaysOn: { limit: 6, cost: null } },
    maxWeekends: { limit: 1, cost: 4000 },
    daysOff: [...away],
  };
}
