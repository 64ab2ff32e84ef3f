import { expect, test } from 'vitest';
import { outcomeOf } from './outcome.ts';

test('the way back from Slack is said in a sentence', () => {
  expect(outcomeOf('connected')).toEqual({ tone: 'good', sentence: 'Slack is connected.' });
  expect(outcomeOf('cancelled')?.tone).toBe('bad');
  expect(outcomeOf('something_else')?.sentence).toMatch(/try again/);
});

test('nothing is said to people who come from elsewhere', () => {
  expect(outcomeOf(undefined)).toBeNull();
  expect(outcomeOf('')).toBeNull();
});
