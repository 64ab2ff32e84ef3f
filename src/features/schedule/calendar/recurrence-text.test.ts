import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalised } from './normal-form.ts';
import { readRecurrence } from './read-recurrence.ts';
import { written } from './recurrence-text.ts';
import { anySeries, daily, seriesOf, till, times, weekly } from './series.fixture.ts';

const lines = (...text: string[]) => text.join('\r\n');
const start = 'DTSTART;TZID=Europe/Lisbon:20260302T090000';
const ruleOf = (rule: string) => {
  const reading = readRecurrence(lines(start, 'DURATION:PT8H', `RRULE:${rule}`), 'UTC');
  return 'problem' in reading ? reading.problem : reading.rule;
};

describe('the text of a recurrence', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anySeries, (any) => {
        const series = normalised(any);
        const { recurrence, apart } = written(series);
        const reading = readRecurrence(recurrence, 'UTC');
        if ('problem' in reading) throw new Error(reading.problem);
        expect(normalised({ ...series, ...reading, exceptions: [...reading.exceptions, ...apart] })).toEqual(series);
      }),
      { numRuns: 300 },
    );
  });

  it('is that of RFC 5545', () => {
    const { recurrence, apart } = written(
      seriesOf({
        minutes: 90,
        rule: weekly('MO WE', till('2026-07-31'), 2),
        exceptions: [
          { kind: 'removed', on: '2026-03-04T09:00' },
          { kind: 'added', on: '2026-03-05T14:00', minutes: 45 },
          { kind: 'added', on: '2026-03-06T14:00' },
          { kind: 'changed', on: '2026-03-16T09:00', minutes: 60 },
        ],
      }),
    );
    expect(recurrence.split('\n')).toEqual([
      'DTSTART;TZID=Europe/Lisbon:20260302T090000',
      'DURATION:PT1H30M',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=MO;UNTIL=20260731T080000Z',
      'EXDATE;TZID=Europe/Lisbon:20260304T090000',
      'RDATE;TZID=Europe/Lisbon:20260306T140000',
      'RDATE;VALUE=PERIOD;TZID=Europe/Lisbon:20260305T140000/PT45M',
    ]);
    expect(apart).toEqual([{ kind: 'changed', on: '2026-03-16T09:00', minutes: 60 }]);
  });

  it('of others is understood where it means the same', () => {
    const other = lines(
      'DTSTART:20260302T090000Z',
      'DTEND;TZID=Europe/Lisbon:20260302T1100',
      ' 00',
      'EXDATE:20260303T090000Z,20260304T090000Z',
    );
    expect(readRecurrence(other, 'Europe/Lisbon')).toEqual({
      zone: 'UTC',
      start: '2026-03-02T09:00',
      minutes: 120,
      rule: null,
      exceptions: [
        { kind: 'removed', on: '2026-03-03T09:00' },
        { kind: 'removed', on: '2026-03-04T09:00' },
      ],
    });
    expect(ruleOf('FREQ=DAILY')).toEqual(daily());
    expect(ruleOf('FREQ=DAILY;BYDAY=MO,WE')).toEqual(weekly('MO WE'));
    expect(ruleOf('FREQ=WEEKLY;COUNT=3')).toEqual(weekly('MO', times(3)));
    expect(ruleOf('FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1')).toEqual(ruleOf('FREQ=MONTHLY;BYDAY=-1TU'));
    expect(ruleOf('FREQ=MONTHLY')).toEqual(ruleOf('FREQ=MONTHLY;BYMONTHDAY=2'));
    expect(ruleOf('FREQ=YEARLY')).toEqual(ruleOf('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=2'));
    expect(ruleOf('FREQ=DAILY;UNTIL=20260310')).toEqual(daily(till('2026-03-10')));
    expect(ruleOf('FREQ=DAILY;UNTIL=20260310T085959Z')).toEqual(daily(till('2026-03-09')));
    expect(ruleOf('FREQ=DAILY;UNTIL=20260310T235959')).toEqual(daily(till('2026-03-10')));
  });

  it('ends on the day on which the clocks leave out the last hour, as it was meant to', () => {
    const rule = daily(till('2026-03-28'));
    const series = seriesOf({ zone: 'America/Nuuk', start: '2026-03-26T23:30', minutes: 60, rule });
    expect(readRecurrence(written(series).recurrence, 'UTC')).toMatchObject({ rule });
  });

  it.each([
    ['FREQ=HOURLY', "Calendars here can't repeat by FREQ=HOURLY."],
    ['FREQ=YEARLY;BYWEEKNO=20', "Calendars here can't repeat by BYWEEKNO."],
    ['FREQ=WEEKLY;BYDAY=2MO', "Calendars here can't repeat by BYDAY=2MO."],
    ['FREQ=DAILY;INTERVAL=2;BYDAY=MO', "Calendars here can't repeat by FREQ=DAILY."],
    ['FREQ=MONTHLY;BYDAY=MO', "Calendars here can't repeat by BYDAY=MO in a month."],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15', "Calendars here can't repeat by BYMONTHDAY=1,15."],
    ['FREQ=DAILY;COUNT=2;UNTIL=20260310', 'A rule ends by COUNT or by UNTIL, not by both.'],
    ['FREQ=DAILY;COUNT=2;COUNT=3', 'A part of the rule is named twice.'],
    ['FREQ=DAILY;COUNT=many', 'COUNT is not a number.'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL is not a whole number from 1 on.'],
    ['FREQ=WEEKLY;WKST=XX', 'WKST is not a day of the week.'],
    ['FREQ=DAILY;UNTIL=soon', 'UNTIL is not a date or a time.'],
  ])('%s is refused', (rule, sentence) => {
    expect(ruleOf(rule)).toBe(sentence);
  });

  it.each([
    ['', 'There is no DTSTART with date and time.'],
    ['hello', 'This is not the text of a calendar.'],
    ['SUMMARY:x', 'A line "SUMMARY" has no place in a series.'],
    [lines(start, start), 'There is more than one DTSTART.'],
    [lines('DTSTART;TZID=Mars:20260302T090000', 'DURATION:PT8H'), 'There is no time zone "Mars".'],
    [start, 'There is no DURATION or DTEND in whole minutes.'],
    [lines(start, 'DURATION:PT8H30S'), 'There is no DURATION or DTEND in whole minutes.'],
    [
      lines(start, 'DURATION:PT8H', 'EXDATE;VALUE=DATE:20260302'),
      'An EXDATE or RDATE has something that is no date and time.',
    ],
  ])('that is none is refused', (text, problem) => {
    expect(readRecurrence(text, 'UTC')).toEqual({ problem });
  });

  it('never breaks, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readRecurrence(lines(start, 'DURATION:PT8H', `RRULE:${text}`), 'UTC')).not.toThrow();
        expect(() => readRecurrence(text, 'UTC')).not.toThrow();
      }),
    );
  });
});
