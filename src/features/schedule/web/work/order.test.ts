import { expect, test } from 'vitest';
import type { Role } from '../contract.ts';
import { changeOf, inOrder, type Order, placeOf, withRole, withWeekday } from './order.ts';

const order: Order = {
  roles: [
    { id: 'bar', importance: null },
    { id: 'door', importance: 1 },
    { id: 'kitchen', importance: 2 },
  ],
  weekdays: [{ weekday: 5, importance: 1 }],
};
const role = (id: string): Role => ({
  ...{ id, name: id, locationId: 'l', departmentId: null, colour: 'pine', importance: null },
  ...{ conditions: [], people: [], series: 0, archived: false },
});

test('roles stand as they are filled, those without a place last', () => {
  const names = (of: Order) => inOrder(of, ['door', 'attic', 'bar', 'kitchen'].map(role)).map(({ id }) => id);
  expect(names(order)).toEqual(['door', 'kitchen', 'bar']);
  expect(names(withRole(order, 'bar', 1))).toEqual(['bar', 'door', 'kitchen']);
});

test('a weekday gets a place, and loses it', () => {
  const both = withWeekday(order, 0, 2);
  expect(both.weekdays).toEqual([
    { weekday: 0, importance: 2 },
    { weekday: 5, importance: 1 },
  ]);
  expect(withWeekday(both, 0, null)).toEqual(order);
  expect([placeOf(''), placeOf('3')]).toEqual([null, 3]);
});

test('only what is changed is sent, and days only by whom they are set', () => {
  const now = withRole(order, 'bar', 3);
  expect(changeOf(order, now, false)).toEqual({ roles: [{ id: 'bar', importance: 3 }] });
  expect(changeOf(order, now, true)).toEqual({ roles: [{ id: 'bar', importance: 3 }], weekdays: order.weekdays });
});
