import { expect, test } from 'vitest';
import { amountOf, digitsOf, minorOf, withPerson } from './rates.ts';

test('amounts are typed as people write them and kept in minor units', () => {
  expect([digitsOf('EUR'), digitsOf('JPY')]).toEqual([2, 0]);
  expect([amountOf(1_525, 'EUR'), amountOf(1_500, 'JPY'), amountOf(null, 'EUR')]).toEqual([15.25, 1_500, '']);
  // 19.99 × 100 is 1998.9999999999998.
  expect([minorOf('19.99', 'EUR'), minorOf(1_500, 'JPY'), minorOf('', 'EUR')]).toEqual([1_999, 1_500, null]);
});

test('a person has a rate of their own until it is taken away', () => {
  const rates = { currency: 'EUR', minor: 1_500, people: [{ personId: 'a', minor: 1_800 }] };
  expect(withPerson(rates, 'b', 0).people).toEqual([...rates.people, { personId: 'b', minor: 0 }]);
  expect(withPerson(rates, 'a', 2_000).people).toEqual([{ personId: 'a', minor: 2_000 }]);
  expect(withPerson(rates, 'a', null).people).toEqual([]);
});
