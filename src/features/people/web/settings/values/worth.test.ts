import { expect, test } from 'vitest';
import type { EventValues, Worth } from './values-api.ts';
import { isSameWorth, standingRepricings, typedOf, worthOf, worthToday } from './worth.ts';

const dollars: Worth = {
  currency: 'USD',
  awareness: 150,
  share: 300,
  click: 500,
  like: 200,
  reshare: 300,
  comment: 500,
};
const repriced = (from: string, until: string, worth: Worth | null) => ({
  from,
  until,
  worth,
  madeAt: `${from}T00:00:00Z`,
});
const found = (change: Partial<EventValues>): EventValues => ({
  today: '2026-05-10',
  values: [{ ...dollars, from: null }],
  repricings: [],
  ...change,
});

test('amounts are typed in units, and kept in minor units of as many decimals as the currency has', () => {
  expect(typedOf(dollars)).toMatchObject({ awareness: 1.5, click: 5 });
  expect(worthOf(typedOf(dollars), 'USD')).toEqual(dollars);
  expect(worthOf(typedOf(dollars), 'JPY')).toMatchObject({ currency: 'JPY', awareness: 2, share: 3 });
  expect(worthOf({ ...typedOf(dollars), share: 0.1235 }, 'KWD')).toMatchObject({ awareness: 1_500, share: 124 });
});

test('today’s values are the last ones that have begun', () => {
  const later = { ...dollars, share: 1, from: '2026-05-10' };
  const planned = { ...dollars, share: 2, from: '2026-05-11' };
  const values = [{ ...dollars, from: null }, later, planned];
  expect(worthToday(found({ values })).share).toBe(1);
  expect(isSameWorth(worthToday(found({ values })), { ...dollars, share: 1 })).toBe(true);
  expect(isSameWorth(dollars, { ...dollars, currency: 'EUR' })).toBe(false);
});

test('what was priced anew stands until all of its days were priced once more', () => {
  const may = repriced('2026-05-01', '2026-05-05', dollars);
  expect(standingRepricings(found({ repricings: [may] }))).toEqual([may]);
  expect(standingRepricings(found({ repricings: [may, repriced('2026-05-02', '2026-05-03', null)] }))).toEqual([may]);
  expect(standingRepricings(found({ repricings: [may, repriced('2026-04-01', '2026-05-05', null)] }))).toEqual([]);
});
