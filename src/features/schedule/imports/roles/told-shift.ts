import { type Cell, daysIn, peopleIn, timeIn } from '../cells.ts';
import { type Times, timesOf } from '../times.ts';
import { type Told, tellsShift } from './columns.ts';
import type { Case } from './judgement.ts';

/** What a row says of a shift; people are null where it leaves them to the role. */
export interface ToldShift {
  readonly times: Times;
  readonly people: number | null;
}

/** The weekly shift of a row; null where it tells of none. */
export function toldShift(told: Told, { choices, found }: Pick<Case, 'choices' | 'found'>): Cell<ToldShift | null> {
  if (!tellsShift(told)) return { value: null };
  if ([told.days, told.start, told.end].includes(''))
    return { why: 'A shift has days, a start and an end. Give all three, or leave the shift out.' };
  const days = daysIn(told.days);
  if ('why' in days) return days;
  const [start, end] = [timeIn(told.start), timeIn(told.end)];
  if ('why' in start) return start;
  if ('why' in end) return end;
  const people: Cell<number | null> = told.people === '' ? { value: null } : peopleIn(told.people);
  if ('why' in people) return people;
  const asked = { days: days.value, from: choices.from, until: null, start: start.value, end: end.value };
  const times = timesOf(asked, found.weekStart);
  return typeof times === 'string' ? { why: times } : { value: { times, people: people.value } };
}
