import { expect, test } from 'vitest';
import { firstOpen, isDone } from './steps.ts';

const role = (series: number, people: number, archived = false) => ({
  series,
  people: Array.from({ length: people }, (_, index) => `p${index}`),
  archived,
});

test('the set-up continues at the first thing that is missing', () => {
  expect(firstOpen({ locations: 0, roles: [], people: 1 })).toBe('locations');
  expect(firstOpen({ locations: 2, roles: [role(0, 0)], people: 1 })).toBe('roles');
  expect(firstOpen({ locations: 2, roles: [role(2, 0)], people: 1 })).toBe('people');
  expect(firstOpen({ locations: 2, roles: [role(2, 0)], people: 12 })).toBe('knowing');
  expect(firstOpen({ locations: 2, roles: [role(2, 3), role(1, 0)], people: 12 })).toBe('knowing');
  expect(firstOpen({ locations: 2, roles: [role(2, 3)], people: 12 })).toBe('ready');
});

test('archived roles neither help nor hinder', () => {
  expect(isDone('roles', { locations: 1, roles: [role(2, 2, true)], people: 3 })).toBe(false);
  expect(isDone('knowing', { locations: 1, roles: [role(2, 2), role(0, 0, true)], people: 3 })).toBe(true);
});
