import { expect, test } from 'vitest';
import { amountOf, digitsOf, minorOf } from './rates.ts';

test('amounts are typed as people write them and kept in minor units', () => {
  expect([digitsOf('EUR'), digitsOf('JPY')]).toEqual([2, 0]);
  expect([amountOf(1_525, 'EUR'), amountOf(1_500, 'JPY'), amountOf(null, 'EUR')]).toEqual([15.25, 1_500, '']);
  // 19.99 × 100 is 1998.9999999999998.
  expect([minorOf('19.99', 'EUR'), minorOf(1_500, 'JPY'), minorOf('', 'EUR')]).toEqual([1_999, 1_500, null]);
});
