/**
 * Reads the published shift scheduling instances (T. Curtois, schedulingbenchmarks.org; the format is described in
 * bench/shift-scheduling/README.md) as a RosterProblem: the solver's second front end, beside the product's.
 */
import { readFileSync } from 'node:fs';
import type {
  Assignment,
  Choice,
  Limit,
  Person,
  RosterProblem,
  Slot,
} from '../../src/features/schedule/solver/problem.ts';

/** Best objective known for each instance: the benchmark's own table and papers up to 2025. */
export const bestKnown: Readonly<Record<number, number>> = {
  1: 607,
  2: 828,
  3: 1001,
  4: 1716,
  5: 1143,
  6: 1950,
  7: 1056,
  8: 1300,
  10: 4631,
  12: 4040,
};

const minutesOfDay = 24 * 60;

/** @throws when the folder has no such instance */
export function readInstance(instance: number): string {
  return readFileSync(new URL(`../shift-scheduling/Instance${instance}.txt`, import.meta.url), 'utf8');
}

/**
 * Each day × shift type is a slot. As the format has no times of day, all shifts of a day are given the same start: nobody works two of them.
 * Who may not follow whom is given as forbidden pairs.
 * @throws when a line names a day, shift or employee that isn't there
 */
export function parseInstance(text: string): RosterProblem {
  const sections = readSections(text);
  const days = Number(sections.get('HORIZON')?.[0]?.[0]);
  const types = (sections.get('SHIFTS') ?? []).map(([id = '', minutes, after = '']) => ({
    id,
    minutes: Number(minutes),
    notBefore: after.split('|').filter((name) => name !== ''),
  }));
  const place = (day: string | number, type: string) => {
    const at = types.findIndex(({ id }) => id === type);
    if (at < 0 || !(Number(day) < days)) throw new Error(`No shift ${type} on day ${day}`);
    return Number(day) * types.length + at;
  };
  const staff = sections.get('STAFF') ?? [];
  const slots = readCover(sections.get('COVER') ?? [], days, types, staff.length, place);
  const wishes = readWishes(sections, place);
  const daysOff = new Map((sections.get('DAYS_OFF') ?? []).map(([id = '', ...rest]) => [id, rest.map(Number)]));
  return {
    days,
    weekends: Array.from({ length: Math.floor(days / 7) }, (_, week) => [week * 7 + 5, week * 7 + 6]),
    slots,
    people: staff.map((line) => readPerson(line, types, days, wishes.costs, daysOff)),
    forbidden: types.flatMap(({ id, notBefore }) =>
      Array.from({ length: days - 1 }, (_, day) => day).flatMap((day) =>
        notBefore.map((follower): readonly [number, number] => [place(day, id), place(day + 1, follower)]),
      ),
    ),
    offset: wishes.offset,
  };
}

interface ShiftType {
  readonly id: string;
  readonly minutes: number;
  readonly notBefore: readonly string[];
}

type Place = (day: string | number, type: string) => number;
type Line = readonly string[];

function readSections(text: string): ReadonlyMap<string, readonly Line[]> {
  const sections = new Map<string, Line[]>();
  let lines: Line[] = [];
  for (const line of text.split(/\r?\n/).map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('SECTION_')) {
      lines = [];
      sections.set(line.slice('SECTION_'.length), lines);
    } else lines.push(line.split(',').map((field) => field.trim()));
  }
  return sections;
}

function readCover(
  lines: readonly Line[],
  days: number,
  types: readonly ShiftType[],
  staff: number,
  place: Place,
): readonly Slot[] {
  const cover = new Map(lines.map(([day = '', type = '', ...rest]) => [place(day, type), rest.map(Number)]));
  return Array.from({ length: days }, (_, day) => day).flatMap((day) =>
    types.map(({ id, minutes }): Slot => {
      const [required = 0, underCost = 0, overCost = 0] = cover.get(place(day, id)) ?? [];
      return {
        id: `${day}${id}`,
        day,
        start: day * minutesOfDay,
        end: day * minutesOfDay + minutes,
        paidMinutes: minutes,
        required,
        importance: null,
        underCost,
        overAllowed: staff,
        overCost,
      };
    }),
  );
}

/** A wish costs its weight when it isn't met: as an offset that the assignment takes off, or as a cost of the assignment. */
function readWishes(sections: ReadonlyMap<string, readonly Line[]>, place: Place) {
  const costs = new Map<string, number>();
  let offset = 0;
  const add = (id: string, slot: number, cost: number) => {
    const key = `${id} ${slot}`;
    costs.set(key, (costs.get(key) ?? 0) + cost);
  };
  for (const [id = '', day = '', type = '', weight] of sections.get('SHIFT_ON_REQUESTS') ?? []) {
    offset += Number(weight);
    add(id, place(day, type), -Number(weight));
  }
  for (const [id = '', day = '', type = '', weight] of sections.get('SHIFT_OFF_REQUESTS') ?? []) {
    add(id, place(day, type), Number(weight));
  }
  return { offset, costs };
}

function readPerson(
  line: Line,
  types: readonly ShiftType[],
  days: number,
  costs: ReadonlyMap<string, number>,
  daysOff: ReadonlyMap<string, readonly number[]>,
): Person {
  const [id = '', counts = '', ...rest] = line;
  const [maxMinutes = 0, minMinutes = 0, maxOn = 0, minOn = 0, minOff = 0, weekends = 0] = rest.map(Number);
  const most = new Map(counts.split('|').map((part) => [part.split('=')[0] ?? '', Number(part.split('=')[1])]));
  const slotsOf = (type: number) => Array.from({ length: days }, (_, day) => day * types.length + type);
  const allowed = types.map((type) => most.get(type.id) ?? days);
  const choices = types.flatMap((_, type): Choice[] =>
    allowed[type] === 0 ? [] : slotsOf(type).map((slot) => ({ slot, cost: costs.get(`${id} ${slot}`) ?? 0 })),
  );
  const limits = types.flatMap((type, index): Limit[] => {
    const limit = allowed[index] ?? days;
    if (limit === 0 || limit >= days) return [];
    return [
      {
        name: `shifts ${type.id}`,
        terms: slotsOf(index).map((slot) => ({ slot, weight: 1 })),
        max: { limit, cost: null },
      },
    ];
  });
  const minutes = types.flatMap((type, index) =>
    allowed[index] === 0 ? [] : slotsOf(index).map((slot) => ({ slot, weight: type.minutes })),
  );
  return {
    id,
    choices,
    limits: [
      {
        name: 'minutes',
        terms: minutes,
        min: { limit: minMinutes, cost: null },
        max: { limit: maxMinutes, cost: null },
      },
      ...limits,
    ],
    minRestMinutes: 0,
    runs: {
      maxDaysOn: { limit: maxOn, cost: null },
      minDaysOn: { limit: minOn, cost: null },
      minDaysOff: { limit: minOff, cost: null },
    },
    maxWeekends: { limit: weekends, cost: null },
    daysOff: daysOff.get(id) ?? [],
  };
}

/** A roster in the benchmark's words. */
export function toPublished(problem: RosterProblem, assignments: readonly Assignment[]) {
  return assignments.map(({ person, slot }) => {
    const day = problem.slots[slot]?.day ?? -1;
    const id = problem.slots[slot]?.id ?? '';
    return { employee: problem.people[person]?.id ?? '', day, shift: id.slice(String(day).length) };
  });
}
