import { expect, test } from 'vitest';
import { plainAmount, readAmount } from './amounts.ts';

test('amounts are read as people and spreadsheets write them', () => {
  const written = ['24', ' 7,5 ', '7.25', '1,200', '1.200', '1 200,5', '1,200.5', '1.200,5', '0', '0.5', ',5'];
  expect(written.map(readAmount)).toEqual([24, 7.5, 7.25, 1200, 1200, 1200.5, 1200.5, 1200.5, 0, 0.5, 0.5]);
});

test('an empty cell says nothing, which is not none', () => {
  expect([readAmount(''), readAmount('  '), readAmount('0')]).toEqual([null, null, 0]);
  expect([plainAmount(null), plainAmount(0), plainAmount(1234.5)]).toEqual(['', '0', '1234.5']);
});

test('more than two decimals are rounded', () => {
  expect([readAmount('0.333'), readAmount('12.3456')]).toEqual([0.33, 12.35]);
});

test('what is no amount is refused in words', () => {
  for (const text of ['abc', '-3', '1.2.3', '1,2,3', '3e2', '0x10', '.', '½'])
    expect(readAmount(text)).toBe(`“${text}” is no number.`);
  expect(readAmount('100001')).toMatch(/too much: at most 100.000\.$/);
  expect(readAmount('a'.repeat(30))).toBe(`“${'a'.repeat(19)}…” is no number.`);
});
