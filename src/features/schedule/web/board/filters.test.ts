import { expect, test } from 'vitest';
import { filtered, noFilters } from './filters.ts';
import { assignmentOf, personOf, planOf, roleOf, shiftOf } from './plan.fixture.ts';

const plan = planOf({
  roles: [roleOf('bar', { departmentId: 'service' }), roleOf('kitchen', { locationId: 'hill', departmentId: 'food' })],
  people: [personOf('Zoë', ['bar']), personOf('Ben', ['kitchen']), personOf('Ana', ['bar', 'kitchen'])],
  shifts: [
    shiftOf('s1', '2026-03-02', { roleId: 'bar' }),
    shiftOf('s2', '2026-03-02', { roleId: 'kitchen', assignments: [assignmentOf('a', 'Zoë')] }),
  ],
});
const names = (filters: Partial<typeof noFilters>) =>
  filtered(plan, { ...noFilters, ...filters }).people.map(({ name }) => name);

test('without filters everything stays', () => {
  const all = filtered(plan, noFilters);
  expect(all.shifts).toBe(plan.shifts);
  expect(all.people).toHaveLength(3);
});

test('a role, a location and a department keep their shifts and whoever knows the role', () => {
  for (const filters of [{ roles: ['bar'] }, { locations: ['quay'] }, { departments: ['service'] }]) {
    expect(filtered(plan, { ...noFilters, ...filters }).shifts.map(({ id }) => id)).toEqual(['s1']);
    expect(names(filters)).toEqual(['Zoë', 'Ana']);
  }
});

test('who works in a role without knowing it is shown with it', () => {
  expect(names({ roles: ['kitchen'] })).toEqual(['Zoë', 'Ben', 'Ana']);
});

test('people are found without accents and case, and their shifts stay', () => {
  expect(names({ words: ' ZOE ' })).toEqual(['Zoë']);
  expect(filtered(plan, { ...noFilters, words: 'zoe' }).shifts).toHaveLength(2);
});

test('filters that exclude each other leave nothing', () => {
  expect(filtered(plan, { ...noFilters, roles: ['bar'], locations: ['hill'] })).toEqual({
    roles: [],
    shifts: [],
    people: [],
  });
});
