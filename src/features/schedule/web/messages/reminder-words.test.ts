import { expect, test } from 'vitest';
import { leadChoices, leadWords, whenWords } from './reminder-words.ts';

test('lengths of time are said as people say them', () => {
  expect([15, 60, 90, 120, 1_440, 2_880, 1_501].map(leadWords)).toEqual([
    ...['15 minutes', '1 hour', '1 hour 30 minutes', '2 hours', '1 day', '2 days'],
    '1 day 1 hour 1 minute',
  ]);
});

test('what was chosen otherwise can be kept', () => {
  const values = leadChoices(100).map(({ value }) => value);
  expect(values.slice(0, 6)).toEqual(['', '15', '30', '60', '100', '120']);
  expect(leadChoices(120)).toHaveLength(leadChoices(null).length);
  expect(leadChoices(null)[4]?.label).toBe('2 hours before');
});

test('a reminder says when it comes', () => {
  expect(whenWords('2026-03-02T18:30')).toBe('Mon 2 Mar 2026, 18:30');
});
