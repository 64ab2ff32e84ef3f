import { describe, expect, it } from 'vitest';
import { amountIn, dateIn, daysIn, peopleIn, timeIn } from './cells.ts';

const everyDay = 'MO TU WE TH FR SA SU';

describe('days of the week', () => {
  it.each([
    ['Mon Tue', 'MO TU'],
    ['Tuesday, monday', 'MO TU'],
    ['Mon-Fri', 'MO TU WE TH FR'],
    ['Mon – Wed; Sat.', 'MO TU WE SA'],
    ['Fri to Mon', 'MO FR SA SU'],
    ['Mo bis Mi und So', 'MO TU WE SU'],
    ['segunda-feira e sábado', 'MO SA'],
    ['mar/jeu', 'TU TH'],
    ['daily', everyDay],
    ['Every day', everyDay],
    ['weekdays', 'MO TU WE TH FR'],
    ['weekend', 'SA SU'],
  ])('are read from %j', (text, wanted) => expect(daysIn(text)).toEqual({ value: wanted.split(' ') }));

  it.each(['', 'Mon-', 'Mon-Fri-Sun', 'someday', 'Mon someday', '1'])('are not read from %j', (text) =>
    expect(daysIn(text)).toMatchObject({ why: expect.stringContaining('“Mon-Fri”') }),
  );
});

describe('a time of the day', () => {
  it.each([
    ['9', 540],
    ['09:30', 570],
    ['9.30', 570],
    ['0930', 570],
    ['9:30:00', 570],
    ['17h30', 1050],
    ['17h', 1020],
    ['9 AM', 540],
    ['5:15 p.m.', 1035],
    ['12am', 0],
    ['12 pm', 720],
    ['24:00', 1440],
    ['8 Uhr', 480],
  ])('is read from %j', (text, minute) => expect(timeIn(text)).toEqual({ value: minute }));

  it.each(['', '24:01', '9:60', '13pm', '0am', '9:5', 'noon', '-1'])('is not read from %j', (text) =>
    expect(timeIn(text)).toMatchObject({ why: expect.stringContaining('09:30') }),
  );
});

describe('a date', () => {
  it.each([
    ['2026-05-04', '2026-05-04'],
    ['2026/5/4', '2026-05-04'],
    ['4.5.2026', '2026-05-04'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['05/05/2026', '2026-05-05'],
  ])('is read from %j', (text, date) => expect(dateIn(text)).toEqual({ value: date }));

  it('that can be two days, or none, is refused with how to write it', () => {
    expect(dateIn('05/04/2026')).toMatchObject({ why: expect.stringContaining('Write the year first: 2026-05-04') });
    for (const text of ['2026-02-30', '30.2.2026', '4.5.26', '1999-01-01', 'soon'])
      expect(dateIn(text)).toMatchObject({ why: expect.stringContaining('2026-03-29') });
  });
});

describe('a figure', () => {
  it.each([
    ['12.50', 2, 1250],
    ['€ 12,5', 2, 1250],
    ['EUR 12', 2, 1200],
    ['1,234.50', 2, 123_450],
    ['1.234,50', 2, 123_450],
    ['1,200', 2, 120_000],
    ['1200', 0, 1200],
    ['1.250', 3, 1250],
  ])('is read from %j with %d digits', (text, digits, minor) =>
    expect(amountIn(text, digits)).toEqual({ value: minor }),
  );

  it.each(['', '-5', 'free', '12.345678', '12.5.', '1.5.2', '12.', '99999999999'])('is not read from %j', (text) =>
    expect(amountIn(text, 2)).toHaveProperty('why'),
  );

  it('of people is whole', () => {
    expect(peopleIn('3')).toEqual({ value: 3 });
    for (const text of ['501', '1.5', '-1', 'two']) expect(peopleIn(text)).toHaveProperty('why');
  });
});
