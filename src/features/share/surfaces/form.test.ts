import { describe, expect, it } from 'vitest';
import { type FormRules, readForm } from './form.ts';

const rules: FormRules = {
  editPolicy: 'free',
  given: 'We open in Porto!',
  timeZone: 'Europe/Lisbon',
  endsAt: new Date('2026-05-08T15:00:00Z'),
  now: new Date('2026-05-04T09:00:00Z'),
  random: 0.5,
  textProblems: (text) => (text.length > 20 ? ['This is too long.'] : []),
};
const form = (text: string, when = 'now', date: string | null = null, time: string | null = null) => ({
  text: { 'share.typing': text },
  when: { when },
  date: { date },
  time: { time },
});

describe('the form', () => {
  it('gives the words as they were typed, now', () => {
    expect(readForm(form(' Hello '), rules)).toEqual({ text: 'Hello', at: null });
  });

  it('refuses nothing and too much', () => {
    expect(readForm(form('  '), rules)).toEqual({ errors: { text: 'Write something to post.' } });
    expect(readForm(form('x'.repeat(21)), rules)).toEqual({ errors: { text: 'This is too long.' } });
  });

  it('puts own words before a text that may only be added to', () => {
    const add = { ...rules, editPolicy: 'add' as const, textProblems: () => [] };
    expect(readForm(form('Great news:'), add)).toMatchObject({ text: 'Great news:\n\nWe open in Porto!' });
    expect(readForm(form(''), add)).toMatchObject({ text: 'We open in Porto!' });
  });

  it('ignores whatever is typed where the text is fixed', () => {
    expect(readForm(form('something else'), { ...rules, editPolicy: 'fixed' })).toMatchObject({
      text: 'We open in Porto!',
    });
  });

  it("reads a wall-clock time in the organisation's zone", () => {
    expect(readForm(form('Hi', 'at', '2026-05-05', '10:30'), rules)).toEqual({
      text: 'Hi',
      at: new Date('2026-05-05T09:30:00Z'),
    });
  });

  it.each([
    ['at', null, '10:00', { date: 'Choose the day.' }],
    ['at', '2026-05-05', null, { time: 'Choose the time.' }],
    ['at', '2026-05-04', '09:59', { time: 'This time has passed. Choose a later one.' }],
    ['at', '2026-05-09', '10:00', { date: 'The request ends before that. Choose an earlier time.' }],
  ])('refuses %s %s %s', (when, date, time, errors) => {
    expect(readForm(form('Hi', when, date, time), rules)).toEqual({ errors });
  });

  it('picks a time today for "at a good time"', () => {
    const read = readForm(form('Hi', 'spread'), rules);
    expect('at' in read && read.at?.toISOString()).toMatch(/^2026-05-04T1[0-6]:/);
  });
});
