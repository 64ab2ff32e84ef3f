import { expect, test } from 'vitest';
import {
  changeOf,
  figureText,
  formatCount,
  formatMoney,
  formatShort,
  localeOf,
  minorUnits,
  plural,
} from './figures.ts';

test('the locale is the browser’s English, or British English', () => {
  expect(localeOf(['de-DE', 'en-AU', 'en'])).toBe('en-AU');
  expect(localeOf(['fr'])).toBe('en-GB');
  expect(localeOf([])).toBe('en-GB');
});

test('a suppressed figure says so in words', () => {
  expect(figureText({ fewerThan: 5 })).toBe('fewer than 5');
  expect(figureText({ value: 0 })).toBe('0');
  expect(figureText({ value: 12345 })).toBe(formatCount(12345));
});

test('money follows the currency’s minor unit', () => {
  expect(minorUnits('USD')).toBe(100);
  expect(minorUnits('JPY')).toBe(1);
  expect(minorUnits('KWD')).toBe(1000);
  expect(formatMoney(150, 'USD')).toMatch(/1\.50/);
  expect(formatMoney(500, 'JPY')).toMatch(/500/);
});

test('large amounts leave the cents out', () => {
  expect(formatMoney(123456, 'USD')).toMatch(/1,235$/);
  expect(formatMoney(99999, 'USD')).toMatch(/999\.99$/);
});

test('one is singular, none and many are plural', () => {
  expect([0, 1, 2].map((count) => plural(count, 'share'))).toEqual(['0 shares', '1 share', '2 shares']);
  expect(plural(2, 'reply', 'replies')).toBe('2 replies');
});

test('a change has a direction; nothing to compare with is null', () => {
  expect(changeOf(0.124)).toEqual({ direction: 'up', text: '12%' });
  expect(changeOf(-0.5)).toEqual({ direction: 'down', text: '50%' });
  expect(changeOf(0.001)?.direction).toBe('same');
  expect(changeOf(null)).toBeNull();
  expect(changeOf(Number.POSITIVE_INFINITY)).toBeNull();
});

test('short numbers fit an axis', () => {
  expect(formatShort(128400).length).toBeLessThanOrEqual(6);
});
