import { describe, expect, test } from 'vitest';
import {
  dayWords,
  lengthWords,
  mondayOf,
  namesWords,
  nextShift,
  placesOf,
  timesIn,
  untilWords,
  weeksOf,
} from './mine-days.ts';
import { myShiftOf } from './my-shift.fixture.ts';

const monday = '2026-03-02';
const at = (time: string) => new Date(`${time}:00.000Z`);

describe('weeks', () => {
  test('run from Monday to Sunday and know their paid hours', () => {
    expect(['2026-03-01', monday, '2026-03-08'].map(mondayOf)).toEqual(['2026-02-23', monday, monday]);
    const weeks = weeksOf([myShiftOf('2026-03-04'), myShiftOf('2026-03-08'), myShiftOf('2026-03-09')], {
      from: '2026-03-03',
      to: '2026-03-15',
    });
    expect(weeks.map(({ from, minutes }) => [from, minutes])).toEqual([
      [monday, 900],
      ['2026-03-09', 450],
    ]);
    expect(weeks[0]?.days.filter(({ shifts }) => shifts.length > 0).map(({ day }) => day)).toEqual([
      '2026-03-04',
      '2026-03-08',
    ]);
  });

  test('a night belongs to the day on which it begins, and two shifts of a day are in order', () => {
    const night = myShiftOf(monday, {
      localStart: `${monday}T22:00`,
      startsAt: `${monday}T22:00:00.000Z`,
      id: 'night',
    });
    const [week] = weeksOf([night, myShiftOf(monday)], { from: monday, to: monday });
    expect(week?.days[0]?.shifts.map(({ id }) => id)).toEqual([`told ${monday}`, 'night']);
  });
});

describe('the next shift', () => {
  const shifts = [myShiftOf('2026-03-05'), myShiftOf(monday)];

  test('is the one that is on, or else the one that comes', () => {
    expect(nextShift(shifts, at(`${monday}T16:00`))?.id).toBe(`told ${monday}`);
    expect(nextShift(shifts, at(`${monday}T17:00`))?.id).toBe('told 2026-03-05');
    expect(nextShift(shifts, at('2026-03-06T00:00'))).toBeNull();
  });

  test('says how far away it is', () => {
    const words = (time: string) => untilWords(myShiftOf(monday), at(time));
    expect(words(`${monday}T12:00`)).toBe('now, until 17:00');
    expect(words(`${monday}T08:59`)).toBe('in 1 minute');
    expect(words('2026-03-01T20:00')).toBe('in 13 hours');
    expect(words('2026-02-26T09:00')).toBe('in 4 days');
  });
});

test('days are named as people name them', () => {
  expect(['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => dayWords(day, monday))).toEqual([
    'Today',
    'Tomorrow',
    'Wed 4 Mar',
  ]);
});

test('a shift tells its paid time and its break', () => {
  expect(lengthWords(myShiftOf(monday))).toBe('7 h 30 min and 30 min break');
  expect(lengthWords(myShiftOf(monday, { breakMinutes: 0 }))).toBe('8 h');
});

test('colleagues are named, many are counted', () => {
  const people = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eve'].map((name) => ({ name }));
  expect([0, 1, 2, 4, 5].map((count) => namesWords(people.slice(0, count)))).toEqual([
    '',
    'Ana',
    'Ana and Ben',
    'Ana, Ben, Cleo and Dan',
    'Ana, Ben, Cleo and 2 others',
  ]);
});

test('the zone is named only where it is another', () => {
  expect(timesIn(myShiftOf(monday), 'UTC')).toBe('09:00–17:00');
  expect(timesIn(myShiftOf(monday, { zone: 'America/New_York' }), 'UTC')).toBe('09:00–17:00 (America/New York)');
});

test('the team is told by place, then by time', () => {
  const team = (locationName: string, hour: string, roleName: string) => ({
    ...myShiftOf(monday, { locationName, roleName, startsAt: `${monday}T${hour}:00:00.000Z` }),
    people: [],
  });
  const places = placesOf([team('Quay', '12', 'Bar'), team('Hill', '09', 'Bar'), team('Quay', '09', 'Bar')]);
  expect(places.map(({ name, shifts }) => [name, shifts.map(({ startsAt }) => startsAt.slice(11, 13))])).toEqual([
    ['Hill', ['09']],
    ['Quay', ['09', '12']],
  ]);
});
